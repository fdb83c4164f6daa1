#include "engine/evaluation_input.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <unordered_map>

#include "base/strings.h"
#include "engine/evaluation_json.h"
#include "engine/wording.h"
#include "text/readers.h"

namespace demarche {

namespace {

using simdjson::dom::element;

constexpr size_t kMaxEvents = 5000;
constexpr size_t kMaxMentions = 20000;
constexpr size_t kMaxSentences = 50000;
constexpr size_t kMaxSide = 1000;
constexpr size_t kMaxVoice = 32;
constexpr size_t kMaxName = 1000;      // bytes; the rest does not count
constexpr size_t kMaxWords = 300;      // bytes
constexpr size_t kMaxSentence = 2000;  // bytes
constexpr std::string_view kRelationKeys[] = {"of", "first", "then", "act", "from", "on", "if"};

// One record of the contract's form.
class ReportReader {
 public:
  explicit ReportReader(element root) : root_(root) {}

  CodedReport run() {
    Member document(root_, "document");
    if (!document) throw BadRecord{"`document` is missing"};
    element object = document.value();
    Member id(object, "id");
    made_.id = id.is_string() ? id.text() : id ? simdjson::minify(id.value()) : "";
    made_.text = Member(object, "text").text();
    length_ = Offsets(made_.text).length();
    if (auto doc = document_from_json(simdjson::minify(root_), ReaderOptions{})) made_.document = std::move(*doc);
    for (element one : Member(root_, "sentences").list()) made_.sentences.push_back(range(one));
    if (made_.sentences.size() > kMaxSentences) throw BadRecord{fmt::format("more than {} sentences", kMaxSentences)};
    for (element one : Member(root_, "actors").list()) actor(one);
    for (element one : Member(root_, "events").list()) event(one);
    for (element one : Member(root_, "relations").list()) relation(one);
    return std::move(made_);
  }

 private:
  using Ids = std::unordered_map<std::string, uint32_t>;

