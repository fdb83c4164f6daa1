#include "base/hash.h"
#include "language/conllu.h"
#include "store/store.h"

namespace demarche {

std::string content_key(const Document& doc) {
  // The lengths keep "a" + "bc" apart from "ab" + "c".
  std::string bytes;
  for (const std::string& part : {doc.text, doc.title, doc.published ? doc.published->iso() : std::string(), doc.publisher})
    bytes += std::to_string(part.size()) + ":" + part;
  return sha256(bytes);
}

std::string content_key(const Report& report) {
  std::string key = content_key(*report.document);
  return report.parse_source ? sha256(key + given_parse(report)) : key;
}

std::string given_parse(const Report& report) {
  std::string out;
  if (!report.parse_source) return out;
  for (size_t i = 0; i < report.sentences.size(); ++i)
    append_conllu(out, report.sentences[i], std::to_string(i + 1), report.document->text);
  return out;
}

}  // namespace demarche
