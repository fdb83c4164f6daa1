#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "coder/report.h"
#include "coder/status_values.h"
#include "language/tree.h"
#include "lexicon/lexicon.h"

namespace demarche {

/// What a predicate says of the act in its complement. Each but kNone, kThrough is a word class `cue_...` of data/classes/status.classes.
enum class Signature : uint8_t {
  kNone,
  kThrough,     ///< nothing of its own: the complement is what the predicate is
  kAchieved,    ///< manage, succeed, remember to: so if it holds, not so if it does not
  kCaused,      ///< force, persuade, enable: so if it holds
  kFailed,      ///< fail, avoid, forget to: not so if it holds, so if it does not
  kRefused,     ///< refuse, reject, forbid: not so if it holds
  kFact,        ///< know, regret, realise, thank for: so in any case
  kSaid,        ///< say, report
  kClaimed,     ///< claim, allege
  kBelieved,    ///< think, suppose; denied, it says that it is not so
  kSeemed,      ///< seem, likely
  kDenied,      ///< deny, dispute, untrue
  kDoubted,     ///< doubt, unlikely
  kFancied,     ///< pretend, wish, imagine
  kPlanned,     ///< agree, decide, plan
  kExpected,    ///< expect, predict
  kOffered,     ///< offer, promise, willing
  kRequested,   ///< ask, demand, need
  kThreatened,  ///< threaten
  kHoped,       ///< hope, want, discuss: open
  kTried,       ///< try, attempt
  kAble,        ///< able, free, allow
  kEnded        ///< stop, halt with a gerund: it was so until then
};

/// How the complement is built, on which the reading of many predicates depends: *forgot to call, forgot that she called*.
enum class Complement : uint8_t { kInfinitive, kGerund, kClause, kNoun };

/// Certainty of a complement where its predicate holds, does not hold, is left open.
struct Transfer {
  double held, denied, open;
};

/// The transfer of a signature.
Transfer transfer_of(Signature signature, const StatusValues& v);

/// What an auxiliary says of its verb.
struct Modal {
  std::optional<EventStatus> status;
  double value = 1;    ///< certainty of the verb under it
  double denied = -1;  ///< and where the verb is denied besides
};

/// Looks cue words up. Views the lexicon, which must outlive it.
class StatusCues {
 public:
  explicit StatusCues(const Lexicon& lexicon) : classes_(lexicon.classes()) {}

  /// True if the word's lemma, or its lemma with its particle (*call off*), is in the class `cue_NAME`.
  bool is(const Tree& tree, int i, std::string_view class_name) const;
  /// What the predicate at `i` says of a complement so built.
  Signature signature(const Tree& tree, int i, Complement form) const;
  /// The modal among the auxiliaries of `i`, if any: `at` is its word. *Would* and what depends on conditions is left to the caller.
  static std::optional<Modal> modal(const Tree& tree, int i, int& at, const StatusValues& v);

 private:
  bool holds(const std::string& lemma, std::string_view class_name) const;
  std::string phrase(const Tree& tree, int i) const;

  const WordClasses& classes_;
};

/// True for verbs and auxiliaries.
bool verbal(const Word& word);
/// True if the word at `i` heads a clause: a verb, or a noun or adjective with a copula.
bool clausal(const Tree& tree, int i);
/// How the complement headed by `i` is built.
Complement complement_form(const Tree& tree, int i);
/// The word in `i`'s own clause that denies it (*not, never, no longer, nobody, no* of its subject or object), or -1. *Not only* and *not
/// necessarily* deny nothing.
int denier(const Tree& tree, int i);
/// True if the verb's own form, or its first auxiliary's, is past.
bool past(const Tree& tree, int i);

}  // namespace demarche
