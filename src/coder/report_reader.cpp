#include "coder/report_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "text/offsets.h"

namespace demarche {

namespace {

using simdjson::dom::element;

// What is wrong with a record; never leaves this file.
struct Unreadable {
  std::string message;
};

[[noreturn]] void fail(std::string message) {
  throw Unreadable{std::move(message)};
}

// One member of an object; a null element where it is missing.
class Field {
 public:
  Field(element object, const char* key) : key_(key), there_(object[key].get(value_) == simdjson::SUCCESS && !value_.is_null()) {}

  explicit operator bool() const { return there_; }
  element value() const {
    if (!there_) fail(std::string("`") + key_ + "` is missing");
    return value_;
  }
  std::string text() const {
    std::string_view text;
    if (there_ && value_.get(text) != simdjson::SUCCESS) fail(std::string("`") + key_ + "` is no string");
    return std::string(text);
  }
  double number() const {
    double number = 0;
    if (value().get(number) != simdjson::SUCCESS) fail(std::string("`") + key_ + "` is no number");
    return number;
  }
  // A whole number below `end`; `otherwise` is the fault's text.
  uint32_t below(size_t end, const char* otherwise) const {
    double value = number();
    if (!(value >= 0 && value < static_cast<double>(end))) fail(otherwise);
    return static_cast<uint32_t>(value);
  }
  bool flag() const {
    bool flag = false;
    if (value().get(flag) != simdjson::SUCCESS) fail(std::string("`") + key_ + "` is neither true nor false");
    return flag;
  }
  simdjson::dom::array list() const {
    simdjson::dom::array list;
    if (value().get(list) != simdjson::SUCCESS) fail(std::string("`") + key_ + "` is no list");
    return list;
  }

