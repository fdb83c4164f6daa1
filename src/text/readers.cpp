#include "text/readers.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <utility>

#include "base/files.h"
#include "base/strings.h"
#include "text/html.h"
#include "text/utf8.h"

namespace demarche {

namespace {
constexpr size_t kHead = 65536;
constexpr size_t kChunk = 65536;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Position of the first character that is not blank, npos if there is none.
size_t first_visible(std::string_view text, size_t from = 0) {
  for (size_t i = from; i < text.size(); ++i)
    if (!is_blank(text[i])) return i;
  return std::string_view::npos;
}

/// True if the first line holds a complete value or the second begins another object: one object a line, whole or broken.
bool is_json_lines(std::string_view head) {
  size_t stop = head.find('\n');
  if (stop == std::string_view::npos) return head.size() >= kHead;
  int depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < stop; ++i) {
    char c = head[i];
    if (in_string && c == '\\')
      ++i;
    else if (c == '"')
      in_string = !in_string;
    else if (!in_string && (c == '{' || c == '['))
      ++depth;
    else if (!in_string && (c == '}' || c == ']'))
      --depth;
  }
  if (!in_string && depth == 0) return true;
  size_t second = first_visible(head, stop);
  return in_string || (second != std::string_view::npos && head[second] == '{' && head[second - 1] == '\n');
}
}  // namespace

/// The stream with a look-ahead buffer and a line count.
class DocumentReader::Source {
 public:
  Source(std::istream& in, std::string name) : in_(&in), name_(std::move(name)) {}
  Source(std::unique_ptr<std::istream> owned, std::string name) : owned_(std::move(owned)), in_(owned_.get()), name_(std::move(name)) {}

  /// What lies ahead, up to 64 KiB, without taking it. Less where the first line tells that objects come one a line: they may come slowly.
  std::string_view head() {
    auto ahead = [&] { return std::string_view(buffer_).substr(at_, kHead); };
    auto tells = [&] {
      size_t first = first_visible(ahead());
      return first != std::string_view::npos && ahead()[first] == '{' && is_json_lines(ahead().substr(first));
    };
    while (buffer_.size() - at_ < kHead && !tells() && fill()) {
    }
    return ahead();
  }
  /// Next byte, -1 at the end.
  int get() {
    if (at_ == buffer_.size()) {
      buffer_.clear();
      at_ = 0;
      if (!fill()) return -1;
    }
    char c = buffer_[at_++];
    if (c == '\n') ++line_;
    return static_cast<unsigned char>(c);
  }
  void skip(size_t count) {
    for (size_t i = 0; i < count; ++i) (void)get();
  }
  /// Takes a line without its end. False at the end of the input. `whole` is false if it was longer than `limit` and the rest thrown away.
  bool line(std::string& text, size_t limit, bool& whole) {
    text.clear();
    whole = true;
    bool any = false;
    while (true) {
      if (at_ == buffer_.size()) {
        buffer_.clear();
        at_ = 0;
        if (!fill()) return any;
      }
      any = true;
      size_t stop = buffer_.find('\n', at_);
      size_t end = stop == std::string::npos ? buffer_.size() : stop;
      if (text.size() + (end - at_) > limit) whole = false;
      if (whole) text.append(buffer_, at_, end - at_);
      at_ = end;
      if (stop == std::string::npos) continue;
      ++at_;
      ++line_;
      return true;
    }
  }
  /// Everything that is left, at most `limit` bytes. False if there is more.
  bool rest(std::string& text, size_t limit) {
    text.assign(buffer_, at_, std::string::npos);
    buffer_.clear();
    at_ = 0;
    while (text.size() <= limit && fill()) {
      text += buffer_;
      buffer_.clear();
    }
    return text.size() <= limit;
  }
  size_t line_number() const { return line_; }
  Error place(Error error, size_t line) const {
    error.place = line > 0 ? fmt::format("{}:{}", name_, line) : name_;
    return error;
  }
  bool failed() const { return in_->bad(); }
  bool failure_told = false;

