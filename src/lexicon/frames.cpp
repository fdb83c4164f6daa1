#include "lexicon/frames.h"

#include <algorithm>

#include "lexicon/slot_keys.h"

namespace demarche {

namespace {

std::string key_of(PredicateKind kind, std::string_view lemma) {
  return std::string(kind == PredicateKind::kVerb ? "v:" : kind == PredicateKind::kNoun ? "n:" : "a:") + std::string(lemma);
}

std::optional<SlotRole> role_from(std::string_view text) {
  if (text == "S") return SlotRole::kSource;
  if (text == "T") return SlotRole::kTarget;
  if (text == "S+T") return SlotRole::kBoth;
  if (text == "A") return SlotRole::kAbout;
  return std::nullopt;
}

}  // namespace

// Reads the files line by line; holds the entry that is open.
class FrameReader {
 public:
  FrameReader(Frames& frames, const WordClasses& classes, const Cameo& cameo, Faults& faults)
      : frames_(frames), classes_(classes), cameo_(cameo), faults_(faults) {}

  void read(const DictionaryFile& file) {
    file_ = file.name;
    added_ = file.added;
    for (const Line& line : file.lines) {
      line_ = line.number;
      if (!line.indented)
        open(line.text);
      else if (line.text[0] == '>')
        example(line.text);
      else
        frame(line.text);
    }
    close();
  }

 private:
  void fault(std::string message) { faults_.add(file_, line_, std::move(message)); }

  void close() {
    if (entry_line_ && !examples_seen_ && !added_)
      faults_.add(file_, entry_line_, "entry without an example: add `> sentence | SOURCE TYPE TARGET`");
    if (entry_line_ && !frames_seen_) faults_.add(file_, entry_line_, "entry without a frame");
    lemmas_.clear();
    entry_line_ = 0;
    examples_seen_ = frames_seen_ = false;
  }

  void open(std::string_view text) {
    close();
    if (text.starts_with("verb "))
      kind_ = PredicateKind::kVerb;
    else if (text.starts_with("noun "))
      kind_ = PredicateKind::kNoun;
    else if (text.starts_with("adj "))
      kind_ = PredicateKind::kAdjective;
    else {
      fault("an entry opens with `verb`, `noun` or `adj` and its lemmas; frames and examples are indented");
      return;
    }
    entry_line_ = line_;
    for (std::string_view piece : split(text.substr(text.find(' ')), ','))
      if (std::string lemma = lower_ascii(trim(piece)); !lemma.empty()) lemmas_.push_back(lemma);
  }

  void frame(std::string_view text) {
    if (lemmas_.empty()) return fault("a frame stands under `verb`, `noun` or `adj`");
    size_t arrow = text.find("=>");
    if (arrow == std::string_view::npos) return fault("a frame reads `slot=value ... => TYPE/mode CAMEO +context`, or `- => ...`");
    auto made = std::make_shared<Frame>();
    made->place = file_ + ":" + std::to_string(line_);
    for (std::string_view word : words_of(text.substr(0, arrow)))
      if (word != "-" && !slot(word, *made)) return;
    if (!result(text.substr(arrow + 2), *made)) return;
    frames_seen_ = true;
    for (const std::string& lemma : lemmas_) {
      enter(lemma, made);
      // The tokeniser splits most hyphens, and keeps those of prefixes.
      if (kind_ == PredicateKind::kNoun && lemma.find('-') != std::string::npos) enter(hyphens_apart(lemma), made);
    }
  }

  void enter(const std::string& lemma, const std::shared_ptr<const Frame>& made) {
    Predicate& predicate = frames_.predicates_[key_of(kind_, lemma)];
    predicate.kind = kind_;
    predicate.lemma = lemma;
    predicate.frames.push_back(made);
    ++frames_.frames_;
    auto words = words_of(lemma);
    if (kind_ == PredicateKind::kNoun) {
      int& longest = frames_.longest_noun_[std::string(words.back())];
      longest = std::max(longest, static_cast<int>(words.size()));
    } else if (kind_ == PredicateKind::kVerb && words.size() > 1) {
      frames_.particle_verbs_[std::string(words.front())] = true;
    }
  }

