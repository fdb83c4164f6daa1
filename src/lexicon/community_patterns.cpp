#include "lexicon/community_patterns.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/lists.h"
#include "base/strings.h"
#include "lexicon/community_text.h"
#include "lexicon/slot_keys.h"

namespace demarche {

namespace {

constexpr size_t kMostMembers = 3000;   // of one class
constexpr size_t kMostClasses = 20000;  // of one dictionary
constexpr size_t kMostPhrases = 2'000'000;
constexpr size_t kMostWords = 4;  // of one phrase

bool article(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords{"the", "a", "an", "its", "his", "her", "their", "this"};
  return among(kWords, word);
}

// Auxiliaries: the engine reads tense, voice and mood from the parse.
bool auxiliary(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kWords{"is",  "are",  "was", "were",     "be", "been", "being",
                                                           "has", "have", "had", "has been", "do", "does", "did"};
  return among(kWords, word) || word.starts_with("&auxverb") || word.starts_with("&tobeverb");
}

bool joins_or_negates(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kWords{"and", "or", "but", "not", "no", "that", "which", "who", "when", "if"};
  return among(kWords, word);
}

void add(std::vector<std::string>& list, std::string one) {
  if (!one.empty() && std::find(list.begin(), list.end(), one) == list.end()) list.push_back(std::move(one));
}

// A noun and what may be its singular: our filters hold lemmas.
std::vector<std::string> noun_forms(const std::string& noun) {
  std::vector<std::string> forms{noun};
  if (noun.size() < 4 || !noun.ends_with('s') || noun.ends_with("ss")) return forms;
  add(forms, noun.substr(0, noun.size() - 1));
  if (noun.ends_with("ies")) add(forms, noun.substr(0, noun.size() - 3) + "y");
  if (noun.ends_with("es")) add(forms, noun.substr(0, noun.size() - 2));
  return forms;
}

struct Token {
  std::string text;  // lower case; "(" ")" "{" "}" "+" "$" "%" "^" "*" or a word or "&set"
  bool in_braces = false;
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  bool braces = false;
  std::string word;
  auto close = [&] {
    if (!word.empty()) tokens.push_back({lower_text(word), braces});
    word.clear();
  };
  for (char c : text) {
    bool sign = std::string_view("(){}+$%^*").find(c) != std::string_view::npos;
    if (sign || c == ' ' || c == '\t' || c == '_' || c == ',') close();
    if (c == '{') braces = true;
    if (c == '}') braces = false;
    if (sign && c != '{' && c != '}')
      tokens.push_back({std::string(1, c), braces});
    else if (!sign && c != ' ' && c != '\t' && c != '_' && c != ',')
      word += c;
  }
  close();
  return tokens;
}

// The words after a preposition, or before any: what fills one slot.
struct Group {
  std::string preposition;
  std::vector<std::string> words;
  bool target = false, source = false;
  bool target_first = false;  // *+ EFFORTS*: the target owns what follows, or does it
  bool closed = false;        // stood in parentheses
  bool braced = false;        // holds words in braces: a noun phrase
};

class PatternReader {
 public:
  PatternReader(std::string_view text, CommunityPhrases& phrases, std::string& fault)
      : phrases_(phrases), fault_(fault), tokens_(tokens_of(text)) {}

  std::vector<PatternFrame> run() {
    auto star = std::find_if(tokens_.begin(), tokens_.end(), [](const Token& one) { return one.text == "*"; });
    if (star == tokens_.end()) return fail("a pattern needs a * for its verb");
    before_.assign(tokens_.begin(), star);
    after_.assign(star + 1, tokens_.end());
    if (!groups() || !left()) return {};
    std::vector<PatternFrame> made;
    for (bool clause : {false, true})
      if (!clause || may_be_clause()) {
        auto one = frame(clause);
        if (!one) return {};
        made.push_back(std::move(*one));
      }
    return made;
  }

 private:
  std::vector<PatternFrame> fail(std::string fault) {
    fault_ = std::move(fault);
    return {};
  }
  bool refuse(std::string fault) {
    fault_ = std::move(fault);
    return false;
  }

