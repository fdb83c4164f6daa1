#pragma once
#include <string>

#include "coder/report.h"

namespace demarche {

/// How an account is written.
struct AccountStyle {
  bool colour = false;  ///< ANSI colours
  size_t width = 120;   ///< bytes that the head line may take
};

/// A report as a person reads it: what it is, the actors, each event on a line (date, who, did what, to whom, status, according to whom),
/// then conditions, orders, consequences and contrasts in sentences, then what is odd. Ends in a line feed.
std::string account(const Report& report, const AccountStyle& style);

}  // namespace demarche
