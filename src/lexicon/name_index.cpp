#include "lexicon/name_index.h"

#include <algorithm>
#include <array>

namespace demarche {

namespace {

// ASCII readings of U+00C0..U+017F, in order, one blank-separated entry a letter.
constexpr std::string_view kLatin1 =
    "A A A A A A AE C E E E E I I I I D N O O O O O . O U U U U Y TH ss a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th y";
constexpr std::string_view kLatinA =
    "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h I i I i I i I i I i IJ ij J j K k k L l L l L l L l L "
    "l "
    "N n N n N n n N n O o O o O o OE oe R r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s";

std::vector<std::string_view> folding_table() {
  auto table = words_of(kLatin1);
  auto more = words_of(kLatinA);
  table.insert(table.end(), more.begin(), more.end());
  return table;
}

// Decodes one code point; ill-formed bytes count as one each.
std::pair<uint32_t, int> decode(std::string_view text, size_t at) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char c = byte(at);
  if (c < 0x80) return {c, 1};
  if (c >= 0xC2 && c < 0xE0 && at + 1 < text.size()) return {(c & 31u) << 6 | (byte(at + 1) & 63u), 2};
  if (c >= 0xE0 && c < 0xF0 && at + 2 < text.size()) return {(c & 15u) << 12 | (byte(at + 1) & 63u) << 6 | (byte(at + 2) & 63u), 3};
  if (c >= 0xF0 && at + 3 < text.size())
    return {(c & 7u) << 18 | (byte(at + 1) & 63u) << 12 | (byte(at + 2) & 63u) << 6 | (byte(at + 3) & 63u), 4};
  return {c, 1};
}

bool is_apostrophe(uint32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

// Letters and digits; general punctuation, symbols and the C1/Latin-1 signs separate.
bool in_word(uint32_t c) {
  if (c < 0x80) return is_upper_ascii(static_cast<char>(c)) || is_lower_ascii(static_cast<char>(c)) || is_digit(static_cast<char>(c));
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && c != 0xFFFD && c != 0xFEFF;
}

void append_folded(std::string& out, std::string_view text, size_t at, uint32_t c, int length) {
  static const std::vector<std::string_view> kTable = folding_table();
  if (c >= 0xC0 && c - 0xC0 < kTable.size())
    out += kTable[c - 0xC0];
  else
    out += text.substr(at, static_cast<size_t>(length));
}

bool all_capitals(std::string_view piece) {
  return piece.size() > 1 && std::none_of(piece.begin(), piece.end(), is_lower_ascii) &&
         std::any_of(piece.begin(), piece.end(), is_upper_ascii);
}

}  // namespace

bool is_calendar_name(std::string_view word) {
  static constexpr std::array<std::string_view, 19> kNames{"January",   "February",  "March",   "April",    "May",      "June",   "July",
                                                           "August",    "September", "October", "November", "December", "Monday", "Tuesday",
                                                           "Wednesday", "Thursday",  "Friday",  "Saturday", "Sunday"};
  return std::find(kNames.begin(), kNames.end(), word) != kNames.end();
}

std::vector<NamePiece> name_pieces(std::string_view text) {
  std::vector<NamePiece> pieces;
  bool open = false;
  for (size_t at = 0; at < text.size();) {
    auto [c, length] = decode(text, at);
    size_t next = at + static_cast<size_t>(length);
    if (in_word(c)) {
      if (!open) pieces.push_back({{static_cast<uint32_t>(at), 0}, {}});
      open = true;
      append_folded(pieces.back().text, text, at, c, length);
      pieces.back().span.end = static_cast<uint32_t>(next);
    } else {
      bool possessive = open && is_apostrophe(c) && next < text.size() && (text[next] == 's' || text[next] == 'S') &&
                        (next + 1 == text.size() || !in_word(decode(text, next + 1).first));
      open = false;
      if (possessive) {
        pieces.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(next + 1)}, "'s"});
        next += 1;
      }
    }
    at = next;
  }
  return pieces;
}

uint32_t NameIndex::Trie::step(uint32_t node, uint32_t piece) const {
  const uint32_t* next = edges.find(static_cast<uint64_t>(node) << 32 | piece);
  return next == nullptr ? 0 : *next;
}

uint32_t NameIndex::Trie::grow(uint32_t node, uint32_t piece) {
  auto [next, fresh] = edges.try_emplace(static_cast<uint64_t>(node) << 32 | piece, static_cast<uint32_t>(ends.size()));
  if (fresh) ends.push_back(-1);
  return next;
}

void NameIndex::add(std::string_view name, uint32_t id) {
  auto pieces = name_pieces(name);
  if (pieces.empty()) return;
  bool lower =
      std::none_of(name.begin(), name.end(), is_upper_ascii) && lower_ascii(name) == name && static_cast<unsigned char>(name[0]) < 0x80;
  Trie& trie = lower ? lower_ : exact_;
  uint32_t node = 0;
  for (const NamePiece& piece : pieces) {
    auto [it, fresh] = ids_.try_emplace(piece.text, static_cast<uint32_t>(ids_.size() + 1));
    node = trie.grow(node, it->second);
  }
  if (trie.ends[node] < 0) {
    trie.ends[node] = static_cast<int32_t>(lists_.size());
    lists_.emplace_back();
    ++names_;
  }
  auto& list = lists_[static_cast<size_t>(trie.ends[node])];
  if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

uint32_t NameIndex::piece_id(std::string_view piece) const {
  auto it = ids_.find(piece);
  return it == ids_.end() ? 0 : it->second;
}

uint32_t NameIndex::piece_for(const std::string& piece, bool lower) const {
  if (lower) return piece_id(lower_ascii(piece));
  return piece_id(piece);
}

NameIndex::Match NameIndex::walk(const Trie& trie, const std::vector<NamePiece>& pieces, size_t at, bool lower) const {
  Match best;
  uint32_t node = 0;
  for (size_t i = at; i < pieces.size(); ++i) {
    uint32_t next = 0;
    if (uint32_t id = piece_for(pieces[i].text, lower)) next = trie.step(node, id);
    if (!next && !lower && all_capitals(pieces[i].text)) {
      // PUTIN in a headline is Putin; the acronym itself was tried first.
      std::string capitalised = lower_ascii(pieces[i].text);
      capitalised[0] = pieces[i].text[0];
      if (uint32_t id = piece_id(capitalised)) next = trie.step(node, id);
    }
    if (!next) break;
    node = next;
    if (trie.ends[node] >= 0) best = {at, i - at + 1, &lists_[static_cast<size_t>(trie.ends[node])]};
  }
  return best;
}

NameIndex::Match NameIndex::longest(const std::vector<NamePiece>& pieces, size_t at) const {
  Match exact = walk(exact_, pieces, at, false);
  Match lower = walk(lower_, pieces, at, true);
  return lower.count > exact.count ? lower : exact;
}

}  // namespace demarche
