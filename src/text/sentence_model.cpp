#include "text/sentence_model.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/abbreviations.h"
#include "text/chars.h"

namespace demarche {

namespace {

constexpr uint32_t kSeed = 2166136261U;

constexpr uint32_t mix(uint32_t hash, uint32_t value) {
  hash ^= value + 0x9E3779B9U + (hash << 6) + (hash >> 2);
  return hash * 0x85EBCA6BU;
}

uint32_t hash_form(std::string_view form) {
  uint32_t hash = kSeed;
  for (char c : form) {
    if (is_upper_ascii(c)) c = static_cast<char>(c - 'A' + 'a');
    if (is_digit(c)) c = '0';
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return hash;
}

/// Sentence lengths that make a difference.
uint32_t bucket(size_t n) {
  return n <= 6 ? static_cast<uint32_t>(n) : n <= 9 ? 7 : n <= 14 ? 8 : n <= 24 ? 9 : n <= 40 ? 10 : 11;
}

}  // namespace

const BoundaryContext::Word BoundaryContext::kOutside{};

BoundaryContext::Shape BoundaryContext::shape_of(std::string_view form, bool quote_open, bool space_after) {
  Char first = char_at(form, 0);
  Char last = char_before(form, form.size());
  bool single = first.size == form.size();
  switch (first.kind) {
    case CharClass::kStop:
      if (form == "." || form == "!") return kStop;
      if (last.code == '?' || last.code == '!') return kQuestion;
      return is_word(last.kind) ? kMixed : kEllipsis;
    case CharClass::kQuote:
      return first.code == 0x201C || (first.code == '"' && !quote_open) ? kOpenQuote : kCloseQuote;
    case CharClass::kApostrophe:
      if (!single && is_word(last.kind)) return kClitic;
      return first.code == 0x2018 || form == "``" || (single && first.code == '\'' && !space_after) ? kOpenQuote : kCloseQuote;
    case CharClass::kOpen:
      return kOpenBracket;
    case CharClass::kClose:
      return kCloseBracket;
    case CharClass::kHyphen:
      return single ? kHyphen : kDash;
    case CharClass::kDash:
      return kDash;
    case CharClass::kPunct:
      if (!single) return kEmoticon;
      return first.code == ',' ? kComma : first.code == ':' ? kColon : kSemicolon;
    case CharClass::kDigit:
      return is_word(last.kind) && last.kind == CharClass::kLetter ? kOrdinal : kNumber;
    case CharClass::kLetter:
      break;
    default:
      return first.code == '*' || first.code == 0x2022 || first.code == '>' ? kItemMark : kSymbol;
  }
  if (last.code == '.') {
    std::string_view bare = form.substr(0, form.size() - 1);
    if (bare.size() == 1) return kInitial;
    if (bare.find('.') != std::string_view::npos) return kDottedCapitals;
    return (abbreviation(bare) & kBeforeName) != 0 ? kTitleAbbreviation : kAbbreviated;
  }
  if (form.find("://") != std::string_view::npos || form.find('@') != std::string_view::npos || form.starts_with("www.")) return kAddress;
  if (!is_capital(first.code)) return kLower;
  if (single) return kInitial;
  return is_capital(last.code) ? kAllCapitals : last.kind == CharClass::kDigit ? kMixed : kCapital;
}

BoundaryContext::BoundaryContext(std::string_view text, const std::vector<Token>& tokens) : words_(tokens.size()) {
  bool quoted = false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    std::string_view form = text.substr(tokens[i].span.begin, tokens[i].span.size());
    Word& word = words_[i];
    word.form = hash_form(form);
    word.shape = shape_of(form, quoted, tokens[i].space_after);
    word.glued = !tokens[i].space_after;
    word.inner = tokens[i].multiword == 1;
    if (word.shape == kOpenQuote && form != "'") quoted = true;
    if (word.shape == kCloseQuote && form != "'") quoted = false;
    bool capital = word.shape == kCapital || word.shape == kAllCapitals || word.shape == kInitial || word.shape == kMixed ||
                   word.shape == kTitleAbbreviation;
    word.run = capital ? static_cast<uint8_t>(std::min(i == 0 ? 1 : words_[i - 1].run + 1, 15)) : 0;
  }
}

const BoundaryContext::Word& BoundaryContext::word(size_t i, int offset) const {
  auto at = static_cast<ptrdiff_t>(i) + offset;
  return at < 0 || at >= static_cast<ptrdiff_t>(words_.size()) ? kOutside : words_[static_cast<size_t>(at)];
}

bool BoundaryContext::is_candidate(size_t i) const {
  if (i + 1 >= words_.size()) return false;
  const Word& left = words_[i];
  const Word& right = words_[i + 1];
  if (right.inner) return false;
  bool stop = left.shape == kStop || left.shape == kEllipsis || left.shape == kQuestion;
  if (left.glued)
    return stop && (right.shape == kCapital || right.shape == kInitial || right.shape == kMixed || right.shape == kAllCapitals);
  if (right.shape == kLower || right.shape == kComma || right.shape == kClitic)
    return stop || left.shape == kEmoticon || left.shape == kAddress;
  return true;
}

void BoundaryContext::features(size_t begin, size_t i, std::vector<uint32_t>& features) const {
  features.clear();
  uint32_t name = 0;
  auto add = [&](std::initializer_list<uint32_t> parts) {
    uint32_t hash = mix(kSeed, ++name);
    for (uint32_t part : parts) hash = mix(hash, part);
    features.push_back(hash ^ (hash >> 15));
  };
  const Word& a = word(i, -2);
  const Word& b = word(i, -1);
  const Word& c = word(i, 0);
  const Word& d = word(i, 1);
  const Word& e = word(i, 2);
  uint32_t all_capitals = c.run >= i + 1 - begin ? 1 : 0;
  // The set that was left after taking out, one by one, every feature whose absence did not hurt on held-out documents.
  add({b.shape, c.shape, d.shape});
  add({c.shape, d.shape, e.shape});
  add({b.form, c.shape, d.shape});
  add({b.shape, c.shape, d.shape, e.shape});
  add({d.form, e.shape});
  add({c.shape, d.shape, words_[begin].shape});
  add({words_[begin].form, d.form});
  add({a.shape, b.shape, c.shape, d.shape});
  add({c.shape, e.form});
  add({b.form, c.form});
  add({b.shape, c.shape, all_capitals, bucket(i + 1 - begin)});
  add({d.form});
  add({d.form, all_capitals, c.shape});
}

}  // namespace demarche