  bool slot(std::string_view word, Frame& frame) {
    size_t equals = word.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == word.size()) {
      fault("`" + std::string(word) + "` is no slot: write key=value");
      return false;
    }
    Slot slot;
    std::string_view key = word.substr(0, equals), value = word.substr(equals + 1);
    if (key == "subj")
      slot.key = SlotKey::kSubject;
    else if (key == "obj")
      slot.key = SlotKey::kObject;
    else if (key == "clause")
      slot.key = SlotKey::kClause;
    else if (key == "inf")
      slot.key = SlotKey::kInfinitive;
    else if (key == "poss")
      slot.key = SlotKey::kPossessor;
    else {
      slot.key = SlotKey::kPrep;
      slot.preposition = lower_ascii(key);
      if (!is_preposition(slot.preposition)) return unknown_key(slot.preposition);
    }
    if (value.ends_with('?')) {
      slot.optional = true;
      value.remove_suffix(1);
    }
    if (value.empty()) return unknown("value", word, "after = stand a role (S, T, S+T, A), filters or *");
    if (!values(value, slot)) return false;
    frame.slots.push_back(std::move(slot));
    return true;
  }

  bool unknown_key(std::string_view key) {
    std::string meant = closest(key, slot_keys());
    return unknown("slot key", key,
                   (meant.empty() ? "" : "did you mean " + meant + "? ") + "subj, obj, clause, inf, poss or a preposition");
  }

  // `T&official!&soldier`, `@AID/…`, `talk|meeting`, `*`.
  bool values(std::string_view text, Slot& slot) {
    if (text == "*") return true;
    size_t at = 0;
    while (at < text.size()) {
      bool negated = false;
      if (text[at] == '!') {
        negated = true;
        ++at;
      }
      char sign = at < text.size() ? text[at] : 0;
      bool is_class = sign == '&';
      if (is_class) ++at;
      if (at < text.size() && text[at] == '@') {  // T&@AID
        is_class = false;
        sign = '@';
      }
      size_t end = text.find_first_of("&!", at);
      std::string_view value = text.substr(at, end == std::string_view::npos ? end : end - at);
      at = end == std::string_view::npos ? text.size() : end;
      if (!one_value(value, is_class, negated, slot)) return false;
    }
    return true;
  }

  bool one_value(std::string_view value, bool after_ampersand, bool negated, Slot& slot) {
    Filter filter;
    filter.negated = negated;
    if (auto role = role_from(value); role && !negated) {
      slot.role = *role;
      return true;
    }
    if (value == "*") return true;
    if (value.starts_with('@')) {
      filter.kind = Filter::Kind::kEvent;
      value.remove_prefix(1);
      // `@AID|COOPERATE` is written as two frames; one type a filter keeps the winner clear.
      std::string_view type = value.substr(0, value.find('/'));
      if (type != "*") {
        auto known = event_type_from(type);
        if (!known) return unknown("event type", type, "one of PLOVER's 16, in capitals, or *");
        filter.type = *known;
      }
      if (size_t slash = value.find('/'); slash != std::string_view::npos) {
        auto mode = mode_from(value.substr(slash + 1));
        if (!mode || (filter.type != EventType::kNone && !allows(filter.type, *mode)))
          return unknown("mode", value.substr(slash + 1), "not a mode of " + std::string(type));
        filter.mode = *mode;
      }
    } else if (after_ampersand && classes_.find(value)) {
      filter.kind = Filter::Kind::kClass;
      filter.class_id = *classes_.find(value);
    } else if (after_ampersand) {
      std::string meant = closest(value, class_names());
      return unknown("class", value,
                     (meant.empty() ? "" : "did you mean &" + meant + "? ") + "define it in a *.classes file or mend the spelling");
    } else {
      filter.kind = Filter::Kind::kWords;
      for (std::string_view lemma : split(value, '|')) {
        std::string word = lower_ascii(trim(lemma));
        std::replace(word.begin(), word.end(), '_', ' ');
        if (!word.empty()) filter.words.push_back(word);
      }
      if (filter.words.empty()) return unknown("filter", value, "a lemma stands here, or several parted by |");
    }
    slot.filters.push_back(std::move(filter));
    return true;
  }

  std::vector<std::string> class_names() const {
    std::vector<std::string> names;
    for (ClassId id = 0; id < classes_.size(); ++id) names.push_back(classes_.name(id));
    return names;
  }

  bool unknown(std::string_view what, std::string_view value, std::string_view cure) {
    fault("unknown " + std::string(what) + " `" + std::string(value) + "`: " + std::string(cure));
    return false;
  }