 private:
  const char* key_;
  element value_;
  bool there_;
};

template <class Enum, size_t Count>
Enum named(const std::string& text) {
  for (size_t i = 0; i < Count; ++i)
    if (name(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
  fail("unknown word `" + text + "`");
}

class RecordReader {
 public:
  explicit RecordReader(element root) : root_(root) {}

  RecordedReport run() {
    if (Field(root_, "schema").text() != "demarche/1") fail("the schema is not demarche/1");
    document();
    offsets_.emplace(made_.report.document->text);
    for (element one : Field(root_, "sentences").list()) {
      made_.report.sentences.emplace_back();
      made_.report.sentences.back().span = span(one);
    }
    actors();
    names();
    for (element one : Field(root_, "events").list()) event(one);
    for (element one : Field(root_, "relations").list()) relation(one);
    if (Field notes(root_, "notes"); notes)
      for (element one : notes.list()) note(one);
    engine();
    return std::move(made_);
  }

 private:
  static Date day(const std::string& text) {
    auto range = parse_date(text);
    if (!range || range->start != range->end) fail("`" + text + "` is no day");
    return range->start;
  }

  void document() {
    element object = Field(root_, "document").value();
    auto doc = std::make_shared<Document>();
    doc->id = Field(object, "id").text();
    doc->title = Field(object, "title").text();
    doc->publisher = Field(object, "publisher").text();
    doc->url = Field(object, "url").text();
    doc->language = Field(object, "language").text();
    doc->text = Field(object, "text").text();
    if (Field repaired(object, "repaired"); repaired) doc->repaired = repaired.below(UINT32_MAX, "`repaired` is no count");
    made_.report.date_how = Field(object, "published_how").text();
    if (Field published(object, "published"); published)
      (made_.report.date_how.empty() ? doc->published : made_.report.worked_out_date) = day(published.text());
    made_.report.document = std::move(doc);
  }

  Span span(element value) const {
    simdjson::dom::array ends;
    uint64_t begin = 0, end = 0;
    if (value.get(ends) != simdjson::SUCCESS || ends.at(0).get(begin) != simdjson::SUCCESS || ends.at(1).get(end) != simdjson::SUCCESS ||
        begin > end || end > offsets_->length())
      fail("a range lies outside the text");
    return offsets_->bytes({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  }
  Span span(const Field& field) const { return field ? span(field.value()) : Span{}; }

  std::vector<Span> spans(const Field& field) const {
    std::vector<Span> made;
    if (field)
      for (element one : field.list()) made.push_back(span(one));
    return made;
  }

  // "a3" is 2.
  static uint32_t index(std::string_view id, char letter, size_t size) {
    uint32_t number = 0;
    bool good = id.size() > 1 && id.size() < 10 && id[0] == letter;
    for (size_t i = 1; good && i < id.size(); ++i) {
      good = is_digit(id[i]);
      number = number * 10 + static_cast<uint32_t>(id[i] - '0');
    }
    if (!good || number == 0 || number > size) fail("`" + std::string(id) + "` names nothing in this record");
    return number - 1;
  }

  std::vector<uint32_t> indices(const Field& field, char letter) const {
    std::vector<uint32_t> made;
    if (!field) return made;
    for (element one : field.list()) {
      std::string_view id;
      if (one.get(id) != simdjson::SUCCESS) fail("an id is no string");
      made.push_back(index(id, letter, size(letter)));
    }
    return made;
  }
  size_t size(char letter) const { return letter == 'a' ? made_.report.actors.actors.size() : events_; }
  uint32_t event_index(const Field& field) const { return index(field.text(), 'e', events_); }

  void actors() {
    std::map<Span, std::vector<uint32_t>> mentions;
    for (element one : Field(root_, "actors").list()) {
      auto number = static_cast<uint32_t>(made_.report.actors.actors.size());
      Actor actor;
      actor.name = Field(one, "name").text();
      actor.code = Field(one, "code").text();
      actor.country = Field(one, "country").text();
      for (element sector : Field(one, "sectors").list()) actor.sectors.emplace_back(sector.get_string().value());
      actor.role = Field(one, "role").text();
      actor.supporter = Field(one, "supporter").text();
      actor.note = Field(one, "note").text();
      for (Span place : spans(Field(one, "mentions"))) mentions[place].push_back(number);
      made_.report.actors.actors.push_back(std::move(actor));
    }
    for (auto& [place, who] : mentions) {
      Mention mention;
      mention.span = place;
      mention.sentence = sentence_at(place);
      mention.actors = std::move(who);
      made_.report.actors.mentions.push_back(std::move(mention));
    }
    events_ = Field(root_, "events").list().size();
  }

  void names() {
    Field list(root_, "names");
    if (!list) return;
    for (element one : list.list()) {
      NamedEntity made;
      made.kind = named<EntityKind, 5>(Field(one, "kind").text());
      made.span = span(Field(one, "text"));
      made.sentence = sentence_at(made.span);
      if (Field actor(one, "actor"); actor) made.actor = static_cast<int>(index(actor.text(), 'a', size('a')));
      made_.report.names.push_back(made);
    }
  }

  uint32_t sentence_at(Span place) const {
    const auto& sentences = made_.report.sentences;
    for (size_t i = 0; i < sentences.size(); ++i)
      if (sentences[i].span.contains(place.begin)) return static_cast<uint32_t>(i);
    return 0;
  }

  void event(element object) {
    Event event;
    event.trigger = span(Field(object, "trigger"));
    event.sentence = Field(object, "sentence").below(made_.report.sentences.size(), "an event lies in no sentence");
    if (Field type(object, "event"); type) event.type = named<EventType, static_cast<size_t>(EventType::kCount)>(type.text());
    if (Field mode(object, "mode"); mode) event.mode = named<Mode, static_cast<size_t>(Mode::kCount)>(mode.text());
    for (element one : Field(object, "contexts").list())
      event.contexts.add(named<Context, static_cast<size_t>(Context::kCount)>(std::string(one.get_string().value())));
    event.cameo = Field(object, "cameo").text();
    event.source = indices(Field(object, "source"), 'a');
    event.target = indices(Field(object, "target"), 'a');
    event.about = indices(Field(object, "about"), 'a');
    event.status = named<EventStatus, 8>(Field(object, "status").text());
    event.negated = Field(object, "negated").flag();
    event.certainty = Field(object, "certainty").number();
    event.date = date(object);
    if (Field place(object, "place"); place) this->place(place.value(), event);
    for (element voice : Field(object, "attribution").list())
      event.attribution.push_back({indices(Field(voice, "source"), 'a'), span(Field(voice, "cue")), date(voice)});
    element why = Field(object, "why").value();
    event.why = {Field(why, "rule").text(), Field(why, "path").text(), Field(why, "status").text(), spans(Field(why, "cues"))};
    made_.report.events.push_back(std::move(event));
  }

  std::optional<EventDate> date(element holder) const {
    Field date(holder, "date");
    if (!date) return std::nullopt;
    element object = date.value();
    return EventDate{
        {day(Field(object, "start").text()), day(Field(object, "end").text())}, span(Field(object, "text")), Field(object, "how").text()};
  }

  void place(element object, Event& event) const {
    EventPlace place;
    place.name = Field(object, "name").text();
    place.country = Field(object, "country").text();
    if (Field lat(object, "lat"), lon(object, "lon"); lat && lon) {
      place.lat = lat.number();
      place.lon = lon.number();
    }
    place.text = span(Field(object, "text"));
    event.place = std::move(place);
  }

  void relation(element object) {
    Relation made;
    made.type = named<RelationType, 5>(Field(object, "type").text());
    if (Field force(object, "force"); force) made.force = named<Force, 6>(force.text());
    switch (made.type) {
      case RelationType::kCondition:
        made.a = event_index(Field(object, "of"));
        made.others = indices(Field(object, "on"), 'e');
        made.any = Field(object, "connective").text() == "any";
        made.sense = named<ConditionSense, 5>(Field(object, "sense").text());
        break;
      case RelationType::kOrder:
        made.a = event_index(Field(object, "first"));
        made.b = event_index(Field(object, "then"));
        break;
      case RelationType::kConsequence:
        made.others = indices(Field(object, "if"), 'e');
        made.b = event_index(Field(object, "then"));
        break;
      case RelationType::kContent:
        made.a = event_index(Field(object, "act"));
        made.b = event_index(Field(object, "of"));
        break;
      case RelationType::kContrast:
        made.a = event_index(Field(object, "of"));
        made.b = event_index(Field(object, "from"));
        break;
    }
    made.holder = indices(Field(object, "holder"), 'a');
    made.rule = Field(object, "rule").text();
    made.cues = spans(Field(object, "cues"));
    made_.report.relations.push_back(std::move(made));
  }

  void note(element object) {
    made_.report.notes.push_back({Field(object, "kind").text(), Field(object, "text").text(), span(Field(object, "span"))});
  }

  void engine() {
    element object = Field(root_, "engine").value();
    made_.engine = {Field(object, "version").text(), Field(object, "model").text(), Field(object, "codebook").text(),
                    Field(object, "actors").text()};
  }

  element root_;
  RecordedReport made_;
  std::optional<Offsets> offsets_;
  size_t events_ = 0;
};

}  // namespace

Result<RecordedReport> read_record(std::string_view json) {
  simdjson::dom::parser parser;
  element root;
  if (auto error = parser.parse(json.data(), json.size()).get(root); error != simdjson::SUCCESS)
    return Error{ErrorCode::kBadInput, std::string("no JSON: ") + simdjson::error_message(error), "record"};
  try {
    return RecordReader(root).run();
  } catch (const Unreadable& what) {
    return Error{ErrorCode::kBadInput, what.message, "record"};
  } catch (const simdjson::simdjson_error& error) {
    return Error{ErrorCode::kBadInput, error.what(), "record"};
  }
}

}  // namespace demarche
