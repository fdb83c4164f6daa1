// Any bytes give documents or errors, in every format; what they give is clean and tokenizes.
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "text/readers.h"
#include "text/tokenizer.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace demarche;
  if (size == 0) return 0;
  ReaderOptions options;
  options.format = static_cast<InputFormat>(data[0] % 4);
  options.max_document = 1 << 16;
  std::istringstream in(std::string(reinterpret_cast<const char*>(data + 1), size - 1));
  DocumentReader reader(in, "fuzz", options);
  while (auto item = reader.next()) {
    if (!*item) {
      if (item->error().message.empty()) std::abort();
      continue;
    }
    const Document& doc = **item;
    if (doc.id.empty() || doc.text.empty()) std::abort();
    if (clean_text(doc.text, LineBreaks::kKeep).repaired > 0) std::abort();
    (void)tokenize(doc);
  }
  return 0;
}
