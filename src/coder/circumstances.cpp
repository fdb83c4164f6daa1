#include "coder/circumstances.h"

#include <algorithm>
#include <map>

namespace demarche {

namespace {

ContextSet contexts_of(const Sentence& sentence, const Lexicon& lexicon) {
  std::vector<std::string_view> lemmas;
  lemmas.reserve(sentence.words.size());
  for (const Word& word : sentence.words) lemmas.push_back(word.lemma);
  return lexicon.ontology().contexts.match(lemmas);
}

// Contexts that stand in a third of the sentences and in two at least: what the report is about.
ContextSet report_contexts(const std::vector<ContextSet>& sentences) {
  ContextSet common;
  std::map<Context, size_t> counts;
  for (const ContextSet& one : sentences)
    for (Context context : one.list()) ++counts[context];
  for (const auto& [context, count] : counts)
    if (count >= 2 && count * 3 >= sentences.size()) common.add(context);
  return common;
}

// Looks for the place of events; keeps how often each country is named.
class Placer {
 public:
  Placer(Report& report, const Lexicon& lexicon) : report_(report), lexicon_(lexicon) {
    for (const Mention& mention : report.actors.mentions)
      for (uint32_t one : mention.actors) ++counts_[report.actors.actors[one].country];
  }

  void run() {
    for (Event& event : report_.events) place(event);
  }

 private:
  // The phrase on the trigger itself, or on the light noun inside it.
  void place(Event& event) {
    const Tree& tree = report_.trees[event.sentence];
    for (int word = 0; word < tree.size(); ++word) {
      if (!event.trigger.contains(tree.word(word).span.begin)) continue;
      for (uint16_t c : tree.children(word)) {
        Deprel rel = base(tree.word(c).rel);
        std::string_view preposition = tree.case_lemma(c);
        bool here = preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside";
        if ((rel != Deprel::kObl && rel != Deprel::kNmod) || !here) continue;
        if (auto found = read(tree, c)) {
          event.place = std::move(found);
          return;
        }
      }
    }
  }

  std::optional<EventPlace> read(const Tree& tree, int head) const {
    // *in the Ethiopian capital Addis Ababa, in the town of Goma*: the name may hang below.
    for (int word : {head, tree.child(head, Deprel::kAppos), of(tree, head), tree.child(head, Deprel::kFlat)}) {
      if (word < 0) continue;
      std::string name;
      Span span = tree.word(word).span;
      for (int w = tree.first(word); w <= tree.last(word); ++w)
        if (w == word || (tree.head(w) == word && (tree.word(w).rel == Deprel::kCompound || tree.word(w).rel == Deprel::kFlat))) {
          span = cover(span, tree.word(w).span);
          name += (name.empty() ? "" : " ") + std::string(tree.word(w).form);
        }
      if (const Place* best = choose(name))
        return EventPlace{std::string(best->name), std::string(best->country), best->lat, best->lon, span};
      for (const Country& country : lexicon_.ontology().countries.all())
        if (country.kind != CountryKind::kHistoric && country.name == name)
          return EventPlace{name, std::string(country.code), std::nullopt, std::nullopt, span};
    }
    return std::nullopt;
  }

  static int of(const Tree& tree, int head) {
    for (uint16_t c : tree.children(head))
      if (base(tree.word(c).rel) == Deprel::kNmod && tree.case_lemma(c) == "of" && tree.word(c).upos == Upos::kPropn) return c;
    return -1;
  }

  const Place* choose(const std::string& name) const {
    const Place* best = nullptr;
    int most = -1;
    for (const Place* one : lexicon_.ontology().places.find(name)) {
      auto it = counts_.find(std::string(one->country));
      int count = it == counts_.end() ? 0 : it->second;
      if (count > most) {
        most = count;
        best = one;
      }
    }
    return best;
  }

  Report& report_;
  const Lexicon& lexicon_;
  std::map<std::string, int> counts_;
};

}  // namespace

void set_contexts(Report& report, const Lexicon& lexicon) {
  std::vector<ContextSet> sentences;
  for (const Sentence& sentence : report.sentences) sentences.push_back(contexts_of(sentence, lexicon));
  ContextSet common = report_contexts(sentences);
  for (Event& event : report.events) {
    event.contexts.add(sentences[event.sentence]);
    if (event.contexts.empty()) event.contexts.add(common);
    if (event.cameo.empty() && event.type != EventType::kNone)
      event.cameo = std::string(lexicon.cameo().default_code(event.type, event.mode, event.contexts));
  }
}

void place_events(Report& report, const Lexicon& lexicon) {
  Placer(report, lexicon).run();
}

void note_oddities(Report& report) {
  for (uint32_t i = 0; i < report.actors.actors.size(); ++i) {
    const Actor& actor = report.actors.actors[i];
    if (actor.note.empty()) continue;
    Note note{"role", actor.note, {}};
    for (const Mention& mention : report.actors.mentions)
      if (note.span.empty() && std::find(mention.actors.begin(), mention.actors.end(), i) != mention.actors.end()) note.span = mention.span;
    report.notes.push_back(std::move(note));
  }
}

}  // namespace demarche
