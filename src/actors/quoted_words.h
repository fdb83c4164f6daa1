#pragma once
#include <vector>

#include "language/tree.h"

namespace demarche {

/// True if a word of sentence `s` stands between quotation marks, which may have opened in a sentence before; a paragraph begins outside.
bool quoted(const std::vector<Tree>& trees, size_t s, int word);

}  // namespace demarche
