#include "language/conllu.h"

#include <array>
#include <charconv>
#include <limits>

#include "base/files.h"
#include "base/strings.h"

namespace demarche {
namespace {

constexpr size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

/// The byte offset of the first ill-formed UTF-8 sequence, npos if there is none.
size_t find_bad_utf8(std::string_view text) {
  size_t i = 0;
  while (i < text.size()) {
    auto c = static_cast<unsigned char>(text[i]);
    size_t length = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
    if (length == 0 || i + length > text.size()) return i;
    for (size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return i;
    if (length > 2) {
      auto d = static_cast<unsigned char>(text[i + 1]);
      if ((c == 0xE0 && d < 0xA0) || (c == 0xED && d > 0x9F) || (c == 0xF0 && d < 0x90) || (c == 0xF4 && d > 0x8F)) return i;
    }
    i += length;
  }
  return std::string_view::npos;
}

bool parse_number(std::string_view text, size_t& value) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool space_after(std::string_view misc) {
  for (std::string_view item : split(misc, '|'))
    if (item == "SpaceAfter=No") return false;
  return true;
}

std::string_view or_empty(std::string_view column) {
  return column == "_" ? std::string_view() : column;
}

/// Reads one file, line by line; holds the sentence under way.
class Reader {
 public:
  Reader(std::string_view text, std::string_view place) : text_(text), place_(place) {}

  Status read(std::vector<ConlluSentence>& out) {
    size_t at = 0;
    while (at < text_.size()) {
      size_t end = text_.find('\n', at);
      if (end == std::string_view::npos) end = text_.size();
      std::string_view line = text_.substr(at, end - at);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      at = end + 1;
      ++line_;
      Status status = line.empty() ? finish(out) : take(line);
      if (!status) return status;
    }
    return finish(out);
  }

 private:
  Error error(std::string message) const {
    return Error{ErrorCode::kBadInput, std::move(message), std::string(place_) + ":" + std::to_string(line_)};
  }

  Status take(std::string_view line) {
    if (current_.line == 0) current_.line = line_;
    if (line.front() == '#') {
      if (!current_.sentence.words.empty()) return error("a comment between the words of a sentence");
      take_comment(line);
      return success();
    }
    Columns columns;
    size_t count = 0, from = 0;
    while (true) {
      size_t tab = line.find('\t', from);
      if (count < kColumns) columns[count] = line.substr(from, tab == std::string_view::npos ? tab : tab - from);
      ++count;
      if (tab == std::string_view::npos) break;
      from = tab + 1;
    }
    if (count != kColumns) return error("a word line has 10 columns, this one has " + std::to_string(count));
    if (columns[0].find('.') != std::string_view::npos) return success();
    if (columns[1].empty()) return error("the form is empty");
    if (columns[0].find('-') != std::string_view::npos) return take_multiword(columns);
    return take_word(columns);
  }

  void take_comment(std::string_view line) {
    current_.comments.push_back(line);
    std::string_view rest = trim(line.substr(1));
    if (rest.starts_with("newpar") || rest.starts_with("newdoc")) current_.sentence.paragraph_start = true;
    size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return;
    std::string_view key = trim(rest.substr(0, equals)), value = trim(rest.substr(equals + 1));
    if (key == "sent_id") current_.sent_id = value;
    if (key == "text") current_.text = value;
  }

  Status take_multiword(const Columns& columns) {
    size_t dash = columns[0].find('-'), first = 0, last = 0;
    if (!parse_number(columns[0].substr(0, dash), first) || !parse_number(columns[0].substr(dash + 1), last))
      return error(std::string(columns[0]) + " is no range of words");
    if (first != current_.sentence.words.size() + 1 || last <= first || first < open_range_end_)
      return error("the multi-word token " + std::string(columns[0]) + " is out of order");
    if (last - first >= 255) return error("the multi-word token " + std::string(columns[0]) + " has too many words");
    current_.multiwords.push_back({first - 1, last - 1, columns[1], columns[9]});
    open_range_end_ = last + 1;
    return success();
  }

  Status take_word(const Columns& columns) {
    std::vector<Word>& words = current_.sentence.words;
    size_t id = 0;
    if (!parse_number(columns[0], id) || id != words.size() + 1)
      return error("the word id is " + std::string(columns[0]) + " where " + std::to_string(words.size() + 1) + " should stand");
    if (id > static_cast<size_t>(std::numeric_limits<int16_t>::max())) return error("the sentence has more than 32767 words");
    Word word;
    word.form = columns[1];
    if (columns[2] != "_" || columns[1] == "_") word.lemma = columns[2];
    word.upos = upos_from(columns[3]);
    word.xpos = or_empty(columns[4]);
    word.feats = or_empty(columns[5]);
    word.space_after = space_after(columns[9]);
    size_t head = 0;
    if (columns[6] != "_") {
      if (!parse_number(columns[6], head) || head == id || head > static_cast<size_t>(std::numeric_limits<int16_t>::max()))
        return error(std::string(columns[6]) + " is no head of word " + std::string(columns[0]));
      word.rel = deprel_from(columns[7]);
    }
    word.head = static_cast<int16_t>(static_cast<int>(head) - 1);
    words.push_back(std::move(word));
    current_.misc.push_back(columns[9]);
    return success();
  }

  Status finish(std::vector<ConlluSentence>& out) {
    std::vector<Word>& words = current_.sentence.words;
    if (words.empty()) {
      if (!current_.comments.empty() || !current_.multiwords.empty()) return error("a sentence without words");
      current_ = {};
      return success();
    }
    for (const ConlluMultiword& token : current_.multiwords) {
      if (token.last >= words.size()) return error("a multi-word token reaches beyond the sentence");
      for (size_t i = token.first; i <= token.last; ++i) {
        words[i].multiword = i == token.first ? static_cast<uint8_t>(token.last - token.first + 1) : 1;
        words[i].space_after = i == token.last && space_after(token.misc);
      }
    }
    for (const Word& word : words)
      if (word.head >= static_cast<int>(words.size())) return error("a head lies outside the sentence");
    if (has_cycle(words)) return error("the heads of the sentence above form a cycle");
    size_t roots = 0, unparsed = 0;
    for (const Word& word : words) {
      if (word.rel == Deprel::kNone) ++unparsed;
      if (word.rel != Deprel::kNone && word.head < 0) ++roots;
    }
    if (unparsed == 0 && roots != 1) return error("the sentence above has " + std::to_string(roots) + " roots");
    out.push_back(std::move(current_));
    current_ = {};
    open_range_end_ = 0;
    return success();
  }

  static bool has_cycle(const std::vector<Word>& words) {
    std::vector<size_t> seen(words.size(), 0);
    for (size_t i = 0; i < words.size(); ++i) {
      for (int at = static_cast<int>(i); at >= 0; at = words[at].head) {
        if (seen[at] == i + 1) return true;
        if (seen[at] != 0) break;
        seen[at] = i + 1;
      }
    }
    return false;
  }

  std::string_view text_;
  std::string_view place_;
  size_t line_ = 0;
  size_t open_range_end_ = 0;
  ConlluSentence current_;
};

void append_word(std::string& out, const Word& word, size_t index, std::string_view misc) {
  bool parsed = word.rel != Deprel::kNone;
  out += std::to_string(index + 1);
  out += '\t';
  out += word.form;
  out += '\t';
  out += word.lemma.empty() ? std::string_view("_") : std::string_view(word.lemma);
  out += '\t';
  out += name(word.upos);
  out += '\t';
  out += word.xpos.empty() ? std::string_view("_") : word.xpos;
  out += '\t';
  out += word.feats.empty() ? std::string_view("_") : word.feats;
  out += '\t';
  out += parsed ? std::to_string(word.head + 1) : std::string("_");
  out += '\t';
  out += name(word.rel);
  out += "\t_\t";
  out += misc.empty() ? std::string_view("_") : misc;
  out += '\n';
}

void append_range(std::string& out, size_t first, size_t last, std::string_view form, std::string_view misc) {
  out += std::to_string(first + 1) + "-" + std::to_string(last + 1) + "\t";
  out += form;
  out += "\t_\t_\t_\t_\t_\t_\t_\t";
  out += misc.empty() ? std::string_view("_") : misc;
  out += '\n';
}

}  // namespace

Result<Conllu> parse_conllu(std::string content, std::string_view place) {
  Conllu file;
  file.content = std::make_shared<const std::string>(std::move(content));
  std::string_view text = *file.content;
  if (size_t bad = find_bad_utf8(text); bad != std::string_view::npos) {
    size_t line = 1;
    for (char c : text.substr(0, bad)) line += c == '\n';
    return Error{ErrorCode::kBadInput, "not UTF-8", std::string(place) + ":" + std::to_string(line)};
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (Status status = Reader(text, place).read(file.sentences); !status) return status.error();
  return file;
}

Result<Conllu> read_conllu(const std::string& path) {
  constexpr size_t kMaxFile = size_t{1} << 30;
  auto content = read_file(path, kMaxFile);
  if (!content) return content.error();
  return parse_conllu(std::move(*content), path);
}

void append_conllu(std::string& out, const ConlluSentence& sentence) {
  for (std::string_view comment : sentence.comments) {
    out += comment;
    out += '\n';
  }
  size_t next = 0;
  const std::vector<Word>& words = sentence.sentence.words;
  for (size_t i = 0; i < words.size(); ++i) {
    if (next < sentence.multiwords.size() && sentence.multiwords[next].first == i) {
      const ConlluMultiword& token = sentence.multiwords[next++];
      append_range(out, token.first, token.last, token.form, token.misc);
    }
    append_word(out, words[i], i, i < sentence.misc.size() ? sentence.misc[i] : std::string_view());
  }
  out += '\n';
}

void append_conllu(std::string& out, const Sentence& sentence, std::string_view sent_id, std::string_view text) {
  if (sentence.paragraph_start) out += "# newpar\n";
  out += "# sent_id = ";
  out += sent_id;
  out += "\n# text = ";
  for (char c : text.substr(sentence.span.begin, sentence.span.size())) out += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  out += '\n';
  const std::vector<Word>& words = sentence.words;
  for (size_t i = 0; i < words.size(); ++i) {
    size_t length = words[i].multiword;
    if (length > 1 && i + length <= words.size()) {
      const Word& last = words[i + length - 1];
      std::string_view form = text.substr(words[i].span.begin, last.span.end - words[i].span.begin);
      append_range(out, i, i + length - 1, form, last.space_after ? "" : "SpaceAfter=No");
    }
    append_word(out, words[i], i, words[i].multiword == 0 && !words[i].space_after ? "SpaceAfter=No" : "");
  }
  out += '\n';
}

}  // namespace demarche
