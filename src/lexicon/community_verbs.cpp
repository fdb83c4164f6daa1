#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "lexicon/community_patterns.h"
#include "lexicon/community_text.h"
#include "lexicon/slot_keys.h"

namespace demarche {

namespace {

constexpr size_t kMostLines = 1'000'000;    // frames written
constexpr size_t kMostFrames = 20'000'000;  // verbs times patterns: each verb of a block has all of its patterns

// A code of a verb dictionary: `[042]`, `[042:043]` (active, and what the other side did), `[:110]` (the other side alone).
struct VerbCode {
  std::string result;     // the right side of our `=>`
  bool reversed = false;  // the object acts, the subject is acted on
  bool mutual = false;
};

// A verb of a block, with what belongs to it besides its head.
struct BlockVerb {
  std::string lemma;  // "step down"
  PatternFrame tail;  // *call for*, *take part*: what every frame of it asks
  std::optional<VerbCode> code;
  int line = 0;
};

struct BlockPattern {
  std::vector<PatternFrame> frames;
  VerbCode code;
  int line = 0;
};

class VerbConverter {
 public:
  VerbConverter(CommunitySource& source, const Cameo& cameo, Conversion& made) : source_(source), cameo_(cameo), made_(made) {}

  void run() {
    learn_forms();
    for (const SourceLine& line : source_.lines()) read(line);
    close();
    if (std::string classes = phrases_.class_lines(); !classes.empty())
      made_.files.push_back({"classes/" + source_.stem() + ".classes", source_.head() + classes});
    if (!text_.empty()) made_.files.push_back({"frames/" + source_.stem() + ".frames", source_.head() + text_});
  }

 private:
  void read(const SourceLine& line) {
    std::string_view text = line.text;
    if (text.starts_with("---")) return open(line);
    if (text.starts_with("- ") || text.starts_with("-\t")) return pattern(line);
    if (text[0] == '~') return source_.refuse(line.number, "a transformation: what one act makes of another is the engine's own (grid)");
    if (text[0] == '&') {
      close();
      in_block_ = false;
      set_ = set_name(text.substr(1));
      return phrases_.open(set_);
    }
    if (!in_block_ && text[0] == '+') return member(line);
    if (!in_block_) return source_.refuse(line.number, "neither a set, a block nor a pattern");
    verb(line);
  }

  static std::string set_name(std::string_view text) {
    text = trim(text);
    while (text.ends_with('_')) text.remove_suffix(1);
    return lower_text(text);
  }

  void member(const SourceLine& line) {
    if (set_.empty()) return source_.refuse(line.number, "a word of no set: &NAME stands above its words");
    std::string_view word = trim(std::string_view(line.text).substr(1));
    if (!word.starts_with('&')) {
      if (!phrases_.add_member(set_, word.substr(0, word.find('{'))))
        source_.refuse(line.number, "no word stands here, or the set has 3,000 already");
    } else if (!phrases_.include(set_, set_name(word.substr(1)))) {
      source_.refuse(line.number, "`" + std::string(word) + "` names no set that stands above, or the sets have 2,000,000 words");
    }
  }

  // `--- NAME [CODE] ---`
  void open(const SourceLine& line) {
    close();
    in_block_ = true;
    auto parts = bracketed(line.text);
    if (!parts) {
      source_.refuse(line.number, "a block without a code: --- NAME [CODE] ---");
    } else {
      block_code_ = code_from(parts->inside, line.number);
      if (parts->inside == "---" || !block_code_) block_code_.reset();
    }
  }

  std::optional<VerbCode> code_from(const std::string& text, int number) {
    VerbCode code;
    size_t colon = text.find(':');
    std::string active(trim(std::string_view(text).substr(0, colon)));
    std::string passive = colon == std::string::npos ? "" : std::string(trim(std::string_view(text).substr(colon + 1)));
    code.reversed = active.empty() && !passive.empty();
    code.mutual = !active.empty() && active == passive;
    const std::string& taken = active.empty() ? passive : active;
    code.result = result_of(taken, cameo_);
    if (!code.result.empty()) return code;
    source_.refuse(number, "`" + text + "` is no CAMEO code");
    return std::nullopt;
  }

