#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/date.h"
#include "base/strings.h"
#include "lexicon/community_text.h"
#include "lexicon/lines.h"

namespace demarche {

namespace {

constexpr size_t kMostNames = 10000;
constexpr size_t kMostCodes = 500;  // of one actor

// A date as the field writes it: YYMMDD (00 to 30 are of this century) or YYYYMMDD.
std::optional<Date> date_from(std::string_view digits) {
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  std::string text(digits);
  if (text.size() == 6) text = (text.substr(0, 2) <= "30" ? "20" : "19") + text;
  if (text.size() != 8) return std::nullopt;
  auto day = parse_date(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2));
  return day ? std::optional(day->start) : std::nullopt;
}

// A code with its term in our form: "..2001-02-02"; an empty term is always.
struct Coded {
  std::string code, term;
};

class ActorConverter {
 public:
  ActorConverter(CommunitySource& source, const Ontology& ontology, Conversion& made) : source_(source), ontology_(ontology), made_(made) {}

  void run() {
    for (const SourceLine& line : source_.lines()) read(line);
    flush();
    if (!text_.empty()) made_.files.push_back({"actors/" + source_.stem() + ".actors", source_.head() + text_});
  }

 private:
  void read(const SourceLine& line) {
    char first = line.text[0];
    if (first == '[') return codes(line.text, line.number);
    if (first != '+') flush();
    if (names_.empty()) line_ = line.number;
    size_t bracket = line.text.find('[');
    std::string_view phrase = std::string_view(line.text).substr(0, bracket);
    phrase = phrase.substr(0, phrase.find(';'));
    bool any = false;
    for (std::string_view piece : split(phrase, '+'))
      if (std::string name = plain_phrase(piece); !name.empty() && names_.size() < kMostNames) {
        names_.push_back(name);
        any = true;
      }
    ++block_lines_;
    if (!any) source_.refuse(line.number, "no name stands here, or the actor has 10,000 already");
    if (bracket != std::string::npos) codes(std::string_view(line.text).substr(bracket), line.number);
  }

  // All `[CODE restriction]` of a line.
  void codes(std::string_view text, int number) {
    if (names_.empty()) return source_.refuse(number, "a code without a name above it");
    while (auto found = bracketed(text)) {
      one_code(found->inside, number);
      text = text.substr(text.find(']') + 1);
    }
    if (text.find('[') != std::string_view::npos) source_.refuse(number, "a code without its closing bracket");
  }

  void one_code(std::string_view text, int number) {
    size_t end = text.find_first_of(" \t<>");
    std::string code(text.substr(0, end)), restriction;
    for (char c : end == std::string_view::npos ? std::string_view() : text.substr(end))
      if (c != ' ' && c != '\t') restriction += c;
    if (code == "---") {
      coded_ = true;  // says that nobody is meant
      return;
    }
    for (char& c : code)
      if (is_lower_ascii(c)) c = static_cast<char>(c - 'a' + 'A');
    if (!is_code(code)) return source_.refuse(number, "`" + code + "` is no string of three-letter codes");
    std::string fault;
    auto term = term_from(restriction, fault);
    if (!term) return source_.refuse(number, fault);
    coded_ = true;
    if (codes_.size() == kMostCodes) return source_.refuse(number, "more than 500 codes for one actor");
    bool known = std::any_of(codes_.begin(), codes_.end(), [&](const Coded& one) { return one.code == code && one.term == *term; });
    if (known) return;
    auto standing = std::find_if(codes_.begin(), codes_.end(), [](const Coded& one) { return one.term.empty(); });
    if (term->empty() && standing != codes_.end())
      return source_.refuse(number, "a second code without dates, `" + code + "` after `" + standing->code + "`: the first stands");
    codes_.push_back({code, *term});
  }

  // `<D` before, `>D` from, `D-D` from to.
  static std::optional<std::string> term_from(const std::string& text, std::string& fault) {
    if (text.empty()) return std::string();
    size_t dash = text.find('-');
    bool before = text[0] == '<', after = text[0] == '>';
    std::string_view whole = text;
    std::string_view first = before || after ? whole.substr(1) : whole.substr(0, dash);
    auto from = date_from(first);
    if (!from) {
      fault = "`" + std::string(first) + "` is no date: YYMMDD or YYYYMMDD";
      return std::nullopt;
    }
    if (before) return ".." + from->plus(-1).iso();
    if (after) return from->iso() + "..";
    if (dash == std::string::npos) {
      fault = "`" + text + "` is a date without <, > or -";
      return std::nullopt;
    }
    auto to = date_from(whole.substr(dash + 1));
    if (!to || *to < *from) {
      fault = to ? "`" + text + "` ends before it begins" : "`" + text.substr(dash + 1) + "` is no date: YYMMDD or YYYYMMDD";
      return std::nullopt;
    }
    return from->iso() + ".." + to->iso();
  }

