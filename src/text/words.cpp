#include "text/words.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/abbreviations.h"

namespace demarche {

namespace {

bool is_alpha(char c) {
  return is_lower_ascii(c) || is_upper_ascii(c);
}
bool is_alnum(char c) {
  return is_alpha(c) || is_digit(c);
}
char lower(char c) {
  return is_upper_ascii(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equals_lower(std::string_view text, std::string_view lowered) {
  if (text.size() != lowered.size()) return false;
  for (size_t i = 0; i < text.size(); ++i)
    if (lower(text[i]) != lowered[i]) return false;
  return true;
}

/// Bytes of an apostrophe that can stand inside a word at `at` (' or ’, also ` as some typists have it); 0 if there is none.
uint32_t apostrophe_size(std::string_view text, size_t at) {
  if (text[at] == '\'' || text[at] == '`') return 1;
  return text.substr(at, 3) == "\u2019" ? 3 : 0;
}

/// Longer runs without a blank are nobody's prose and are cut: rules may look through a whole run for each of its words.
constexpr uint32_t kLongestChunk = 2048;

/// A fused spelling and where its second word begins.
struct Fused {
  std::string_view whole;
  uint8_t at;
};

constexpr std::array kFused = std::to_array<Fused>({
    {"aint", 2},   {"arent", 3}, {"cannot", 3},   {"cant", 2},    {"couldnt", 5}, {"didnt", 3},  {"doesnt", 4}, {"dont", 2},  {"dunno", 2},
    {"gimme", 3},  {"gonna", 3}, {"gotta", 3},    {"hadnt", 3},   {"hasnt", 3},   {"havent", 4}, {"im", 1},     {"isnt", 2},  {"ive", 1},
    {"lemme", 3},  {"outta", 3}, {"shouldnt", 6}, {"thats", 4},   {"theres", 5},  {"theyll", 4}, {"theyre", 4}, {"wanna", 3}, {"wasnt", 3},
    {"werent", 4}, {"whats", 4}, {"wont", 2},     {"wouldnt", 5}, {"youll", 3},   {"youre", 3},  {"youve", 3},
});

uint8_t fused_at(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return 0;
  if (word == "IM") return 0;
  for (const Fused& fused : kFused)
    if (lower(word[0]) == fused.whole[0] && equals_lower(word, fused.whole)) return fused.at;
  return 0;
}

constexpr std::array kUnits = std::to_array<std::string_view>({
    "am",  "pm", "k",  "km", "kg",  "m",   "mm",  "cm", "ft",  "lb",  "lbs", "bn", "mn", "tn", "mph",
    "kph", "mw", "gw", "kw", "kwh", "mwh", "hrs", "hr", "min", "a.m", "p.m", "gb", "mb", "tb",
});

bool is_unit(std::string_view text, bool after_currency) {
  for (std::string_view unit : kUnits)
    if (equals_lower(text, unit)) return text != "M" && text != "K" ? true : after_currency;
  return after_currency && (equals_lower(text, "b") || equals_lower(text, "t"));
}

}  // namespace

Char WordSplitter::next_chunk_char(uint32_t chunk_end) const {
  uint32_t at = chunk_end;
  while (at < range_end_) {
    Char c = char_at(text_, at);
    if (c.kind != CharClass::kSpace && c.kind != CharClass::kNewline) return c;
    at += c.size;
  }
  return {0, 0, CharClass::kNewline};
}

void WordSplitter::split(Span range, std::vector<Token>& tokens) {
  tokens_ = &tokens;
  range_end_ = range.end;
  single_quote_open_ = false;
  uint32_t at = range.begin;
  while (at < range.end) {
    Char c = char_at(text_, at);
    if (c.kind == CharClass::kSpace || c.kind == CharClass::kNewline) {
      at += c.size;
      continue;
    }
    uint32_t begin = at;
    bool blank = false;
    while (at < range.end && at - begin < kLongestChunk) {
      c = char_at(text_, at);
      blank = c.kind == CharClass::kSpace || c.kind == CharClass::kNewline;
      if (blank) break;
      at += c.size;
    }
    chunk(begin, at);
    tokens.back().space_after = blank || at >= range.end;
  }
}

bool WordSplitter::plain_word(uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i)
    if (!is_alpha(text_[i])) return false;
  emit_word(begin, end);
  return true;
}

void WordSplitter::chunk(uint32_t begin, uint32_t end) {
  if (plain_word(begin, end)) return;
  uint32_t at = begin;
  while (at < end) {
    if (uint32_t address = web_address(at, end); address > at) {
      emit(at, address);
      at = address;
      continue;
    }
    Char c = char_at(text_, at);
    if (is_word(c.kind) || (c.code == '@' && at + 1 < end && is_alnum(text_[at + 1]) && (at == begin || !is_alnum(text_[at - 1])))) {
      uint32_t word_end = scan_word(at, end);
      emit_word(at, word_end);
      at = word_end;
    } else {
      uint32_t mark_end = scan_marks(at, end, at == begin);
      emit(at, mark_end);
      at = mark_end;
    }
  }
}

/// End of the URL or e-mail address that starts at `begin`, or `begin` if none does.
uint32_t WordSplitter::web_address(uint32_t begin, uint32_t end) const {
  std::string_view chunk = text_.substr(begin, end - begin);
  if (!is_alnum(chunk[0])) return begin;
  size_t colon = chunk.substr(0, 10).find(':');
  bool url = (colon != std::string_view::npos && colon > 2 && colon < 10 && chunk.substr(colon, 3) == "://") ||
             equals_lower(chunk.substr(0, 7), "mailto:") || (chunk.size() > 6 && equals_lower(chunk.substr(0, 4), "www."));
  if (!url) {
    size_t at_sign = chunk.substr(0, 65).find('@');  // the longest name an address may have, and the sign
    if (at_sign == std::string_view::npos) return begin;
    for (size_t i = 0; i < at_sign; ++i)
      if (!is_alnum(chunk[i]) && std::string_view("._%+-").find(chunk[i]) == std::string_view::npos) return begin;
    size_t stop = at_sign + 1;
    while (stop < chunk.size() && (is_alnum(chunk[stop]) || chunk[stop] == '.' || chunk[stop] == '-' || chunk[stop] == '_')) ++stop;
    while (stop > at_sign + 1 && !is_alnum(chunk[stop - 1])) --stop;
    return stop > at_sign + 1 ? begin + static_cast<uint32_t>(stop) : begin;
  }
  size_t stop = chunk.find_first_of("<>\"|");
  stop = std::min(stop, chunk.size());
  stop = std::min({stop, chunk.find("\u201D"), chunk.find("\u2019")});
  bool has_open = chunk.substr(0, stop).find('(') != std::string_view::npos;
  while (stop > 1 && std::string_view(".,;:!?'])").find(chunk[stop - 1]) != std::string_view::npos && !(has_open && chunk[stop - 1] == ')'))
    --stop;
  return begin + static_cast<uint32_t>(stop);
}

/// End of a run of digit groups that the treebanks keep whole over hyphens (telephone numbers, post codes, dates), or `begin`.
uint32_t WordSplitter::number_group(uint32_t begin, uint32_t end) const {
  std::array<uint32_t, 5> sizes{};
  size_t groups = 0;
  uint32_t at = begin;
  uint32_t last = 0;
  bool slash = false;
  while (groups < sizes.size()) {
    uint32_t start = at;
    while (at < end && is_digit(text_[at])) ++at;
    if (at == start) return begin;
    sizes[groups++] = at - start;
    last = start;
    bool more = at + 1 < end && (text_[at] == '-' || (text_[at] == '/' && groups == 1)) && is_digit(text_[at + 1]);
    if (!more) break;
    slash = slash || text_[at] == '/';
    ++at;
  }
  if (at < end && is_alnum(text_[at])) return begin;
  auto is = [&](std::initializer_list<uint32_t> want) {
    return std::equal(want.begin(), want.end(), sizes.begin(), sizes.begin() + groups);
  };
  if (slash) return is({3, 3, 4}) ? at : begin;
  bool round = text_.substr(last, at - last).ends_with("00");
  if (is({3, 4}) && !round) return at;
  if (is({3, 3, 4}) || is({1, 3, 3, 4}) || is({2, 3, 3, 4}) || is({5, 4}) || is({1, 4}) || is({4, 2, 2}) || is({2, 2, 4}) || is({2, 2, 2}))
    return at;
  return begin;
}

bool WordSplitter::joins_over_dot(uint32_t begin, uint32_t dot, uint32_t end) const {
  if (dot + 1 >= end) return false;
  char next = text_[dot + 1];
  if (is_digit(next)) return is_digit(text_[dot - 1]) || dot - begin == 1;
  if (!is_alpha(next)) return false;
  uint32_t left = dot;
  while (left > begin && is_alnum(text_[left - 1])) --left;
  uint32_t right = dot + 1;
  while (right < end && is_alnum(text_[right])) ++right;
  uint32_t right_size = right - dot - 1;
  bool one_left = dot - left == 1 && is_alpha(text_[left]);
  if (one_left && right_size == 1) return true;
  std::string_view both = text_.substr(left, right - left);
  if (abbreviation(both) != kNotAbbreviation) return true;
  std::string ending = lower_ascii(text_.substr(dot + 1, right_size));
  bool right_is_one_case = ending == text_.substr(dot + 1, right_size) || !is_lower_ascii(text_[right - 1]);
  if (right_is_one_case && is_domain_ending(ending) && dot - left > 1) return true;
  if (right_is_one_case && is_domain_ending(ending) && ending.size() > 2 && one_left) return true;
  if (!is_lower_ascii(next) || abbreviation(text_.substr(left, dot - left)) != kNotAbbreviation) return false;
  // A dotted name in small letters throughout (a host, a newsgroup) has several dots and no single letters.
  bool another_dot = right + 1 < end && text_[right] == '.' && is_lower_ascii(text_[right + 1]);
  return dot - left > 1 && right_size > 1 && (another_dot || text_.substr(begin, dot - begin).find('.') != std::string_view::npos);
}

bool WordSplitter::joins_over_hyphen(uint32_t begin, uint32_t hyphen, uint32_t end) const {
  if (hyphen + 1 >= end || hyphen == begin) return false;
  Char next = char_at(text_, hyphen + 1);
  if (!is_word(next.kind)) return false;
  uint32_t left = hyphen;
  while (left > begin && text_[left - 1] != '-') --left;
  std::string prefix = lower_ascii(text_.substr(left, hyphen - left));
  if (next.kind == CharClass::kDigit) return prefix == "mid" && left == begin;
  if (is_joined_prefix(prefix)) return true;
  std::string_view rest = text_.substr(hyphen + 1, end - hyphen - 1);
  return rest.starts_with("wise") || rest.starts_with("esque");
}

/// Where the word goes on to if the apostrophe at `at` belongs to it; `at` if it does not.
uint32_t WordSplitter::apostrophe_end(uint32_t begin, uint32_t at, uint32_t end) const {
  uint32_t size = apostrophe_size(text_, at);
  if (size == 0 || at == begin) return at;
  uint32_t letters = at + size;
  while (letters < end && is_word(char_at(text_, letters).kind)) letters += char_at(text_, letters).size;
  std::string_view after = text_.substr(at + size, letters - at - size);
  char before = lower(text_[at - 1]);
  if (after.empty()) {
    if (single_quote_open_ || text_[at] == '`') return at;
    if (at + size < end && apostrophe_size(text_, at + size) > 0) return at;
    bool dropped_g = before == 'n' && at - begin > 3 && lower(text_[at - 2]) == 'i';
    return before == 's' || before == 'z' || before == 'x' || dropped_g ? at + size : at;
  }
  if (text_[at] == '`') return equals_lower(after, "s") ? letters : at;
  if (is_digit(text_[at - 1])) return equals_lower(after, "s") ? letters : at;
  return is_digit(after[0]) ? at : letters;
}

bool WordSplitter::takes_full_stop(uint32_t begin, uint32_t dot, uint32_t end) const {
  if (dot + 1 < end && text_[dot + 1] == '.' && !(dot + 2 == end)) return false;
  std::string_view word = text_.substr(begin, dot - begin);
  bool inner_dot = word.size() > 2 && word.find('.') != std::string_view::npos && is_alpha(word.back());
  if (inner_dot) {
    // U.S, a.m, Ph.D: letters between dots, no segment longer than two unless the table has it.
    if (abbreviation(word) != kNotAbbreviation) return true;
    size_t last = word.rfind('.');
    return word.size() - last <= 3 && is_alpha(word[0]) && (word[1] == '.' || word[2] == '.');
  }
  bool chunk_ends = dot + 1 >= end;
  Char next = chunk_ends ? next_chunk_char(end) : char_at(text_, dot + 1);
  if (word.size() == 1 && is_upper_ascii(word[0])) {
    if (word[0] == 'I' && (tokens_->empty() || !is_capital(char_at(text_, tokens_->back().span.begin).code))) return false;
    return next.kind != CharClass::kNewline && (is_capital(next.code) || next.kind == CharClass::kPunct || next.kind == CharClass::kClose ||
                                                next.kind == CharClass::kHyphen || is_lower_ascii(static_cast<char>(next.code)));
  }
  uint8_t flags = abbreviation(word);
  if (flags == kNotAbbreviation) return false;
  if ((flags & kNeedsNumber) != 0)
    return next.kind == CharClass::kDigit || next.code == '#' || (!chunk_ends && next.kind == CharClass::kPunct);
  if ((flags & kAmbiguous) != 0)
    return next.kind == CharClass::kDigit || (next.code < 128 && is_lower_ascii(static_cast<char>(next.code))) ||
           (!chunk_ends && next.kind == CharClass::kPunct);
  return true;
}

uint32_t WordSplitter::scan_word(uint32_t begin, uint32_t end) const {
  if (is_digit(text_[begin]))
    if (uint32_t group_end = number_group(begin, end); group_end > begin) return group_end;
  uint32_t at = begin;
  auto alnum_after = [&](uint32_t i) { return i + 1 < end && is_alnum(text_[i + 1]); };
  while (at < end) {
    Char c = char_at(text_, at);
    if (is_word(c.kind) || c.code == '_' || (c.code == '@' && alnum_after(at))) {
      at += c.size;
      continue;
    }
    if (at == begin) return at + c.size;
    bool digits = is_digit(text_[at - 1]) && at + 1 < end && is_digit(text_[at + 1]);
    bool letters = is_alpha(text_[at - 1]) && at + 1 < end && is_alpha(text_[at + 1]);
    if (c.code == '.') {
      if (!joins_over_dot(begin, at, end)) return takes_full_stop(begin, at, end) ? at + 1 : at;
    } else if (c.code == ',' || c.code == ':') {
      if (!digits) return at;
    } else if (c.code == '/') {
      bool short_numbers = digits && (at - begin <= 2 || text_.substr(begin, at - begin).find('/') != std::string_view::npos);
      bool single_letters = letters && at - begin == 1 && (at + 2 >= end || !is_alpha(text_[at + 2]));
      bool host = letters && at - begin > 4 && text_.substr(begin, at - begin).find('.') != std::string_view::npos;
      if (host) return end;
      if (!short_numbers && !single_letters) return at;
    } else if (c.kind == CharClass::kHyphen) {
      if (!joins_over_hyphen(begin, at, end)) return at;
    } else if (c.kind == CharClass::kApostrophe) {
      uint32_t past = apostrophe_end(begin, at, end);
      if (past == at) return at;
      at = past;
      continue;
    } else if (c.code == '&' || c.code == '*') {
      if (!letters) return at;
    } else {
      // US$, HK$: the letters belong to the currency sign.
      bool joins_currency = c.code == '$' && at - begin <= 2 && is_upper_ascii(text_[begin]) && is_upper_ascii(text_[at - 1]);
      return joins_currency ? at + 1 : at;
    }
    at += c.size;
  }
  return at;
}

uint32_t WordSplitter::scan_apostrophe(uint32_t at, uint32_t end, bool chunk_start) {
  Char c = char_at(text_, at);
  uint32_t past = at + c.size;
  if (past < end) {
    Char next = char_at(text_, past);
    if (next.kind == CharClass::kApostrophe && next.code == c.code) return past + next.size;
    if (next.kind == CharClass::kApostrophe && c.code != '\'' && next.code != '\'') return past + next.size;
    if (chunk_start && c.code != 0x2018 && c.code != '`') {
      uint32_t word = past;
      while (word < end && is_alnum(text_[word])) ++word;
      std::string_view rest = text_.substr(past, word - past);
      if (next.kind == CharClass::kDigit && rest.size() <= 3) return word;
      for (std::string_view known : {"s", "em", "n", "til", "cause", "tis", "twas", "ll", "ve", "re", "d", "m"})
        if (equals_lower(rest, known) && (word == end || text_[word] != '\'')) return word;
    }
    if (is_word(next.kind) && (chunk_start || c.code == 0x2018))
      single_quote_open_ = true;
    else
      single_quote_open_ = false;
    return past;
  }
  single_quote_open_ = false;
  return past;
}

/// End of the punctuation token at `begin`: a run of stops, one quotation mark, a run of the same symbol.
uint32_t WordSplitter::scan_marks(uint32_t begin, uint32_t end, bool chunk_start) {
  Char c = char_at(text_, begin);
  uint32_t at = begin + c.size;
  auto next_is = [&](auto test) { return at < end && test(char_at(text_, at)); };
  if ((c.code == ':' || c.code == ';' || c.code == '=') && at < end) {
    // Emoticons end their chunk: :) ;-) =( :D
    uint32_t mouth = text_[at] == '-' || text_[at] == '^' ? at + 1 : at;
    if (mouth < end && std::string_view(")(DPp/").find(text_[mouth]) != std::string_view::npos &&
        (mouth + 1 == end || !is_alnum(text_[mouth + 1])))
      return mouth + 1;
  }
  switch (c.kind) {
    case CharClass::kStop:
      if (c.code == '.' && chunk_start && next_is([](Char n) { return is_word(n.kind); })) {
        while (next_is([](Char n) { return is_word(n.kind); })) at += char_at(text_, at).size;
        return at;
      }
      while (next_is([](Char n) { return n.kind == CharClass::kStop; })) at += char_at(text_, at).size;
      return at;
    case CharClass::kApostrophe:
      return scan_apostrophe(begin, end, chunk_start);
    case CharClass::kQuote:
    case CharClass::kOpen:
    case CharClass::kClose:
    case CharClass::kPunct:
      return at;
    default:
      break;
  }
  if (c.kind == CharClass::kHyphen && chunk_start && at < end && is_digit(text_[at]) && !tokens_->empty()) return at;
  if ((c.code == '#' || c.code == '+') && chunk_start &&
      next_is([&](Char n) { return n.kind == (c.code == '#' ? CharClass::kLetter : CharClass::kDigit); })) {
    while (next_is([](Char n) { return is_word(n.kind); })) at += char_at(text_, at).size;
    return at;
  }
  bool drawing = c.kind == CharClass::kHyphen || c.code == '=' || c.code == '*' || c.code == '~' || c.code == '_';
  auto draws = [](char32_t code) { return code == '-' || code == '=' || code == '*' || code == '~' || code == '_'; };
  while (next_is([&](Char n) { return n.code == c.code || (drawing && draws(n.code)); })) at += char_at(text_, at).size;
  return at;
}

bool WordSplitter::emit_contraction(uint32_t begin, uint32_t end) {
  uint8_t at = fused_at(text_.substr(begin, end - begin));
  if (at == 0) return false;
  emit(begin, begin + at, 2);
  emit(begin + at, end, 1);
  return true;
}

bool WordSplitter::emit_clitics(uint32_t begin, uint32_t end) {
  std::array<uint32_t, 3> cuts{};
  uint8_t count = 0;
  uint32_t tail = end;
  while (count < cuts.size()) {
    uint32_t at = tail;
    while (at > begin && is_alpha(text_[at - 1])) --at;
    if (at == begin || tail - at > 2) break;
    uint32_t size = text_[at - 1] == '\'' || text_[at - 1] == '`' ? 1 : at >= 3 && text_.substr(at - 3, 3) == "\u2019" ? 3 : 0;
    if (size == 0 || at - size <= begin) break;
    std::string_view clitic = text_.substr(at, tail - at);
    uint32_t cut = at - size;
    bool possessive = clitic.empty() && tail == end && lower(text_[cut - 1]) != 'n';
    bool negation = equals_lower(clitic, "t") && lower(text_[cut - 1]) == 'n' && cut - 1 > begin;
    bool plain = clitic.size() <= 2 && !clitic.empty() && !is_digit(text_[cut - 1]);
    if (plain) {
      plain = false;
      for (std::string_view known : {"s", "m", "re", "ve", "ll", "d"}) plain = plain || equals_lower(clitic, known);
    }
    if (!possessive && !negation && !plain) break;
    if (negation) --cut;
    cuts[count++] = cut;
    tail = cut;
  }
  if (count == 0) return false;
  emit(begin, cuts[count - 1], static_cast<uint8_t>(count + 1));
  for (size_t i = count; i-- > 0;) emit(cuts[i], i == 0 ? end : cuts[i - 1], 1);
  return true;
}

void WordSplitter::emit_word(uint32_t begin, uint32_t end) {
  if (emit_contraction(begin, end)) return;
  std::string_view word = text_.substr(begin, end - begin);
  if (is_digit(word[0])) {
    size_t unit = word.size();
    while (unit > 0 && (is_alpha(word[unit - 1]) || (word[unit - 1] == '.' && unit > 1))) {
      if (word[unit - 1] == '.' && is_digit(word[unit - 2])) break;
      --unit;
    }
    bool after_currency = !tokens_->empty() && tokens_->back().span.end == begin && char_before(text_, begin).kind == CharClass::kCurrency;
    std::string_view letters = word.substr(unit);
    if (letters.ends_with('.')) letters.remove_suffix(1);
    if (!letters.empty() && unit > 0 && is_unit(letters, after_currency)) {
      emit(begin, begin + static_cast<uint32_t>(unit));
      emit(begin + static_cast<uint32_t>(unit), end);
      return;
    }
  }
  if (emit_clitics(begin, end)) return;
  emit(begin, end);
}

}  // namespace demarche
