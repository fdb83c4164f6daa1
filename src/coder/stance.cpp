#include "coder/stance.h"

#include "coder/status_values.h"

namespace demarche {

namespace {

// The complement is what the predicate is.
Stance through(const Stance& above, Stance made, int cue) {
  made.status = above.status;
  made.negated = above.negated;
  made.habitual = above.habitual;
  if (cue >= 0) made.mark(cue);
  return made;
}

// A clause that tells for itself. What is said under an *if* stays open.
Stance tell(const Stance& above, Stance made) {
  made.cues.clear();
  if (!made.condition) return made;
  made.status = EventStatus::kPossible;
  made.cues = above.cues;
  return made;
}

// Where the predicate is itself planned, asked or denied, so is its complement, unless what it says of it is nearer (*plans to ask them to
// leave*).
Stance inherit(const Stance& above, Stance made, EventStatus own, bool outer_wins) {
  made.negated = above.negated;
  made.status = above.status && (outer_wins || above.condition) ? *above.status : own;
  return made;
}

Stance deny(const Stance& above, Stance made, bool both_ways) {
  made.negated = !above.negated;
  made.status = above.negated && !both_ways ? EventStatus::kPossible : above.status;
  return made;
}

// What the signature's own cue word is named for.
Stance turned(Signature signature, const Stance& above, const Hinge& hinge, Stance made) {
  switch (signature) {
    case Signature::kFailed:
      return deny(above, made, true);
    case Signature::kRefused:
      return deny(above, made, false);
    case Signature::kDenied:
      return deny(above, made, false);
    case Signature::kPlanned:
      return inherit(above, made, EventStatus::kPlanned, true);
    case Signature::kOffered:
      return inherit(above, made, EventStatus::kOffered, true);
    case Signature::kExpected:
      return inherit(above, made, hinge.arranged ? EventStatus::kPlanned : EventStatus::kPossible, true);
    case Signature::kAble:
      return inherit(above, made, EventStatus::kPossible, true);
    case Signature::kHoped:
    case Signature::kTried:
      return inherit(above, made, EventStatus::kPossible, false);
    case Signature::kRequested:
      // Who does not ask for it leaves it open.
      made = inherit(above, made, above.negated ? EventStatus::kPossible : EventStatus::kRequested, false);
      made.negated = false;
      return made;
    case Signature::kThreatened:
      made = inherit(above, made, EventStatus::kThreatened, false);
      made.negated = false;
      return made;
    default:
      made.status = EventStatus::kPossible;
      return made;
  }
}

bool tells(Signature signature) {
  return signature == Signature::kFact || signature == Signature::kSaid || signature == Signature::kClaimed ||
         signature == Signature::kBelieved || signature == Signature::kSeemed;
}

// The certainty of a complement. A predicate that has not come about, though nobody denies it, leaves what it tells of open and keeps what
// hangs on it from coming about.
double weigh(Signature signature, const Stance& above, const Transfer& t) {
  constexpr double kDenial = 0.7;  // of what is denied and yet has a certainty of its own
  double v = above.value;
  if (above.negated && v < kDenial) {
    double denial = v < 0 ? -v : kDenial;
    return denial * t.denied + (1 - denial) * t.open;
  }
  if (v >= 0) return v * t.held + (1 - v) * t.open;
  return tells(signature) ? t.open : v;
}

}  // namespace

Stance plain(double value) {
  Stance made;
  made.value = value;
  return made;
}

Stance pass_on(Signature signature, const Stance& above, const Hinge& hinge, const StatusValues& values) {
  Stance made;
  Transfer t = transfer_of(signature, values);
  double v = above.value;
  made.value = weigh(signature, above, t);
  made.condition = above.condition && signature != Signature::kFact;
  made.cues = above.cues;
  switch (signature) {
    case Signature::kNone:
    case Signature::kThrough:
    case Signature::kCaused:
      return through(above, made, -1);
    case Signature::kAchieved:
      return through(above, made, above.negated ? hinge.predicate : -1);
    case Signature::kSaid:
    case Signature::kClaimed:
      return tell(above, made);
    case Signature::kFact:
    case Signature::kEnded:
      made = tell(above, made);
      // *regularly accuses them of shelling it*
      made.habitual = above.habitual && hinge.gerund;
      return made;
    case Signature::kBelieved:
    case Signature::kSeemed:
      if (!above.negated) return tell(above, made);
      made.negated = true;
      made.mark(hinge.predicate);
      return made;
    case Signature::kDoubted:
      // *There is no doubt that they left.*
      if (above.negated && !above.condition) {
        made.value = values.not_doubted;
        return tell(above, made);
      }
      break;
    case Signature::kAble:
      // *was able to land* tells that they landed; *is able to land* leaves it open.
      if (hinge.completed && !above.negated && !above.status) {
        made.value = v * transfer_of(Signature::kAchieved, values).held;
        return through(above, made, -1);
      }
      break;
    default:
      break;
  }
  // *wanted to sign* came nearer to it than *wants to sign*.
  if (hinge.completed && !above.negated && above.value > 0) made.value += values.lift;
  made = turned(signature, above, hinge, made);
  made.mark(hinge.predicate);
  return made;
}

}  // namespace demarche