  void flush() {
    if (!names_.empty() && !coded_) {
      source_.refuse(line_, "`" + names_[0] + "` has no code: give it one, [CODE]");
      made_.refused += block_lines_ - 1;
    }
    if (!names_.empty() && !codes_.empty()) write();
    names_.clear();
    codes_.clear();
    coded_ = false;
    block_lines_ = 0;
  }

  void write() {
    ++made_.entries;
    std::string kind = kind_of();
    std::vector<std::string> spelled;
    std::unordered_set<std::string> seen;
    for (const std::string& name : names_)
      for (std::string& one : spellings(name, kind == "person"))
        if (seen.insert(one).second) spelled.push_back(std::move(one));
    std::string line = spelled[0];
    for (size_t i = 1; i < spelled.size(); ++i) line += (i == 1 ? " = " : ", ") + spelled[i];
    // What holds always comes first: it is what the actor is on other days.
    std::stable_partition(codes_.begin(), codes_.end(), [](const Coded& one) { return one.term.empty(); });
    for (size_t i = 0; i < codes_.size(); ++i)
      line += (i == 0 ? " : " : " | ") + codes_[i].code + (codes_[i].term.empty() ? "" : " " + codes_[i].term);
    text_ += line + " ; kind " + kind + source_.origin(line_);
  }

  // The field folds case. A name of several words is met in any case; a single word only with a capital (*Chad*, not *chad*), and a
  // short one only in capitals (*US*, not *us*).
  static std::vector<std::string> spellings(const std::string& name, bool person) {
    bool single = name.find_first_of(" -.'") == std::string::npos;
    if (person) return {title_text(name), lower_text(name)};
    if (!single) return {lower_text(name)};
    if (name.size() <= 3) return {name};
    return {title_text(name), name};
  }

  std::string kind_of() const {
    auto country = [&](const Coded& one) { return one.code.size() == 3 && ontology_.countries.find(one.code); };
    if (std::all_of(codes_.begin(), codes_.end(), country)) return "country";
    bool dated = std::any_of(codes_.begin(), codes_.end(), [](const Coded& one) { return !one.term.empty(); });
    bool role = std::all_of(codes_.begin(), codes_.end(), [](const Coded& one) { return one.code.size() > 3; });
    return dated && role && personal(names_[0]) ? "person" : "org";
  }

  // Two to four words, none of which is one of bodies and places.
  static bool personal(const std::string& name) {
    static const std::unordered_set<std::string_view> kCommon{
        "of",           "the",           "for",        "and",      "in",         "party",     "front",     "army",       "movement",
        "organization", "union",         "league",     "council",  "congress",   "group",     "forces",    "force",      "alliance",
        "national",     "liberation",    "government", "ministry", "bank",       "committee", "coalition", "republic",   "state",
        "democratic",   "revolutionary", "islamic",    "people's", "peoples",    "united",    "rebels",    "militia",    "international",
        "police",       "parliament",    "president",  "minister", "prime",      "secretary", "general",   "commission", "association",
        "company",      "corporation",   "islands",    "island",   "federation", "new",       "north",     "south",      "east",
        "west",         "brigade",       "brigades",   "command",  "court",      "agency"};
    auto words = words_of(name);
    if (words.size() < 2 || words.size() > 4) return false;
    return std::none_of(words.begin(), words.end(), [&](std::string_view word) { return kCommon.contains(lower_ascii(word)); });
  }

  CommunitySource& source_;
  const Ontology& ontology_;
  Conversion& made_;
  std::string text_;
  // The block that is open.
  std::vector<std::string> names_;
  std::vector<Coded> codes_;
  bool coded_ = false;
  int line_ = 0;
  size_t block_lines_ = 0;
};

}  // namespace

void convert_actors(CommunitySource& source, const Ontology& ontology, Conversion& made) {
  ActorConverter(source, ontology, made).run();
}

}  // namespace demarche
