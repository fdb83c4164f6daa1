#include "lexicon/phrase_lists.h"

#include <algorithm>
#include <unordered_map>

#include "base/strings.h"

namespace demarche {

namespace {

bool is_issue_code(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return is_upper_ascii(c) || is_lower_ascii(c) || is_digit(c) || c == '_' || c == '-'; });
}

}  // namespace

PhraseLists PhraseLists::build(const std::vector<DictionaryFile>& issues, const std::vector<DictionaryFile>& discards, Faults& faults) {
  PhraseLists lists;
  lists.read(issues, true, faults);
  lists.read(discards, false, faults);
  return lists;
}

void PhraseLists::read(const std::vector<DictionaryFile>& files, bool issues, Faults& faults) {
  std::unordered_map<std::string, std::string> given;  // phrase and meaning to their place
  for (const DictionaryFile& file : files)
    for (const Line& line : file.lines) {
      size_t colon = line.text.rfind(':');
      std::string code(colon == std::string::npos ? std::string_view() : trim(std::string_view(line.text).substr(colon + 1)));
      bool sound = issues ? is_issue_code(code) : code == "sentence" || code == "report";
      if (!sound) {
        faults.add(file.name, line.number,
                   issues ? "an issue reads `PHRASE, PHRASE : CODE`, or `: -` for phrases that rule all issues out"
                          : "a discard reads `PHRASE, PHRASE : sentence`, or `: report` to leave out the whole report");
        continue;
      }
      Use use = issues ? (code == "-" ? Use::kNoIssue : Use::kIssue) : code == "report" ? Use::kDiscardReport : Use::kDiscardSentence;
      meanings_.push_back({use, code});
      for (std::string_view piece : split(std::string_view(line.text).substr(0, colon), ',')) {
        std::string phrase = lower_ascii(trim(piece));
        if (name_pieces(phrase).empty()) {
          faults.add(file.name, line.number, "`" + phrase + "` is no phrase: it needs a letter or digit");
          continue;
        }
        auto [known, fresh] = given.try_emplace(phrase + ":" + code, file.name + ":" + std::to_string(line.number));
        if (!fresh && !file.added)
          faults.add(file.name, line.number, "`" + phrase + "` stands at " + known->second + " already: delete one of the two");
        index_.add(phrase, static_cast<uint32_t>(meanings_.size() - 1));
      }
    }
}

std::vector<PhraseLists::Hit> PhraseLists::find(std::string_view text) const {
  std::vector<Hit> hits;
  if (empty()) return hits;
  auto pieces = name_pieces(text);
  for (size_t at = 0; at < pieces.size(); ++at) {
    NameIndex::Match match = index_.longest(pieces, at);
    if (match.count == 0) continue;
    Span span{pieces[at].span.begin, pieces[at + match.count - 1].span.end};
    for (uint32_t id : *match.ids) hits.push_back({meanings_[id].use, meanings_[id].code, span});
  }
  return hits;
}

}  // namespace demarche
