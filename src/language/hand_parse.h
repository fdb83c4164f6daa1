#pragma once
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "language/conllu.h"
#include "language/tree.h"
#include "text/document.h"

namespace demarche {

/// For tests: a document with its parse as a person writes it down, a word a line: `form lemma UPOS XPOS head relation`, head 0 for the
/// root. A `~` behind a form says that no blank follows it; a blank line ends a sentence. Owns everything; the trees view the sentences.
struct HandParse {
  explicit HandParse(std::string_view written) {
    std::string lines;
    int number = 0;
    for (std::string_view line : split(written, '\n')) {
      auto cells = words_of(line);
      if (cells.empty()) {
        if (number > 0) lines += "\n";
        number = 0;
        continue;
      }
      if (cells.size() != 6) throw std::invalid_argument("a word has six cells: " + std::string(line));
      std::string form(cells[0]);
      bool joined = form.size() > 1 && form.back() == '~';
      if (joined) form.pop_back();
      lines += std::to_string(++number) + "\t" + form;
      for (size_t i : {1, 2, 3}) lines += "\t" + std::string(cells[i]);
      lines += "\t_\t" + std::string(cells[4]) + "\t" + std::string(cells[5]) + "\t_\t" + (joined ? "SpaceAfter=No" : "_") + "\n";
    }
    auto read = parse_conllu(lines + "\n", "hand");
    if (!read) throw std::invalid_argument(read.error().text());
    parse = std::move(*read);
    for (const ConlluSentence& one : parse.sentences) {
      sentences.push_back(one.sentence);
      if (!doc->text.empty()) doc->text += ' ';
      for (Word& word : sentences.back().words) {
        word.span.begin = static_cast<uint32_t>(doc->text.size());
        doc->text += word.form;
        word.span.end = static_cast<uint32_t>(doc->text.size());
        if (word.space_after && &word != &sentences.back().words.back()) doc->text += ' ';
      }
      sentences.back().span = {sentences.back().words.front().span.begin, static_cast<uint32_t>(doc->text.size())};
    }
    for (const Sentence& sentence : sentences) trees.emplace_back(sentence);
  }
  HandParse(const HandParse&) = delete;
  HandParse& operator=(const HandParse&) = delete;

  /// The first word of that form in a sentence; throws if there is none.
  int word(std::string_view form, size_t sentence = 0) const {
    for (int i = 0; i < trees.at(sentence).size(); ++i)
      if (trees[sentence].word(i).form == form) return i;
    throw std::invalid_argument("no word " + std::string(form));
  }

  Conllu parse;
  std::shared_ptr<Document> doc = std::make_shared<Document>();
  std::vector<Sentence> sentences;
  std::vector<Tree> trees;
};

}  // namespace demarche