  void pattern(const SourceLine& line) {
    auto parts = bracketed(line.text);
    if (!in_block_ || !parts)
      return source_.refuse(line.number, in_block_ ? "a pattern without its code: - WORDS * WORDS [CODE]" : "a pattern outside of a block");
    auto code = code_from(parts->inside, line.number);
    if (!code) return;
    std::string fault;
    BlockPattern made{read_pattern(std::string_view(parts->before).substr(1), phrases_, fault), *code, line.number};
    if (made.frames.empty()) return source_.refuse(line.number, fault);
    ++made_.entries;
    patterns_.push_back(std::move(made));
  }

  // Verbs with their irregular forms, so that a line which names a form finds its verb.
  void learn_forms() {
    for (const SourceLine& line : source_.lines()) {
      if (std::string_view("-&~+[").find(line.text[0]) != std::string_view::npos) continue;
      size_t brace = line.text.find('{');
      std::string base = lower_text(plain_phrase(std::string_view(line.text).substr(0, std::min(brace, line.text.find('[')))));
      if (base.empty() || base.find(' ') != std::string::npos) continue;
      bases_.insert(base);
      if (brace == std::string::npos) continue;
      size_t end = line.text.find('}', brace);
      for (std::string_view form :
           words_of(std::string_view(line.text).substr(brace + 1, end == std::string::npos ? end : end - brace - 1)))
        base_of_.try_emplace(lower_text(plain_phrase(form)), base);
    }
  }

  std::string base_of(const std::string& word) const {
    if (bases_.contains(word)) {
      auto irregular = base_of_.find(word);
      return irregular == base_of_.end() || irregular->second == word ? word : irregular->second;
    }
    if (auto irregular = base_of_.find(word); irregular != base_of_.end()) return irregular->second;
    for (const std::string& form : base_forms(word))
      if (bases_.contains(form)) return form;
    return word;
  }

  // `WORD {FORMS} [CODE]`; `+` marks the head of several words.
  void verb(const SourceLine& line) {
    auto parts = bracketed(line.text);
    std::string_view text = parts ? std::string_view(parts->before) : std::string_view(line.text);
    text = trim(text.substr(0, text.find('{')));
    std::optional<VerbCode> code;
    if (parts && parts->inside != "---" && !(code = code_from(parts->inside, line.number))) return;
    size_t plus = text.find('+');
    auto prefix = words_of_phrase(plus == std::string_view::npos ? std::string_view() : text.substr(0, plus));
    auto words = words_of_phrase(plus == std::string_view::npos ? text : text.substr(plus + 1));
    if (words.empty()) return source_.refuse(line.number, "no verb stands here");
    if (prefix.size() > 1) return source_.refuse(line.number, "more than one word before the head of a verb");
    std::string fault;
    auto tail = tail_of(words, fault);
    if (!tail) return source_.refuse(line.number, fault);
    ++made_.entries;
    std::string head = base_of(words[0]) + (tail->particle.empty() ? "" : " " + tail->particle);
    BlockVerb made{head, *tail, code, line.number};
    if (prefix.empty()) return verbs_.push_back(std::move(made));
    for (std::string_view between : {"-", ""}) {
      made.lemma = prefix[0] + std::string(between) + head;
      verbs_.push_back(made);
    }
  }

  static std::vector<std::string> words_of_phrase(std::string_view text) {
    std::vector<std::string> words;
    std::string plain = lower_text(plain_phrase(text));
    for (std::string_view word : words_of(plain)) words.emplace_back(word);
    return words;
  }

  // What follows the head: a particle, a preposition, a noun.
  std::optional<PatternFrame> tail_of(const std::vector<std::string>& words, std::string& fault) {
    PatternFrame tail;
    if (words.size() == 1) return tail;
    bool particle = is_particle(words[1]);
    std::string rest = "*";
    for (size_t i = particle ? 2 : 1; i < words.size(); ++i) rest += " " + words[i];
    if (rest != "*") {
      auto frames = read_pattern(rest, phrases_, fault);
      if (frames.empty()) return std::nullopt;
      tail.parts = std::move(frames[0].parts);
    }
    if (particle) tail.particle = words[1];
    return tail;
  }

  void close() {
    // Verbs that behave alike share an entry.
    std::unordered_map<std::string, std::vector<std::string>> groups;
    std::vector<std::pair<std::string, const BlockVerb*>> order;
    std::unordered_set<std::string> listed;
    for (const BlockVerb& verb : verbs_) {
      const std::optional<VerbCode>& code = verb.code ? verb.code : block_code_;
      std::string key = (verb.tail.parts.empty() ? "" : verb.tail.text()) + "|" +
                        (code ? code->result + (code->reversed ? "<" : "") + (code->mutual ? "=" : "") : "-") +
                        (verb.tail.particle.empty() ? "" : "|particle");
      auto& lemmas = groups[key];
      if (lemmas.empty()) order.emplace_back(key, &verb);
      if (listed.insert(key + "/" + verb.lemma).second) lemmas.push_back(verb.lemma);
    }
    for (const auto& [key, verb] : order) entry(groups[key], *verb);
    verbs_.clear();
    patterns_.clear();
    block_code_.reset();
  }

