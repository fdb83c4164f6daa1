#pragma once
#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "text/document.h"

namespace demarche {

enum class InputFormat { kAuto, kText, kHtml, kJson };

/// What the caller knows about documents that do not say so themselves, and how much a reader will take.
struct ReaderOptions {
  InputFormat format = InputFormat::kAuto;
  std::optional<Date> published;  ///< for documents without a date of their own
  std::string publisher;
  size_t max_document = size_t{16} << 20;  ///< bytes of one document as it stands in the input; larger ones are refused and skipped
  size_t max_depth = 64;                   ///< nesting of JSON values
};

/// Reads documents out of one stream, one at a time, in bounded memory (about four times `max_document`).
///
/// The format is told by the first bytes unless `options.format` names it:
/// - JSON if the first character is `{`, or `[` followed by `{`: JSON Lines, one object (over any number of lines), or an array of objects.
/// Keys
///   `id title published publisher url language text`; an object with a `document` key is read as this program's own output. Unknown keys
///   pass.
/// - HTML if it begins with a tag, a doctype or an XML declaration: the article is taken out of the page (text/html.h).
/// - Plain text otherwise: the whole stream is one document, its `text` byte for byte the input if that is valid UTF-8.
///
/// A document without an id gets one from its content, the same everywhere. `text` and `title` are clean (text/utf8.h), line breaks as
/// given. Bad input is an Error for that document alone, with `name:line`; reading goes on with the next.
class DocumentReader {
 public:
  /// `name` is used in messages. `in` must outlive the reader.
  DocumentReader(std::istream& in, std::string name, ReaderOptions options);
  /// Opens a file; "-" is standard input. kIo if it cannot be opened or is a directory.
  static Result<std::unique_ptr<DocumentReader>> open(const std::string& path, const ReaderOptions& options);
  ~DocumentReader();

  /// The next document, or what was wrong with it; nothing at the end of the input.
  std::optional<Result<Document>> next();

 private:
  class Source;
  class Format;
  std::unique_ptr<Source> source_;
  std::unique_ptr<Format> format_;
  ReaderOptions options_;
};

/// A document out of one JSON object. kBadInput without a place.
Result<Document> document_from_json(std::string_view json, const ReaderOptions& options);

/// A document out of plain text. The title is the first line where that looks like a headline; the date is taken from a `Date:` line at the
/// top or from a dateline with a year.
Result<Document> document_from_text(std::string_view bytes, const ReaderOptions& options);

/// An id from a document's content: "sha256:" and 16 hexadecimal digits.
std::string content_id(const Document& doc);

}  // namespace demarche