  // What stands behind the verb, by prepositions.
  bool groups() {
    groups_.push_back({});
    bool inside = false, fresh = false;
    for (size_t i = 0; i < after_.size(); ++i) {
      const std::string& word = after_[i].text;
      Group& group = groups_.back();
      if (word == "*") return refuse("a second * in one pattern");
      if (word == "^" || auxiliary(word) || article(word)) continue;
      if (word == "%") {
        mutual_ = true;
      } else if (word == "(" || word == ")") {
        inside = fresh = word == "(";
        if (word == ")") group.closed = true;
      } else if (word == "+" || word == "$") {
        if (group.closed) groups_.push_back({});
        Group& at = groups_.back();
        if (word == "+") at.target_first = at.words.empty();
        (word == "+" ? at.target : at.source) = true;
      } else if (joins_or_negates(word)) {
        return refuse("`" + word + "`: our frames join and negate by the parse");
      } else if (i == 0 && is_particle(word) && !is_preposition_only(word)) {
        particle_ = word;
      } else if (!after_[i].in_braces && is_preposition(word) && !(inside && !fresh)) {
        groups_.push_back({});
        groups_.back().preposition = word;
        fresh = false;
      } else {
        if (group.closed) groups_.push_back({});
        groups_.back().words.push_back(word);
        groups_.back().braced = groups_.back().braced || after_[i].in_braces;
        fresh = false;
      }
    }
    return true;
  }

  // *in, on, over, through* are prepositions first.
  static bool is_preposition_only(std::string_view word) {
    static constexpr std::array<std::string_view, 8> kWords{"in", "on", "over", "through", "along", "around", "by", "to"};
    return among(kWords, word);
  }

  // What stands before the verb: a subject, or a target whose act was passive or reversed.
  bool left() {
    bool passive = false;
    std::vector<std::string> words;
    for (const Token& token : before_) {
      const std::string& word = token.text;
      if (word == "^" || word == "$" || article(word)) continue;
      if (auxiliary(word)) {
        passive = true;
      } else if (word == "%") {
        mutual_ = true;
      } else if (word == "+") {
        target_before_ = true;
      } else if (word == "(" || word == ")" || is_preposition(word)) {
        return refuse("a phrase with a preposition before the verb");
      } else if (verbal(word) || joins_or_negates(word)) {
        return refuse("`" + word + "` before the verb: acts over acts, tense and negation are the engine's own");
      } else {
        words.push_back(word);
      }
    }
    passive_ = passive;
    for (Group& group : groups_)
      if (group.preposition == "by" && group.source) passive_ = true;
    if (target_before_ && !words.empty()) return refuse("a target and more words before the verb");
    if (words.empty()) return true;
    subject_ = phrases_.filter(words, fault_);
    return !subject_.empty();
  }

  static bool verbal(std::string_view word) {
    static constexpr std::array<std::string_view, 14> kWords{"will", "would", "said", "says", "say",    "could",   "should",
                                                             "may",  "might", "must", "can",  "agreed", "refused", "calls"};
    return among(kWords, word) || (word.size() > 5 && word.ends_with("ing"));
  }

  // *TO MEET*, *+ SIGN TREATY*, *EXPECTS TO SEND*: words behind the verb that may be a clause.
  const Group* clause_group() const {
    for (const Group& group : groups_) {
      bool place = group.preposition == "to" || group.preposition.empty();
      if (place && !group.closed && !group.braced && !group.words.empty() && group.words[0][0] != '&') return &group;
    }
    return nullptr;
  }
  bool may_be_clause() const { return particle_.empty() && clause_group() != nullptr; }

  std::optional<PatternFrame> frame(bool clause) {
    PatternFrame made;
    made.particle = particle_;
    made.mutual = mutual_;
    bool reversed = target_before_ && !passive_;
    if (!subject_.empty())
      made.parts.push_back({"subj", 'S', subject_});
    else if (reversed)
      made.parts.push_back({"subj", 'T', ""});
    if (target_before_ && passive_) made.parts.push_back({"obj", 'T', ""});
    const Group* as_clause = clause ? clause_group() : nullptr;
    for (const Group& group : groups_)
      if (!part(group, &group == as_clause, reversed, made)) return std::nullopt;
    return made;
  }

