#pragma once

namespace demarche {

/// Certainty by construct, in [-1, 1]. One constant a construct: they say how far a reader takes an act to be real, and were weighed
/// against published annotations of factuality. A number that is not named here is no judgement about language.
struct StatusValues {
  // The verb's own form.
  double past = 1, present = 0.95, progressive = 0.9, participle = 1, noun = 0.92, bare = 0.75;
  double denied = -0.7;         // not, never
  double denied_phrase = -0.6;  // no talks, nobody
  double denied_mind = -0.7;    // do not know, want, feel
  double named = 0.3;           // of the doubt about an act, what naming it by a noun takes away
  double addressed = 1;         // factor: you see them everywhere
  double conjunct = 1;
  double imperative = -0.25;
  // Auxiliaries; the second of each pair where the verb is denied.
  double will = 0.8, will_not = -0.65;
  double would = 0.62, would_not = -0.7;
  double would_have = -0.6, would_not_have = 0.3;
  double may = 0.52, may_not = -0.2;
  double may_have = 0.3, may_not_have = -0.3;
  double could = 0.35, could_not = -0.7;
  double could_have = -0.3, could_not_have = -0.8;
  double can = 0.43, can_not = -0.7;
  double must = 0.55, must_not = -0.4;
  double must_have = 0.7, must_not_have = -0.7;
  double should = 0.45, should_not = 0;
  double should_have = -0.5, should_not_have = 0.6;
  double used_to = 0.8, used_not_to = -0.8;
  // Adverbs, as factors.
  double reportedly = 0.75, perhaps = 0.4, probably = 0.6, rarely = 0.1, almost = 0.1;
  // Places in the sentence.
  double question = 0, told_question = 0.5, wh_question = 0.45, present_ahead = 0.55, condition = 0.3, purpose = 0.85, time_future = 0.65,
         time_before = 0.75, time_until = 0.65, time_past = 0.95, reason = 0.85;
  double like = 0, instead = -0.5, without = -0.2, relative = 0.95, open_relative = 0.35, infinitive = 0.15, ranked = 0.9, attribute = 0.9,
         subject_infinitive = 0.1, participial = 0.9, adverbial = 0.9;
  double gerund = 0.85, subject_gerund = 0.85;  // *the cost of leaving, leaving was hard*
  double time_generic = 0.85;                   // when you leave
  double definite = 0.9;
  // What of the doubt about a clause goes to what adds to it: adjuncts and conjuncts, relative clauses, attributes.
  double shade = 0.05, shade_relative = 0.05, shade_attribute = 0.05;
  double through = 0.95, loose_infinitive = 0.45;
  // Predicates: the complement where they hold, do not hold, are left open.
  double achieved = 1, not_achieved = -0.9;
  double caused = 0.7, not_caused = -0.4;
  double failed = -0.9, not_failed = 0.95;
  double refused = -0.5, not_refused = 0.3;
  double fact = 0.95, not_fact = 0.6, open_fact = 0.6;
  double said = 0.95, not_said = 0.1, open_said = 0.65;
  double claimed = 0.75, not_claimed = 0, open_claimed = 0.3;
  double believed = 0.6, not_believed = -0.8, open_believed = 0.05;
  double seemed = 0.65, not_seemed = -0.5, open_seemed = 0.2;
  double denied_clause = -0.6, not_denied_clause = 0.5;
  double doubted = -0.4, not_doubted = 0.6;
  double fancied = -0.4, not_fancied = -0.35;
  double lift = 0;  // added where the predicate is a plain past: wanted to
  double planned = 0.85, not_planned = -0.5;
  double expected = 0.8, not_expected = -0.4;
  double offered = 0.65, not_offered = -0.5;
  double requested = 0.8, not_requested = 0;
  double threatened = 0.35, not_threatened = 0;
  double hoped = 0.55, not_hoped = -0.4;
  double tried = 0.45, not_tried = -0.6;
  double able = 0.6, not_able = -0.85;
  double ended = 0.7, not_ended = 0.7;
};

inline constexpr StatusValues kStatusValues{};

/// The same, asked whether it has come about by the time of writing (FactQuestion::kRealised): what is to come has not.
inline constexpr StatusValues kRealisedValues{
    .present = 0.85,
    .progressive = 0.8,
    .denied = 0.1,
    .denied_phrase = 0.4,
    .denied_mind = 0.4,
    .addressed = 0.7,
    .conjunct = 0.93,
    .imperative = -0.85,
    .will = -0.7,
    .will_not = -0.3,
    .would = -0.35,
    .would_not = -0.1,
    .may = -0.2,
    .could = -0.5,
    .could_not = 0.1,
    .can = -0.4,
    .can_not = -0.3,
    .must = -0.1,
    .should = -0.5,
    .condition = -0.25,
    .purpose = 0.4,
    .time_future = -0.35,
    .attribute = 0.8,
    .participial = 0.8,
    .gerund = 0.35,
    .subject_gerund = 0.4,
    .time_generic = 0.55,
    .shade = 0.5,
    .shade_relative = 0.3,
    .shade_attribute = 0.35,
    .lift = 0.3,
    .planned = -0.4,
    .expected = -0.6,
    .offered = -0.65,
    .requested = -0.75,
    .hoped = -0.65,
    .tried = 0.15,
    .able = -0.3,
};

}  // namespace demarche
