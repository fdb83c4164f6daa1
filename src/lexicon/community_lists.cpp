#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "lexicon/agents.h"
#include "lexicon/community_text.h"
#include "lexicon/lines.h"

namespace demarche {

namespace {

constexpr size_t kMostVariants = 256;  // of one line

// Each text followed by each of the pieces; nothing where they would be too many.
bool extend(std::vector<std::string>& texts, const std::vector<std::string>& pieces) {
  if (texts.size() * pieces.size() > kMostVariants) return false;
  std::vector<std::string> longer;
  for (const std::string& text : texts)
    for (const std::string& piece : pieces) longer.push_back(text + piece);
  texts = std::move(longer);
  return true;
}

class AgentConverter {
 public:
  AgentConverter(CommunitySource& source, Conversion& made) : source_(source), made_(made) {}

  void run() {
    for (const SourceLine& line : source_.lines()) read(line);
    if (!text_.empty()) made_.files.push_back({"agents/" + source_.stem() + ".agents", source_.head() + text_});
  }

 private:
  void read(const SourceLine& line) {
    std::string_view text = line.text;
    if (text[0] == '!' && text.find('=') != std::string_view::npos && text.find('[') == std::string_view::npos) return set(line);
    auto parts = bracketed(text);
    if (!parts) return source_.refuse(line.number, "a role noun without a code in brackets: PHRASE [~CODE]");
    std::string phrase = parts->before, plural, code = parts->inside;
    bool braces = phrase.ends_with('}') && phrase.find('{') != std::string::npos;
    if (braces) {
      size_t open = phrase.find('{');
      plural = lower_text(plain_phrase(phrase.substr(open)));
      phrase.resize(open);
    }
    if (code.ends_with('~')) return source_.refuse(line.number, "`" + code + "` stands before the country's code; ours stand behind it");
    if (code.starts_with('~')) code.erase(0, 1);
    if (!is_code(code)) return source_.refuse(line.number, "`" + code + "` is no string of three-letter codes");
    std::vector<std::string> phrases{""};
    bool substituted = phrase.find('!') != std::string::npos;
    if (!expand(phrase, phrases, line.number)) return;
    for (std::string& one : phrases) {
      one = lower_text(plain_phrase(one));
      if (one.empty()) return source_.refuse(line.number, "no role noun before the code");
      // A set lists its plurals itself; `{}` says that there is none.
      std::string other = substituted || (braces && plural.empty()) ? one : braces ? plural : regular_plural(one);
      add(one, other, code, line.number);
    }
  }

  void add(const std::string& phrase, const std::string& plural, const std::string& code, int number) {
    auto [known, fresh] = codes_.try_emplace(phrase, code);
    if (fresh) {
      ++made_.entries;
      text_ += phrase + "/" + plural + " : " + code + source_.origin(number);
    } else if (known->second != code) {
      source_.refuse(number, "`" + phrase + "` has the code " + known->second + " already; " + code + " is left out");
    }
  }

  // `!PERSON! = MAN, WOMAN`
  void set(const SourceLine& line) {
    size_t end = line.text.find('!', 1), equals = line.text.find('=');
    if (end == std::string::npos || end > equals) return source_.refuse(line.number, "a set reads !NAME! = WORD, WORD");
    std::vector<std::string> words;
    for (std::string_view word : split(std::string_view(line.text).substr(equals + 1), ','))
      if (std::string one = plain_phrase(word); !one.empty() && words.size() < kMostVariants) words.push_back(one);
    sets_[line.text.substr(1, end - 1)] = std::move(words);
  }

  bool expand(std::string_view phrase, std::vector<std::string>& made, int number) {
    for (size_t at = 0; at < phrase.size();) {
      size_t mark = phrase.find('!', at);
      if (!extend(made, {std::string(phrase.substr(at, mark == std::string_view::npos ? mark : mark - at))})) return false;
      if (mark == std::string_view::npos) break;
      size_t end = phrase.find('!', mark + 1);
      auto known = end == std::string_view::npos ? sets_.end() : sets_.find(std::string(phrase.substr(mark + 1, end - mark - 1)));
      if (known == sets_.end()) {
        source_.refuse(number, "`" + std::string(phrase.substr(mark)) + "` names no set that stands above");
        return false;
      }
      if (!extend(made, known->second)) {
        source_.refuse(number, "more than 256 phrases in one line");
        return false;
      }
      at = end + 1;
    }
    return true;
  }

