#include <algorithm>

#include "base/strings.h"
#include "text/chars.h"
#include "text/paragraphs.h"
#include "text/readers.h"
#include "text/sentences.h"
#include "text/utf8.h"
#include "text/words.h"
#include "text/written_date.h"

namespace demarche {

namespace {

constexpr size_t kLongestTitle = 160;
constexpr size_t kHeaderLines = 6;

std::string_view cut(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

/// A first paragraph that reads like a headline: one short line without a full stop, with something after it.
bool is_title(std::string_view line) {
  if (line.size() > kLongestTitle || line.find('\n') != std::string_view::npos) return false;
  Char last = char_before(line, line.size());
  bool stopped =
      (last.kind == CharClass::kStop && last.code != '?' && last.code != '!') || last.code == ':' || last.code == ',' || last.code == ';';
  if (stopped) return false;
  return std::ranges::count(line, ' ') >= 1 && std::ranges::count(line, ' ') < 25 && is_word(char_at(line, 0).kind);
}

/// The day after `Date:`, `Published:` or the like at the start of a line.
std::optional<Date> labelled_date(std::string_view line) {
  size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > 14) return std::nullopt;
  std::string label = lower_ascii(trim(line.substr(0, colon)));
  if (label != "date" && label != "published" && label != "posted" && label != "publication date" && label != "dateline")
    return std::nullopt;
  return parse_written_date(line.substr(colon + 1));
}

std::optional<Date> stated_date(std::string_view text, const std::vector<Span>& parts) {
  WordSplitter splitter(text);
  std::vector<Token> tokens;
  for (size_t i = 0; i < std::min(parts.size(), kHeaderLines); ++i) {
    for (std::string_view line : split(cut(text, parts[i]).substr(0, 1000), '\n'))
      if (auto date = labelled_date(line)) return date;
    tokens.clear();
    splitter.split({parts[i].begin, std::min(parts[i].end, parts[i].begin + 200)}, tokens);
    size_t length = dateline_length(text, tokens);
    if (length == 0) continue;
    if (auto date = parse_written_date(cut(text, {tokens[0].span.begin, tokens[length - 1].span.end}))) return date;
  }
  return std::nullopt;
}

}  // namespace

Result<Document> document_from_text(std::string_view bytes, const ReaderOptions& options) {
  if (looks_binary(bytes)) return Error{ErrorCode::kBadInput, "this is binary data, not text; give text, HTML or JSON Lines", ""};
  CleanText clean = clean_text(bytes, LineBreaks::kKeep);
  Document doc;
  doc.text = std::move(clean.text);
  doc.repaired = clean.repaired;
  doc.publisher = options.publisher;
  std::vector<Span> parts = paragraphs(doc.text);
  if (parts.empty()) return Error{ErrorCode::kBadInput, "the input is empty; a report needs words", ""};
  if (parts.size() > 1 && is_title(cut(doc.text, parts[0]))) doc.title = std::string(cut(doc.text, parts[0]));
  doc.published = stated_date(doc.text, parts);
  if (!doc.published) doc.published = options.published;
  doc.id = content_id(doc);
  return doc;
}

}  // namespace demarche
