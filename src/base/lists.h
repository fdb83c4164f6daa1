#pragma once
#include <algorithm>

namespace demarche {

/// True if the list holds it.
template <class List, class T>
bool among(const List& list, const T& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace demarche
