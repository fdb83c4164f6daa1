#include "text/utf8.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "base/strings.h"

namespace demarche {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// A decoded sequence; `size` bytes were taken. `good` is false for an ill-formed one.
struct Sequence {
  char32_t code = kReplacement;
  size_t size = 1;
  bool good = false;
};

/// Decodes one sequence, taking the maximal ill-formed part (Unicode 15, table 3-7).
Sequence decode(std::string_view bytes, size_t at) {
  auto byte = [&](size_t i) { return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U; };
  unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  size_t size = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  if (size == 0) return {};
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  char32_t code = lead & (0xFFU >> (size + 1));
  for (size_t i = 1; i < size; ++i) {
    unsigned next = byte(i);
    if (next < low || next > high) return {kReplacement, i, false};
    code = code << 6 | (next & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {code, size, true};
}

bool is_line_break(char32_t code) {
  return code == '\n' || code == '\v' || code == '\f' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
}
bool is_control(char32_t code) {
  return (code < 0x20 && code != '\t') || (code >= 0x7F && code < 0xA0);
}

/// Collects code points, dealing with line breaks and controls.
class Cleaner {
 public:
  Cleaner(size_t expected, LineBreaks breaks) : keep_(breaks == LineBreaks::kKeep) { clean_.text.reserve(expected); }

  void add(char32_t code) {
    bool after_return = after_return_;
    after_return_ = code == '\r';
    if (is_line_break(code) && keep_) {
      append_code_point(clean_.text, code);
    } else if (is_line_break(code)) {
      if (code != '\n' || !after_return) clean_.text += '\n';
    } else if (is_control(code)) {
      ++clean_.controls;
      clean_.text += ' ';
    } else {
      append_code_point(clean_.text, code);
    }
  }
  void add_plain(std::string_view run) {
    after_return_ = false;
    clean_.text += run;
  }
  void repair() {
    after_return_ = false;
    ++clean_.repaired;
    append_code_point(clean_.text, kReplacement);
  }
  CleanText take() { return std::move(clean_); }

 private:
  CleanText clean_;
  bool after_return_ = false;
  bool keep_;
};

CleanText clean_utf16(std::string_view bytes, bool big_endian, LineBreaks breaks) {
  Cleaner cleaner(bytes.size(), breaks);
  auto unit = [&](size_t at) {
    auto first = static_cast<unsigned char>(bytes[at]);
    auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    if (code < 0xD800 || code > 0xDFFF) {
      cleaner.add(code);
      continue;
    }
    char32_t low = code < 0xDC00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (low < 0xDC00 || low > 0xDFFF) {
      cleaner.repair();
      continue;
    }
    cleaner.add(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00));
    at += 2;
  }
  if (at < bytes.size()) cleaner.repair();
  return cleaner.take();
}

bool is_plain_ascii(char c) {
  return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
}

}  // namespace

void append_code_point(std::string& text, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = kReplacement;
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | code >> 6);
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | code >> 12);
    text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | code >> 18);
    text += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

CleanText clean_text(std::string_view bytes, LineBreaks breaks) {
  if (bytes.starts_with("\xFF\xFE")) return clean_utf16(bytes.substr(2), false, breaks);
  if (bytes.starts_with("\xFE\xFF")) return clean_utf16(bytes.substr(2), true, breaks);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Cleaner cleaner(bytes.size(), breaks);
  bool normalise = breaks == LineBreaks::kNormalise;
  size_t at = 0;
  while (at < bytes.size()) {
    size_t run = at;
    while (run < bytes.size() && is_plain_ascii(bytes[run])) ++run;
    bool return_before = normalise && run > at && bytes[at] == '\n' && at > 0 && bytes[at - 1] == '\r';
    if (run > at) cleaner.add_plain(bytes.substr(at + (return_before ? 1 : 0), run - at - (return_before ? 1 : 0)));
    if (run == bytes.size()) break;
    Sequence sequence = decode(bytes, run);
    if (sequence.good)
      cleaner.add(sequence.code);
    else
      cleaner.repair();
    at = run + sequence.size;
  }
  return cleaner.take();
}

bool looks_binary(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  std::string_view head = bytes.substr(0, 65536);
  size_t bad = 0;
  size_t zeros = 0;
  for (size_t at = 0; at < head.size();) {
    Sequence sequence = decode(head, at);
    // A sequence that the 64 KiB cut in two is no sign of anything.
    if (!sequence.good && at + 4 > head.size()) break;
    if (sequence.code == 0) ++zeros;
    if (!sequence.good || (is_control(sequence.code) && !is_line_break(sequence.code))) ++bad;
    at += sequence.size;
  }
  return zeros > 8 || bad * 10 > head.size();
}

CleanText decode_text(std::string_view bytes, const std::string& encoding) {
  std::string name = lower_ascii(encoding);
  if (name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii" || name.starts_with("utf-16") ||
      name.starts_with("utf-32"))
    return clean_text(bytes);
  if (name == "iso-8859-1" || name == "latin1" || name == "iso8859-1") name = "windows-1252";
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status) || bytes.size() > (size_t{1} << 28)) return clean_text(bytes);
  std::u16string wide(bytes.size() * 2 + 16, u'\0');
  int32_t length = ucnv_toUChars(converter.get(), wide.data(), static_cast<int32_t>(wide.size()), bytes.data(),
                                 static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return clean_text(bytes);
  wide.resize(static_cast<size_t>(length));
  std::string units;
  units.reserve(wide.size() * 2);
  size_t unknown = 0;
  for (char16_t unit : wide) {
    if (unit == kReplacement) ++unknown;
    units += static_cast<char>(unit >> 8);
    units += static_cast<char>(unit & 0xFF);
  }
  CleanText clean = clean_utf16(units, true, LineBreaks::kNormalise);
  clean.repaired += unknown;
  return clean;
}

}  // namespace demarche