  void entry(const std::vector<std::string>& lemmas, const BlockVerb& verb) {
    size_t lines = patterns_.size() + 1, weight = lemmas.size() * lines;
    if (lines_ + lines > kMostLines || frames_ + weight > kMostFrames)
      return source_.refuse(verb.line, "more than 1,000,000 frames, or 20,000,000 for all verbs, in one dictionary: split it");
    lines_ += lines;
    frames_ += weight;
    const std::optional<VerbCode>& code = verb.code ? verb.code : block_code_;
    std::unordered_map<std::string, std::string> by_particle;  // the frames of *call*, *call off*
    std::vector<std::string> particles{""};
    std::unordered_set<std::string> seen;
    if (code) put(by_particle[""], seen, with_tail({}, verb.tail), *code, verb.line);
    for (const BlockPattern& pattern : patterns_)
      for (const PatternFrame& frame : pattern.frames) {
        if (!frame.particle.empty() && (!verb.tail.parts.empty() || !verb.tail.particle.empty())) continue;
        auto joined = with_tail(frame, verb.tail);
        if (std::find(particles.begin(), particles.end(), frame.particle) == particles.end()) particles.push_back(frame.particle);
        put(by_particle[frame.particle], seen, joined, pattern.code, pattern.line);
      }
    for (const std::string& particle : particles) {
      if (by_particle[particle].empty()) continue;
      std::vector<std::string> heads;
      for (const std::string& lemma : lemmas) heads.push_back(lemma + (particle.empty() ? "" : " " + particle));
      text_ += "verb " + join(heads, ", ") + source_.origin(verb.line) + by_particle[particle] + "\n";
    }
  }

  // A frame of *call for*: what the pattern has for an object is what stands behind the preposition.
  static std::optional<PatternFrame> with_tail(PatternFrame frame, const PatternFrame& tail) {
    for (const PatternFrame::Part& part : tail.parts) {
      bool bare = part.filter.empty() && part.key != "obj";
      auto object = std::find_if(frame.parts.begin(), frame.parts.end(), [](const auto& one) { return one.key == "obj"; });
      if (frame.has(part.key)) return std::nullopt;
      if (bare && object != frame.parts.end())
        object->key = part.key;
      else
        frame.parts.push_back(part);
    }
    return frame;
  }

  void put(std::string& text, std::unordered_set<std::string>& seen, std::optional<PatternFrame> frame, const VerbCode& code, int line) {
    if (!frame) return;
    if (code.mutual) frame->mutual = true;
    if (code.reversed)
      for (PatternFrame::Part& part : frame->parts)
        if (part.role) part.role = part.role == 'S' ? 'T' : 'S';
    std::string slots = frame->text();
    if (code.reversed) slots = reversed(*frame);
    if (!seen.insert(frame->particle + "|" + slots).second) return;
    bool event = code.result != "null";
    text += "  " + (slots.empty() ? "-" : slots) + " => " + code.result + (event && frame->mutual ? " mutual" : "") + source_.origin(line);
  }

  // The object did it to the subject.
  static std::string reversed(const PatternFrame& frame) {
    PatternFrame turned = frame;
    if (!turned.has("subj")) turned.parts.push_back({"subj", 'T', ""});
    if (!turned.has("obj")) turned.parts.push_back({"obj", 'S', ""});
    return turned.text();
  }

  CommunitySource& source_;
  const Cameo& cameo_;
  Conversion& made_;
  CommunityPhrases phrases_;
  std::unordered_set<std::string> bases_;
  std::unordered_map<std::string, std::string> base_of_;
  std::string set_, text_;
  size_t lines_ = 0, frames_ = 0;
  // The block that is open.
  bool in_block_ = false;
  std::optional<VerbCode> block_code_;
  std::vector<BlockVerb> verbs_;
  std::vector<BlockPattern> patterns_;
};

}  // namespace

void convert_verbs(CommunitySource& source, const Ontology& ontology, Conversion& made) {
  VerbConverter(source, ontology.cameo, made).run();
}

}  // namespace demarche