  CommunitySource& source_;
  Conversion& made_;
  std::string text_;
  std::unordered_map<std::string, std::vector<std::string>> sets_;
  std::unordered_map<std::string, std::string> codes_;
};

// The phrases that an issue stands for: `pre+n:school` is "pre school" and "pre schools".
bool issue_phrases(std::string_view text, std::vector<std::string>& made) {
  for (std::string_view word : words_of(text)) {
    if (!made.empty() && !made[0].empty() && !extend(made, {" "})) return false;
    size_t at = 0;
    while (at <= word.size()) {
      size_t plus = word.find('+', at);
      std::string piece(word.substr(at, plus == std::string_view::npos ? plus : plus - at));
      std::vector<std::string> forms;
      if (piece.starts_with("n:")) {
        std::string noun = lower_text(plain_phrase(piece.substr(2)));
        forms = {noun, regular_plural(noun)};
      } else if (piece.starts_with("v:")) {
        std::string verb = lower_text(plain_phrase(piece.substr(2)));
        std::string stem = verb.ends_with('e') ? verb.substr(0, verb.size() - 1) : verb;
        forms = {verb, regular_plural(verb), stem + "ed", stem + "ing"};
      } else {
        forms = {lower_text(plain_phrase(piece))};
      }
      if (!extend(made, forms)) return false;
      if (plus == std::string_view::npos) break;
      if (!extend(made, {" "})) return false;
      at = plus + 1;
    }
  }
  return true;
}

}  // namespace

void convert_agents(CommunitySource& source, Conversion& made) {
  AgentConverter(source, made).run();
}

void convert_discards(CommunitySource& source, Conversion& made) {
  std::string text;
  std::unordered_set<std::string> seen;
  for (const SourceLine& line : source.lines()) {
    bool report = line.text[0] == '+';
    std::string phrase = lower_text(plain_phrase(std::string_view(line.text).substr(0, line.text.find('['))));
    if (phrase.empty()) {
      source.refuse(line.number, "no phrase stands here");
    } else if (seen.insert(phrase).second) {
      ++made.entries;
      text += phrase + (report ? " : report" : " : sentence") + source.origin(line.number);
    }
  }
  if (!text.empty()) made.files.push_back({"discards/" + source.stem() + ".discards", source.head() + text});
}

void convert_issues(CommunitySource& source, Conversion& made) {
  std::string text;
  for (const SourceLine& line : source.lines()) {
    std::string_view body = line.text;
    if (body[0] == '<') continue;  // the wrapper of a category
    std::string code = "-";
    auto parts = bracketed(body);
    if (body[0] == '~') {
      body.remove_prefix(body.starts_with("~~") ? 2 : 1);
    } else if (parts) {
      body = parts->before;
      code = parts->inside;
    } else {
      source.refuse(line.number, "an issue without its code in brackets: PHRASE [CODE]");
      continue;
    }
    bool sound = !code.empty() && std::all_of(code.begin(), code.end(), [](char c) {
      return is_upper_ascii(c) || is_lower_ascii(c) || is_digit(c) || c == '_' || c == '-';
    });
    std::vector<std::string> phrases{""};
    if (!sound) {
      source.refuse(line.number, "`" + code + "` is no code of an issue: letters, digits and _");
    } else if (!issue_phrases(body, phrases)) {
      source.refuse(line.number, "more than 256 phrases in one line");
    } else if (std::any_of(phrases.begin(), phrases.end(), [](const std::string& one) { return trim(one).empty(); })) {
      source.refuse(line.number, "no phrase stands here");
    } else {
      ++made.entries;
      text += join(phrases, ", ") + " : " + code + source.origin(line.number);
    }
  }
  if (!text.empty()) made.files.push_back({"issues/" + source.stem() + ".issues", source.head() + text});
}

}  // namespace demarche
