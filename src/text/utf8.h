#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace demarche {

/// Text made fit for the engine, and what had to be done to it.
struct CleanText {
  std::string text;     ///< valid UTF-8; the only controls in it are '\n', '\t' and kept line breaks
  size_t repaired = 0;  ///< ill-formed byte sequences, each replaced by one U+FFFD
  size_t controls = 0;  ///< control characters, each replaced by one space
};

enum class LineBreaks {
  kKeep,       ///< as given, so that offsets into the source stay true
  kNormalise,  ///< CR LF, CR, NEL, form feed, vertical tab, U+2028 and U+2029 become '\n'
};

/// Turns bytes into clean text. A byte order mark is dropped and says whether the bytes are UTF-8 (the default) or UTF-16 of either byte
/// order.
/// - Ill-formed sequences (stray, cut-off, overlong, surrogates) become U+FFFD, one for each maximal part, as the WHATWG decoder does it.
/// - Line breaks are normalised or kept, as told.
/// - Other C0 and C1 controls (NUL and DEL too) become a space: they carry no words and break terminals, databases and XML.
/// Nothing else changes: clean text comes back byte for byte. Never fails.
CleanText clean_text(std::string_view bytes, LineBreaks breaks = LineBreaks::kNormalise);

/// True if the bytes are no text in any encoding that `clean_text` reads: many control characters or ill-formed sequences in the first 64
/// KiB.
bool looks_binary(std::string_view bytes);

/// Appends a code point as UTF-8; U+FFFD for what is not a scalar value.
void append_code_point(std::string& text, char32_t code);

/// Decodes text in a named encoding (a label such as "windows-1251"). Unknown names and UTF-8 go through `clean_text`.
/// ISO-8859-1 is read as windows-1252, as browsers do; UTF-16 goes by its byte order mark alone, since a page that names it in ASCII lies.
CleanText decode_text(std::string_view bytes, const std::string& encoding);

}  // namespace demarche