  bool result(std::string_view text, Frame& frame) {
    auto words = words_of(text);
    if (words.empty()) {
      fault("nothing after `=>`: TYPE, null or same");
      return false;
    }
    if (words[0] == "null")
      frame.result = FrameResult::kNull;
    else if (words[0] == "same")
      frame.result = FrameResult::kSame;
    else if (!type_and_mode(words[0], frame.type, frame.mode))
      return false;
    for (size_t i = 1; i < words.size(); ++i)
      if (!detail(words[i], frame)) return false;
    return true;
  }

  bool type_and_mode(std::string_view text, EventType& type, Mode& mode) {
    size_t slash = text.find('/');
    auto known = event_type_from(text.substr(0, slash));
    if (!known) return unknown("event type", text.substr(0, slash), "one of PLOVER's 16, in capitals");
    type = *known;
    if (slash == std::string_view::npos) return true;
    auto found = mode_from(text.substr(slash + 1));
    if (!found || !allows(type, *found)) return unknown("mode", text.substr(slash + 1), "not a mode of " + std::string(name(type)));
    mode = *found;
    return true;
  }

  bool detail(std::string_view word, Frame& frame) {
    if (word == "mutual") {
      frame.mutual = true;
    } else if (word.starts_with('+')) {
      auto context = context_from(word.substr(1));
      if (!context) return unknown("context", word.substr(1), "one of PLOVER's 37");
      frame.contexts.add(*context);
    } else if (word.starts_with("grid:")) {
      frame.grid = grid_act_from(word.substr(5));
      if (!frame.grid) return unknown("grid act", word.substr(5), "appeal, intent, demand, refuse, threat, done or stopped");
    } else if (is_digit(word[0])) {
      if (!cameo_.find(word)) return unknown("CAMEO code", word, "see data/ontology/cameo.tsv");
      frame.cameo = std::string(word);
    } else {
      return unknown("word", word, "after the type stand a CAMEO code, +context, grid:ACT or mutual");
    }
    return true;
  }

  void example(std::string_view text) {
    examples_seen_ = true;
    Example example;
    example.file = file_;
    example.line = line_;
    auto parts = split(text.substr(1), '|');
    example.sentence = std::string(trim(parts[0]));
    if (parts.size() != 2) return fault("an example reads `> sentence | SOURCE TYPE/mode TARGET`");
    for (std::string_view piece : split(parts[1], ';')) {
      auto words = words_of(piece);
      // `null` alone: no event is promised (an example of a wrong sense).
      if (words.empty() || words[0] == "null") continue;
      ExpectedEvent expected;
      if (words.size() < 2 || words.size() > 3) return fault("`" + std::string(trim(piece)) + "`: three words, SOURCE TYPE/mode TARGET");
      if (!type_and_mode(words[1], expected.type, expected.mode)) return;
      expected.source = codes(words[0]);
      if (words.size() > 2) expected.target = codes(words[2]);
      example.events.push_back(std::move(expected));
    }
    frames_.examples_.push_back(std::move(example));
  }

  static std::vector<std::string> codes(std::string_view text) {
    std::vector<std::string> list;
    if (text != "-")
      for (std::string_view code : split(text, '+')) list.emplace_back(code);
    return list;
  }

  Frames& frames_;
  const WordClasses& classes_;
  const Cameo& cameo_;
  Faults& faults_;
  std::string file_;
  bool added_ = false;
  int line_ = 0;
  PredicateKind kind_ = PredicateKind::kVerb;
  std::vector<std::string> lemmas_;
  int entry_line_ = 0;
  bool examples_seen_ = false;
  bool frames_seen_ = false;
};

Frames Frames::build(const std::vector<DictionaryFile>& files, const WordClasses& classes, const Cameo& cameo, Faults& faults) {
  Frames frames;
  FrameReader reader(frames, classes, cameo, faults);
  for (const DictionaryFile& file : files) reader.read(file);
  return frames;
}

const Predicate* Frames::find(PredicateKind kind, std::string_view lemma) const {
  auto it = predicates_.find(key_of(kind, lemma));
  return it == predicates_.end() ? nullptr : &it->second;
}

int Frames::longest_noun_ending_in(std::string_view lemma) const {
  auto it = longest_noun_.find(lemma);
  return it == longest_noun_.end() ? 0 : it->second;
}

}  // namespace demarche
