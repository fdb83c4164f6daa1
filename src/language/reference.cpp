#include "language/reference.h"

#include <algorithm>

#include "language/labels.h"
#include "language/spanning_tree.h"

namespace demarche {

ReferenceParser::ReferenceParser(const Inventory& inventory, Network& network)
    : inventory_(inventory), network_(network), encoder_(inventory) {}

void ReferenceParser::annotate(std::vector<Sentence>& sentences) {
  for (Sentence& sentence : sentences) {
    for (size_t first = 0; first < sentence.size(); first += kLongestPiece)
      annotate(sentence, first, std::min(kLongestPiece, sentence.size() - first));
    join_pieces(sentence.words);
  }
}

void ReferenceParser::annotate(Sentence& sentence, size_t first, size_t count) {
  EncodedSentence encoded;
  std::vector<std::string_view> forms;
  std::deque<std::string> lowered;
  encoder_.read_forms(std::span(sentence.words).subspan(first, count), forms, lowered);
  for (std::string_view form : forms) encoder_.add_word(form, encoded);
  network_.score({&encoded}, scores_);
  std::vector<int16_t> heads(count);
  best_tree(scores_.arc[0].data(), count, heads.data());
  std::vector<float> relations;
  network_.score_relations(heads, relations);
  const NetworkShape& shape = network_.shape();
  for (size_t i = 0; i < count; ++i) {
    Word& word = sentence.words[first + i];
    TagOdds odds = {scores_.upos.data() + i * shape.upos, scores_.xpos.data() + i * shape.xpos, scores_.feats.data() + i * shape.feats,
                    scores_.lemma.data() + i * shape.lemmas};
    word.head = static_cast<int16_t>(heads[i] == 0 ? -1 : static_cast<int>(first) + heads[i] - 1);
    word.rel = best_relation(relations.data() + i * shape.relations, heads[i] == 0);
    assign_tags(inventory_, odds, forms[i], word);
  }
}

}  // namespace demarche