 private:
  bool fill() {
    if (at_ > kHead) {
      buffer_.erase(0, at_);
      at_ = 0;
    }
    // What is there, not a whole chunk: a pipe may hold a document whose successor is an hour away.
    if (in_->peek() == std::istream::traits_type::eof()) return false;
    auto ready = std::clamp<std::streamsize>(in_->rdbuf()->in_avail(), 1, kChunk);
    size_t size = buffer_.size();
    buffer_.resize(size + static_cast<size_t>(ready));
    in_->read(buffer_.data() + size, ready);
    buffer_.resize(size + static_cast<size_t>(in_->gcount()));
    return in_->gcount() > 0;
  }

  std::unique_ptr<std::istream> owned_;
  std::istream* in_;
  std::string name_;
  std::string buffer_;
  size_t at_ = 0;
  size_t line_ = 1;
};

/// How documents lie in the stream.
class DocumentReader::Format {
 public:
  virtual ~Format() = default;
  virtual std::optional<Result<Document>> next(Source& source, const ReaderOptions& options) = 0;

  static std::unique_ptr<Format> of(Source& source, const ReaderOptions& options);

 protected:
  static Error too_large(const ReaderOptions& options) {
    return {ErrorCode::kBadInput,
            fmt::format("a document of more than {} MiB was skipped; split it or raise the limit", options.max_document >> 20), ""};
  }
  static std::optional<Result<Document>> placed(Result<Document> doc, const Source& source, size_t line) {
    if (doc) return doc;
    return source.place(doc.error(), line);
  }

  class Lines;
  class Values;
  class Whole;
};

/// One JSON object a line.
class DocumentReader::Format::Lines : public Format {
 public:
  std::optional<Result<Document>> next(Source& source, const ReaderOptions& options) override {
    bool whole = true;
    while (true) {
      size_t number = source.line_number();
      if (!source.line(line_, options.max_document, whole)) return std::nullopt;
      if (!whole) return source.place(too_large(options), number);
      if (trim(line_).empty()) continue;
      return placed(document_from_json(line_, options), source, number);
    }
  }

 private:
  std::string line_;
};

/// JSON values over any number of lines: one object, several in a row, or the elements of an array.
class DocumentReader::Format::Values : public Format {
 public:
  std::optional<Result<Document>> next(Source& source, const ReaderOptions& options) override {
    int c = source.get();
    while (c >= 0 && (is_blank(static_cast<char>(c)) || (c == ',' && in_array_) || (c == '[' && !in_array_) || (c == ']' && in_array_))) {
      if (c == '[') in_array_ = true;
      if (c == ']') in_array_ = false, closed_ = true;
      c = source.get();
    }
    if (c < 0) {
      if (!in_array_ || closed_) return std::nullopt;
      closed_ = true;
      return source.place({ErrorCode::kBadInput, "the JSON array is not closed; the input may be cut off", ""}, source.line_number());
    }
    return value(c, source, options);
  }

 private:
  std::optional<Result<Document>> value(int c, Source& source, const ReaderOptions& options) {
    size_t line = source.line_number();
    std::string text;
    size_t depth = 0;
    bool in_string = false;
    bool escaped = false;
    bool whole = true;
    bool complete = false;
    for (; c >= 0; c = source.get()) {
      if (text.size() >= options.max_document) whole = false;
      if (whole) text += static_cast<char>(c);
      if (in_string) {
        if (!escaped && c == '"') in_string = false;
        escaped = !escaped && c == '\\';
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (c == '}' || c == ']') {
        if (depth <= 1) complete = true;
        if (depth > 0)
          --depth;
        else if (c == ']' && in_array_ && whole)
          text.pop_back(), closed_ = true;
      } else if (depth == 0 && (c == ',' || c == '\n')) {
        complete = true;
        text.pop_back();
      }
      if (complete) break;
    }
    if (!whole) return source.place(too_large(options), line);
    if (!complete) closed_ = true;
    return placed(document_from_json(text, options), source, line);
  }

  bool in_array_ = false;
  bool closed_ = false;
};

/// The stream is one document.
class DocumentReader::Format::Whole : public Format {
 public:
  explicit Whole(bool html) : html_(html) {}
  std::optional<Result<Document>> next(Source& source, const ReaderOptions& options) override {
    if (done_) return std::nullopt;
    done_ = true;
    std::string bytes;
    if (!source.rest(bytes, options.max_document)) return source.place(too_large(options), 0);
    return placed(html_ ? document_from_html(bytes, options) : document_from_text(bytes, options), source, 0);
  }

