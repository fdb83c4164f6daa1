#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/sentence.h"

namespace demarche {

/// Lengths of time that expressions count in.
enum class TimeUnit : uint8_t { kSecond, kMinute, kHour, kDay, kWeekend, kWeek, kFortnight, kMonth, kQuarter, kYear, kDecade, kCentury };

/// The unit that a word names, singular or plural (*years*, *fortnight*); nothing for other words.
std::optional<TimeUnit> unit_from_name(std::string_view lower);

/// The value of a number word or of digits (*twenty*, *1,200*); nothing for other words. *a*, *one* and *an* give 1 only for *one*.
std::optional<int> number_from_word(std::string_view lower);

/// 1 for *first* or *1st*, up to 31 and *last* = -1; nothing for other words.
std::optional<int> ordinal_from_word(std::string_view lower);

/// 1 spring, 2 summer, 3 autumn, 4 winter; 0 for other words.
int season_from_name(std::string_view lower);

/// TIMEX3's mark of a part of the day: "MO", "AF", "EV", "NI", "MI" (midday) ...; empty for other words.
std::string_view day_part(std::string_view lower);

/// A sentence's words in small letters with curly apostrophes made straight; out-of-range indices give "".
class TimeWords {
 public:
  explicit TimeWords(const Sentence& sentence);
  std::string_view operator[](int i) const {
    return i < 0 || i >= size() ? std::string_view{} : std::string_view(lower_[static_cast<size_t>(i)]);
  }
  std::string_view form(int i) const { return i < 0 || i >= size() ? std::string_view{} : sentence_->words[static_cast<size_t>(i)].form; }
  int size() const { return static_cast<int>(lower_.size()); }
  /// True if the word equals one of the alternatives.
  bool is(int i, std::initializer_list<std::string_view> words) const;
  bool is_number(int i) const;  ///< digits only
  bool capital(int i) const;    ///< begins with an ASCII capital
  /// False if no expression of time begins at the word: a cheap look that saves trying every rule at every word.
  bool may_begin(int i) const;
  const Sentence& sentence() const { return *sentence_; }

 private:
  const Sentence* sentence_;
  std::vector<std::string> lower_;
};

/// An amount of a unit: "two and a half", "several", "more than four".
struct Quantity {
  int end = 0;  ///< past its last word
  double amount = 0;
  bool vague = false;    ///< *several*, *a few*, *many*: no number
  std::string_view mod;  ///< APPROX, MORE_THAN, LESS_THAN or nothing
  bool exact = false;    ///< *exactly*, *precisely*
};

/// The quantity at word `i`, its modifiers included; nothing if there is none.
std::optional<Quantity> quantity_at(const TimeWords& words, int i);

}  // namespace demarche
