#pragma once
#include <string>
#include <string_view>

namespace demarche {

/// How telling an office (lower case) is of the person the press means by a bare surname; more is better known.
int prominence(std::string_view title);

/// A title in lower case and one spelling: "defense minister" and "defence minister", "foreign secretary" and "foreign minister" meet.
std::string plain_title(std::string_view title);

}  // namespace demarche
