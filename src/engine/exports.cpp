#include "engine/exports.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "coder/attribution.h"
#include "coder/chronology.h"
#include "coder/clause_relations.h"
#include "coder/quotation_marks.h"
#include "text/offsets.h"

namespace demarche {

namespace {

using Pieces = std::vector<Span>;

// One answer under way.
class Answer {
 public:
  Answer(const Report& report, const char* list) : offsets_(report.document->text), json_(buffer_) {
    json_.StartObject();
    text("doc_id", report.document->id);
    json_.Key(list);
    json_.StartArray();
  }

  void next_list(const char* list) {
    json_.EndArray();
    json_.Key(list);
    json_.StartArray();
  }

  void begin() { json_.StartObject(); }
  void end() { json_.EndObject(); }

  void text(const char* key, std::string_view value) {
    json_.Key(key);
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  void extent(Span bytes) {
    Span points = offsets_.points(bytes);
    json_.Key("start");
    json_.Uint(points.begin);
    json_.Key("end");
    json_.Uint(points.end);
  }

  void spans(const char* key, const Pieces& pieces) {
    json_.Key(key);
    json_.StartArray();
    for (Span one : pieces) {
      Span points = offsets_.points(one);
      json_.StartArray();
      json_.Uint(points.begin);
      json_.Uint(points.end);
      json_.EndArray();
    }
    json_.EndArray();
  }

  std::string finish() {
    json_.EndArray();
    json_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  Offsets offsets_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_;
};

// The words of a clause or phrase, in stretches, without what stands under `hole` (-1: all).
Pieces stretch(const Tree& tree, int head, int hole) {
  Pieces pieces;
  bool open = false;
  for (int w = tree.first(head); w <= tree.last(head); ++w) {
    bool in = tree.under(w, head) && !(hole >= 0 && tree.under(w, hole));
    if (in && open)
      pieces.back().end = tree.word(w).span.end;
    else if (in)
      pieces.push_back(tree.word(w).span);
    open = in;
  }
  return pieces;
}

Pieces without(const Pieces& pieces, const Pieces& holes) {
  Pieces kept = pieces;
  for (Span hole : holes) {
    Pieces next;
    for (Span one : kept) {
      if (!one.overlaps(hole)) {
        next.push_back(one);
        continue;
      }
      if (one.begin < hole.begin) next.push_back({one.begin, hole.begin});
      if (hole.end < one.end) next.push_back({hole.end, one.end});
    }
    kept = std::move(next);
  }
  return kept;
}

// What ties the two: the benchmark's types, or nothing where it has none.
std::optional<std::string_view> benchmark_type(const ClauseRelation& one) {
  switch (one.type) {
    case ClauseRelationType::kCondition:
      if (one.sense == ConditionSense::kUnless) return "negative_condition";
      // Nor are *depends on* and *a condition for*: only connectives count there.
      if (one.rule.ends_with(" on") || one.rule == "condition") return std::nullopt;
      if (one.sense == ConditionSense::kUntil || one.sense == ConditionSense::kInExchange) return std::nullopt;
      return "condition";
    case ClauseRelationType::kConsequence:
      // *led to, could damage*: verbs are no connectives there either.
      if (!one.conditional) return std::nullopt;
      return one.sense == ConditionSense::kUnless ? "negative_condition" : "condition";
    case ClauseRelationType::kOrder:
      return "precedence";
    case ClauseRelationType::kCause:
      return "cause";
    case ClauseRelationType::kPurpose:
      return "purpose";
    case ClauseRelationType::kConcession:
      return "concession";
    case ClauseRelationType::kContrast:
      return std::nullopt;
  }
  return std::nullopt;
}

class RelationsAnswer {
 public:
  RelationsAnswer(const Report& report, const Lexicon& lexicon) : report_(report), lexicon_(lexicon), answer_(report, "relations") {}

  std::string all() {
    for (const ClauseRelation& one : find_clause_relations(*report_.document, report_.trees, lexicon_))
      if (auto type = benchmark_type(one)) relation(*type, one);
    for (const Quotation& one : find_quotations(*report_.document, report_.trees, report_.actors, lexicon_)) attribution(one);
    return answer_.finish();
  }

  // Purposes are causes here, and what is demanded with a protest is its reason.
  std::string causes() {
    for (const ClauseRelation& one : find_clause_relations(*report_.document, report_.trees, lexicon_)) {
      bool cause = one.type == ClauseRelationType::kCause || one.type == ClauseRelationType::kPurpose ||
                   one.type == ClauseRelationType::kConsequence ||
                   (one.type == ClauseRelationType::kCondition && one.sense != ConditionSense::kInExchange) || brought_about(one);
      if (cause) relation("cause", one);
    }
    return answer_.finish();
  }

 private:
  const Tree& tree(const WordRef& ref) const { return report_.trees[ref.sentence]; }

  // *a curfew was imposed after the riot*: in news of unrest what follows an upheaval mostly follows from it.
  bool brought_about(const ClauseRelation& one) const {
    if (one.type != ClauseRelationType::kOrder || (one.rule != "after" && one.rule != "once") || one.force != Force::kStated ||
        one.a.empty())
      return false;
    const Tree& there = tree(one.a.front());
    const Word& word = there.word(one.a.front().word);
    if (word.upos == Upos::kVerb) return true;
    auto id = lexicon_.classes().find("upheaval_noun");
    return id && lexicon_.classes().has(word.lemma, *id);
  }

  // The words of one end without those of the other where that hangs on it.
  Pieces end_of(const WordRef& ref, const WordRef& other) const {
    bool above = ref.sentence == other.sentence && tree(ref).under(other.word, ref.word);
    return stretch(tree(ref), ref.word, above ? other.word : -1);
  }

  void relation(std::string_view type, const ClauseRelation& one) {
    if (one.b.word < 0 || one.a.empty()) return;
    // The benchmarks have one relation where several clauses share a connective.
    WordRef a = one.a.front();
    if (a.word < 0 || a == one.b) return;
    Pieces first = end_of(a, one.b), then = end_of(one.b, a);
    // A concession is told from the clause that denies: the main clause beside *although*.
    if (one.type == ClauseRelationType::kConcession) std::swap(first, then);
    write(type, first, then, one.cues);
  }

  void attribution(const Quotation& one) {
    if (one.kind != VoiceKind::kSpeech || !one.clause) return;
    const Tree& tree = report_.trees[one.sentence];
    // The benchmark has clauses of saying and thinking, not *the idea that* or labels.
    if (tree.word(one.cue).upos == Upos::kNoun || tree.word(one.cue).upos == Upos::kPunct) return;
    Pieces cue = without(stretch(tree, one.cue, -1), one.content);
    if (!one.source_span.empty()) cue.insert(cue.begin(), one.source_span);
    write("attribution", cue, one.content, {one.cue_span});
  }

  void write(std::string_view type, const Pieces& a, const Pieces& b, const Pieces& cue) {
    answer_.begin();
    answer_.text("type", type);
    answer_.spans("a", a);
    answer_.spans("b", b);
    answer_.spans("cue", cue);
    answer_.end();
  }

  const Report& report_;
  const Lexicon& lexicon_;
  Answer answer_;
};

// The voices that stand in nobody else's words: the benchmark marks no voices inside quotations or inside what somebody says.
std::vector<Quotation> outermost(const Report& report, const std::vector<Quotation>& voices) {
  std::vector<QuotedStretch> quoted = find_quoted_stretches(report.trees);
  std::vector<Quotation> open;
  std::copy_if(voices.begin(), voices.end(), std::back_inserter(open), [&](const Quotation& one) {
    return std::none_of(quoted.begin(), quoted.end(), [&](const QuotedStretch& stretch) { return stretch.span.contains(one.cue_span); });
  });
  auto inside = [](const Quotation& inner, const Quotation& outer) {
    return std::any_of(outer.content.begin(), outer.content.end(), [&](Span piece) { return piece.contains(inner.cue_span); });
  };
  auto nested = [&](const Quotation& one) {
    return std::any_of(open.begin(), open.end(),
                       [&](const Quotation& outer) { return &outer != &one && inside(one, outer) && !inside(outer, one); });
  };
  std::vector<Quotation> kept;
  std::copy_if(open.begin(), open.end(), std::back_inserter(kept), [&](const Quotation& one) { return !nested(one); });
  return kept;
}

std::string_view benchmark_name(TimeOrder order) {
  return order == TimeOrder::kBefore ? "BEFORE" : order == TimeOrder::kAfter ? "AFTER" : "OVERLAP";
}

// The words that overlap the spans asked about, or all verbs.
std::vector<WordRef> asked_words(const Report& report, const std::vector<Span>& spans) {
  std::vector<WordRef> words;
  for (uint32_t s = 0; s < report.trees.size(); ++s)
    for (int w = 0; w < report.trees[s].size(); ++w) {
      const Word& word = report.trees[s].word(w);
      bool asked = std::any_of(spans.begin(), spans.end(), [&](Span one) { return one.overlaps(word.span); });
      if (asked || (spans.empty() && word.upos == Upos::kVerb)) words.push_back({s, w});
    }
  return words;
}

}  // namespace

std::string export_attribution(const Question& question, const Engine& engine) {
  Report report = engine.read(question.document);
  Answer answer(report, "attributions");
  for (const Quotation& one : outermost(report, find_quotations(*report.document, report.trees, report.actors, engine.lexicon()))) {
    answer.begin();
    answer.spans("source", one.source_span.empty() ? Pieces{} : Pieces{one.source_span});
    answer.spans("cue", one.cue_span.empty() ? Pieces{} : Pieces{one.cue_span});
    answer.spans("content", one.content);
    answer.end();
  }
  return answer.finish();
}

std::string export_relations(const Question& question, const Engine& engine) {
  Report report = engine.read(question.document);
  return RelationsAnswer(report, engine.lexicon()).all();
}

std::string export_causes(const Question& question, const Engine& engine) {
  Report report = engine.read(question.document);
  return RelationsAnswer(report, engine.lexicon()).causes();
}

std::string export_order(const Question& question, const Engine& engine) {
  constexpr uint32_t kFarthest = 2;  // sentences between the words of a pair
  Report report = engine.read(question.document);
  std::vector<TimeExpression> times = engine.temporal().find(report.sentences, report.day());
  Chronology chronology(report, times, engine.lexicon());
  std::vector<WordRef> words = asked_words(report, question.words);
  auto span = [&](const WordRef& ref) { return report.trees[ref.sentence].word(ref.word).span; };
  Answer answer(report, "order");
  for (size_t i = 0; i < words.size(); ++i)
    for (size_t j = i + 1; j < words.size() && words[j].sentence <= words[i].sentence + kFarthest; ++j) {
      answer.begin();
      answer.spans("a", {span(words[i])});
      answer.spans("b", {span(words[j])});
      answer.text("rel", benchmark_name(chronology.order(words[i], words[j])));
      answer.end();
    }
  answer.next_list("dct");
  for (const WordRef& one : words) {
    answer.begin();
    answer.extent(span(one));
    answer.text("rel", benchmark_name(chronology.against_report(one)));
    answer.end();
  }
  answer.next_list("timex");
  for (const TimeExpression& one : times)
    for (const TimeEnd& part : one.ends.empty() ? std::vector<TimeEnd>{{one.span, one.value}} : one.ends) {  // as TIMEX3 has a range
      answer.begin();
      answer.extent(part.span);
      answer.text("value", part.value);
      answer.end();
    }
  return answer.finish();
}

}  // namespace demarche