 private:
  bool html_;
  bool done_ = false;
};

namespace {

bool starts_html(std::string_view head) {
  if (head.empty() || head[0] != '<' || head.size() < 3) return false;
  std::string start = lower_ascii(head.substr(0, 512));
  if (start.starts_with("<!doctype html") || start.starts_with("<!--") || start.starts_with("<?xml"))
    return start.find("html") != std::string::npos;
  size_t end = 1;
  while (end < start.size() && (is_lower_ascii(start[end]) || is_digit(start[end]))) ++end;
  bool tag = end > 1 && end < start.size() && (start[end] == '>' || start[end] == ' ' || start[end] == '\n' || start[end] == '/');
  return tag && start.find('>') != std::string::npos;
}

}  // namespace

std::unique_ptr<DocumentReader::Format> DocumentReader::Format::of(Source& source, const ReaderOptions& options) {
  std::string_view head = source.head();
  bool wide = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (head.starts_with("\xEF\xBB\xBF") && options.format != InputFormat::kHtml && options.format != InputFormat::kText) {
    std::string_view after = head.substr(3);
    size_t visible = first_visible(after);
    if (visible != std::string_view::npos && (after[visible] == '{' || after[visible] == '[')) {
      source.skip(3);
      head = source.head();
    }
  }
  size_t visible = first_visible(head);
  InputFormat format = options.format;
  if (visible != std::string_view::npos)
    head.remove_prefix(visible);
  else
    head = {};
  if (format == InputFormat::kAuto) {
    size_t second = head.empty() ? std::string_view::npos : first_visible(head, 1);
    char next = second == std::string_view::npos ? '\0' : head[second];
    bool json = !head.empty() &&
                ((head[0] == '{' && (next == '"' || next == '}')) || (head[0] == '[' && (next == '{' || (next == ']' && head.size() < 8))));
    std::string_view after_mark = head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head;
    format = wide ? InputFormat::kText : json ? InputFormat::kJson : starts_html(after_mark) ? InputFormat::kHtml : InputFormat::kText;
  }
  if (format == InputFormat::kJson) {
    bool lines = head.empty() || (head[0] != '[' && is_json_lines(head));
    if (lines) return std::make_unique<Lines>();
    return std::make_unique<Values>();
  }
  return std::make_unique<Whole>(format == InputFormat::kHtml);
}

DocumentReader::DocumentReader(std::istream& in, std::string name, ReaderOptions options)
    : source_(std::make_unique<Source>(in, std::move(name))), options_(std::move(options)) {}

DocumentReader::~DocumentReader() = default;

Result<std::unique_ptr<DocumentReader>> DocumentReader::open(const std::string& path, const ReaderOptions& options) {
  if (path == "-") return std::make_unique<DocumentReader>(std::cin, "standard input", options);
  auto file = open_file(path);
  if (!file) return file.error();
  auto reader = std::make_unique<DocumentReader>(**file, path, options);
  reader->source_ = std::make_unique<Source>(std::move(*file), path);
  return reader;
}

std::optional<Result<Document>> DocumentReader::next() {
  if (!format_) format_ = Format::of(*source_, options_);
  std::optional<Result<Document>> doc = format_->next(*source_, options_);
  if (!doc && source_->failed() && !std::exchange(source_->failure_told, true))
    return source_->place({ErrorCode::kIo, "reading failed half-way", ""}, source_->line_number());
  return doc;
}

}  // namespace demarche
