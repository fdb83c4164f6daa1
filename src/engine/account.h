#pragma once
#include <string>

#include "coder/report.h"

namespace demarche {

/// How an account is written.
struct AccountStyle {
  bool colour = false;    ///< ANSI colours
  bool with_ids = true;   ///< "e3" before each event
  size_t width = 120;     ///< columns that the head line may take
};

/// A report as a person reads it: what it is, the actors, each event on a line (date, who, did what, to whom, status, according to whom), then conditions, orders,
/// consequences and contrasts in sentences, then what is odd. Ends in a line feed.
std::string account(const Report& report, const AccountStyle& style);

/// One event on one line without its id: "2025-02-24  RUS (Vladimir Putin) telephoned CHN (Xi Jinping) [CONSULT/phone] occurred, according to CCTV".
std::string event_line(const Report& report, const Event& event);

}  // namespace demarche