  bool part(const Group& group, bool as_clause, bool reversed, PatternFrame& made) {
    if (group.words.empty() && !group.target && !group.source && group.preposition.empty()) return true;
    if (group.preposition == "by" && group.source && passive_) return true;  // the doer of a passive is our subject anyhow
    std::string key = group.preposition.empty() ? "obj" : group.preposition;
    if (as_clause) {
      if (group.target_first) made.parts.push_back({key, 'T', ""});
      made.parts.push_back({"clause", 0, join(base_forms(group.words[0]), "|")});
      return true;
    }
    PatternFrame::Part one{key, 0, ""};
    if (!group.words.empty()) {
      one.filter = phrases_.filter(group.words, fault_);
      if (one.filter.empty()) return false;
    }
    // *ATTACK +*: the target follows what is done, in a phrase that the pattern leaves open.
    bool open = group.target && !group.target_first && !group.words.empty() && group.preposition.empty();
    if (reversed && group.source)
      one.role = 'S';
    else if (group.target || open || !reversed)
      one.role = 'T';
    if (made.has(key)) {
      if (!one.filter.empty()) return refuse("two phrases in one place of the verb");
      return true;
    }
    made.parts.push_back(std::move(one));
    return true;
  }

  CommunityPhrases& phrases_;
  std::string& fault_;
  std::vector<Token> tokens_, before_, after_;
  std::vector<Group> groups_;
  std::string particle_, subject_;
  bool mutual_ = false, target_before_ = false, passive_ = false;
};

}  // namespace

bool CommunityPhrases::add_member(const std::string& set, std::string_view word) {
  auto& members = sets_[set];
  std::string phrase = lower_text(plain_phrase(word));
  if (phrase.empty() || members.size() >= kMostMembers) return false;
  for (std::string& form : noun_forms(phrase)) members.push_back(std::move(form));
  return true;
}

bool CommunityPhrases::include(const std::string& set, const std::string& other) {
  auto known = sets_.find(other);
  if (known == sets_.end() || other == set || members_ > kMostPhrases) return false;
  std::vector<std::string> taken = known->second;
  auto& members = sets_[set];
  taken.resize(std::min(taken.size(), kMostMembers - std::min(members.size(), kMostMembers)));
  members.insert(members.end(), taken.begin(), taken.end());
  members_ += taken.size();
  return true;
}

std::vector<std::string> CommunityPhrases::alternatives(const std::string& word) const {
  if (word[0] != '&') {
    std::vector<std::string> forms;
    for (std::string_view one : split(word, '/'))
      for (std::string& form : noun_forms(plain_phrase(one))) add(forms, std::move(form));
    return forms;
  }
  auto known = sets_.find(word.substr(1));
  return known == sets_.end() ? std::vector<std::string>{} : known->second;
}

std::string CommunityPhrases::filter(const std::vector<std::string>& words, std::string& fault) {
  auto stop = [&](std::string text) {
    fault = std::move(text);
    return std::string();
  };
  if (words.size() > kMostWords) return stop("a run of more than four words: our frames ask for the head of a phrase");
  std::string class_name = "petrarch";
  for (const std::string& word : words) {
    bool set = word[0] == '&';
    std::string plain = set ? word.substr(1) : plain_phrase(word);
    if (plain.empty()) return stop("`" + word + "` is no word");
    if (set && !knows(plain)) return stop("`" + word + "` names no set that stands above");
    class_name += "." + plain;
    if (set)
      for (size_t i = class_name.size() - plain.size(); i < class_name.size(); ++i)
        if (is_lower_ascii(class_name[i])) class_name[i] = static_cast<char>(class_name[i] - 'a' + 'A');
  }
  std::replace_if(
      class_name.begin(), class_name.end(), [](char c) { return std::string_view("&!|?:, @").find(c) != std::string_view::npos; }, '.');
  if (words.size() == 1 && words[0][0] != '&') {
    std::string literal = join(alternatives(words[0]), "|");
    if (literal.find(' ') == std::string::npos) return literal;
  }
  if (!classes_.contains(class_name)) {
    if (classes_.size() >= kMostClasses) return stop("more than 20,000 different phrases in one dictionary: split it");
    std::vector<std::string> members{""};
    for (size_t i = 0; i < words.size(); ++i) {
      auto pieces = alternatives(words[i]);
      if (members.size() * pieces.size() > kMostMembers) return stop("more than 3,000 phrases for one pattern");
      std::vector<std::string> longer;
      for (const std::string& member : members)
        for (const std::string& piece : pieces) longer.push_back(member.empty() ? piece : member + " " + piece);
      members = std::move(longer);
    }
    if (members.empty()) return stop("the set has no members");
    members_ += members.size();
    if (members_ > kMostPhrases) return stop("more than 2,000,000 phrases in one dictionary: split it");
    classes_[class_name] = std::move(members);
  }
  return "&" + class_name;
}

std::string CommunityPhrases::class_lines() const {
  std::string text;
  for (const auto& [name, members] : classes_) text += name + ": " + join(members, ", ") + "\n";
  return text;
}

bool PatternFrame::has(std::string_view key) const {
  return std::any_of(parts.begin(), parts.end(), [&](const Part& one) { return one.key == key; });
}

bool PatternFrame::targets() const {
  return std::any_of(parts.begin(), parts.end(), [](const Part& one) { return one.role == 'T' && one.filter.empty(); });
}

std::string PatternFrame::text() const {
  static constexpr std::array<std::string_view, 9> kPlaces{"obj", "to", "with", "against", "on", "from", "at", "toward", "for"};
  std::string made;
  for (const Part& one : parts) {
    std::string role = one.role ? std::string(1, one.role) : "";
    std::string value = one.filter.empty()     ? (role.empty() ? "*" : role)
                        : role.empty()         ? one.filter
                        : one.filter[0] == '&' ? role + one.filter
                                               : one.filter + "&" + role;
    made += (made.empty() ? "" : " ") + one.key + "=" + value;
  }
  if (!targets() && !mutual)
    for (std::string_view place : kPlaces)
      if (!has(place)) made += (made.empty() ? "" : " ") + std::string(place) + "=T?";
  if (mutual && !has("with")) made += (made.empty() ? "" : " ") + std::string("with=T?");
  return made;
}

std::vector<PatternFrame> read_pattern(std::string_view text, CommunityPhrases& phrases, std::string& fault) {
  return PatternReader(text, phrases, fault).run();
}

bool is_particle(std::string_view word) {
  static constexpr std::array<std::string_view, 17> kWords{"up",    "down",  "off",     "out",      "back",  "away",
                                                           "over",  "in",    "on",      "through",  "along", "aside",
                                                           "apart", "ahead", "forward", "together", "around"};
  return among(kWords, word);
}

std::vector<std::string> base_forms(std::string_view word) {
  std::vector<std::string> forms{lower_text(plain_phrase(word))};
  const std::string form = forms[0];
  auto stem = [&](std::string_view tail, size_t least) {
    return form.size() >= least && form.ends_with(tail) ? form.substr(0, form.size() - tail.size()) : std::string();
  };
  if (std::string one = stem("ies", 5); !one.empty()) add(forms, one + "y");
  if (std::string one = stem("ied", 5); !one.empty()) add(forms, one + "y");
  if (std::string one = stem("s", 4); !one.empty() && !one.ends_with('s')) add(forms, one);
  if (std::string one = stem("es", 5); !one.empty()) add(forms, one);
  for (std::string_view tail : {"ed", "ing"})
    if (std::string one = stem(tail, 5); !one.empty()) {
      add(forms, one);
      add(forms, one + "e");
      if (one.size() > 3 && one[one.size() - 1] == one[one.size() - 2]) add(forms, one.substr(0, one.size() - 1));
    }
  return forms;
}

std::string result_of(std::string_view code, const Cameo& cameo) {
  if (code == "---") return "null";
  const CameoEntry* entry = cameo.find(code);
  if (!entry) return {};
  if (entry->type == EventType::kNone) return "null";
  std::string text(name(entry->type));
  if (entry->mode != Mode::kNone) text += "/" + std::string(name(entry->mode));
  return text + " " + std::string(code);
}

}  // namespace demarche