  // Ranges are checked against the text where the record holds it: predictions may leave it out.
  Span range(element value) const {
    simdjson::dom::array ends;
    uint64_t begin = 0, end = 0;
    bool pair = value.get(ends) == simdjson::SUCCESS && ends.size() == 2 && ends.at(0).get(begin) == simdjson::SUCCESS &&
                ends.at(1).get(end) == simdjson::SUCCESS;
    if (!pair) throw BadRecord{"a range is not [start, end]"};
    size_t length = made_.text.empty() ? UINT32_MAX : length_;
    if (begin > end || end > length) throw BadRecord{fmt::format("the range [{}, {}] lies outside the text", begin, end)};
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  static void name_id(Ids& ids, const std::string& id) {
    if (!ids.emplace(id, static_cast<uint32_t>(ids.size())).second) throw BadRecord{"the id `" + id + "` is given twice"};
  }
  static uint32_t index(const Ids& ids, const std::string& id) {
    auto found = ids.find(id);
    if (found == ids.end()) throw BadRecord{"`" + id + "` names nothing in this record"};
    return found->second;
  }
  static std::vector<uint32_t> indices(const Ids& ids, const Member& member, size_t most) {
    std::vector<uint32_t> made;
    for (const std::string& id : member.strings()) made.push_back(index(ids, id));
    if (made.size() > most) throw BadRecord{fmt::format("more than {} ids in one list", most)};
    return made;
  }

  void actor(element object) {
    name_id(actors_, Member(object, "id").text());
    CodedActor actor;
    actor.name = Member(object, "name").text().substr(0, kMaxName);
    actor.code = Member(object, "code").text();
    actor.country = Member(object, "country").text();
    for (element one : Member(object, "mentions").list()) actor.mentions.push_back(range(one));
    std::sort(actor.mentions.begin(), actor.mentions.end());
    if ((mentions_ += actor.mentions.size()) > kMaxMentions) throw BadRecord{fmt::format("more than {} mentions", kMaxMentions)};
    made_.actors.push_back(std::move(actor));
  }

  void event(element object) {
    CodedEvent event;
    event.id = Member(object, "id").text();
    name_id(events_, event.id);
    if (events_.size() > kMaxEvents) throw BadRecord{fmt::format("more than {} events", kMaxEvents)};
    Member trigger(object, "trigger");
    if (!trigger) throw BadRecord{"the event `" + event.id + "` has no `trigger`"};
    event.trigger = range(trigger.value());
    event.type = Member(object, "event").text();
    if (!event.type.empty() && !event_type_from(event.type))
      throw BadRecord{"`" + event.type + "` is no PLOVER type (docs/codebook/types.md)"};
    event.mode = Member(object, "mode").text();
    event.cameo = Member(object, "cameo").text();
    event.contexts = Member(object, "contexts").strings();
    event.source = indices(actors_, Member(object, "source"), kMaxSide);
    event.target = indices(actors_, Member(object, "target"), kMaxSide);
    event.status = Member(object, "status").text();
    if (!event.status.empty() && !event_status_from(event.status))
      throw BadRecord{"`" + event.status + "` is no status: occurred habitual planned offered requested threatened possible denied"};
    event.negated = Member(object, "negated").flag();
    for (element one : Member(object, "attribution").list())
      event.attribution.push_back(indices(actors_, Member(one, "source"), kMaxVoice));
    if (Member date(object, "date"); date) {
      event.start = Member(date.value(), "start").text();
      event.end = Member(date.value(), "end").text();
      if (event.end.empty()) event.end = event.start;
    }
    made_.events.push_back(std::move(event));
  }

  std::vector<uint32_t> events_of(element object, std::string_view key) const {
    Member member(object, key);
    if (!member) return {};
    if (member.is_string()) return {index(events_, member.text())};
    return indices(events_, member, kMaxEvents);
  }

  // The ends of its pairs by type; nothing for a type that this program does not know.
  static std::optional<std::tuple<RelationType, std::string_view, std::string_view>> ends_of(std::string_view type) {
    if (type == "condition") return {{RelationType::kCondition, "of", "on"}};
    if (type == "order") return {{RelationType::kOrder, "first", "then"}};
    if (type == "consequence") return {{RelationType::kConsequence, "if", "then"}};
    if (type == "content") return {{RelationType::kContent, "act", "of"}};
    if (type == "contrast") return {{RelationType::kContrast, "of", "from"}};
    return std::nullopt;
  }

  void relation(element object) {
    for (std::string_view key : kRelationKeys)
      for (uint32_t event : events_of(object, key)) made_.events[event].related = true;
    auto ends = ends_of(Member(object, "type").text());
    if (!ends) return;
    CodedRelation made;
    made.type = std::get<0>(*ends);
    auto right = events_of(object, std::get<2>(*ends));
    for (uint32_t a : events_of(object, std::get<1>(*ends)))
      for (uint32_t b : right) made.pairs.emplace_back(a, b);
    if ((pairs_ += made.pairs.size()) > kMaxEvents) throw BadRecord{fmt::format("relations between more than {} pairs", kMaxEvents)};
    made.connective = Member(object, "connective").text();
    made.sense = Member(object, "sense").text();
    made.force = Member(object, "force").text();
    made_.relations.push_back(std::move(made));
  }

  element root_;
  CodedReport made_;
  Ids actors_, events_;
  size_t length_ = 0, mentions_ = 0, pairs_ = 0;
};

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view without_mark(std::string_view content) {
  return content.starts_with("\xEF\xBB\xBF") ? content.substr(3) : content;
}

GoldForm form_of(element record) {
  for (const char* key : {"eventText", "event_text", "actor", "recipient", "has_event", "textInfo", "text_info"})
    if (Member(record, key)) return GoldForm::kPlover;
  if (Member(record, "document")) return GoldForm::kReports;
  throw BadRecord{
      "the first object is neither a record of a report (it has no `document`, docs/formats/report.md) nor one of PLOVER's gold standard "
      "(`event_text`)"};
}

}  // namespace

std::string_view name(GoldForm form) {
  switch (form) {
    case GoldForm::kReports:
      return "reports";
    case GoldForm::kPairs:
      return "plv";
    case GoldForm::kPlover:
      return "plover";
  }
  return "";
}

std::optional<GoldForm> gold_form_from(std::string_view text) {
  for (GoldForm form : {GoldForm::kReports, GoldForm::kPairs, GoldForm::kPlover})
    if (name(form) == text) return form;
  return std::nullopt;
}

Result<GoldForm> recognise_gold(std::string_view content) {
  content = without_mark(content);
  if (blank(content)) return Error{ErrorCode::kBadInput, "is empty; eval needs gold (docs/formats/eval.md)", ""};
  char first = content[content.find_first_not_of(" \t\r\n")];
  if (first == '{' || first == '[') {
    std::optional<GoldForm> form;
    try {
      each_record(content, [&](element record, const std::string&) {
        form = form_of(record);
        return false;
      });
    } catch (const BadRecord& what) {
      return Error{ErrorCode::kBadInput, what.message, ""};
    }
    if (form) return *form;
  } else {
    auto columns = split(content.substr(0, content.find_first_of("\r\n")), '\t');
    if (std::find(columns.begin(), columns.end(), "gold_root") != columns.end()) return GoldForm::kPairs;
  }
  return Error{
      ErrorCode::kBadInput,
      "is in no form that eval knows: records of reports (JSON Lines), a table with the column gold_root, or PLOVER's gold standard; "
      "see docs/formats/eval.md, or name it with --form",
      ""};
}

Result<std::vector<CodedReport>> read_coded_reports(std::string_view content, const std::string& name, GoldForm form) {
  std::vector<CodedReport> reports;
  std::string place;
  try {
    PloverReader plover;
    each_record(without_mark(content), [&](element record, const std::string& where) {
      place = where;
      if (form == GoldForm::kPlover)
        plover.add(record);
      else
        reports.push_back(ReportReader(record).run());
      return true;
    });
    if (form == GoldForm::kPlover) reports = plover.take();
  } catch (const BadRecord& what) {
    return Error{ErrorCode::kBadInput, what.message, name + (what.place.empty() ? place : what.place)};
  }
  if (reports.empty()) return Error{ErrorCode::kBadInput, "holds no record", name};
  return reports;
}

std::string Quotes::words(Span points) const {
  Span bytes = offsets_.bytes(points);
  return shortened(flat(std::string_view(report_.text).substr(bytes.begin, std::min<size_t>(bytes.size(), 2 * kMaxWords))), kMaxWords);
}

std::string Quotes::sentence(uint32_t at) const {
  std::string_view text = report_.text;
  for (Span one : report_.sentences)
    if (one.contains(at)) {
      Span bytes = offsets_.bytes(one);
      return shortened(flat(text.substr(bytes.begin, std::min<size_t>(bytes.size(), 2 * kMaxSentence))), kMaxSentence);
    }
  size_t byte = offsets_.bytes(at), from = byte - std::min(byte, kMaxSentence / 2);
  while (from < byte && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  size_t feed = text.substr(from, byte - from).rfind('\n');
  size_t begin = feed == std::string_view::npos ? from : from + feed + 1;
  std::string_view rest = text.substr(begin, 2 * kMaxSentence);
  return shortened(flat(rest.substr(0, rest.find('\n', byte - begin))), kMaxSentence);
}

}  // namespace demarche
