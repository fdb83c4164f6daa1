#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "coder/report.h"

namespace demarche {

/// Writes reports as one HTML page that needs nothing else: no script, no font, no address is fetched. The text stands with its marks
/// (actors, triggers, voices, conditions, orders, consequences), each a link to its event or actor; the events stand beside it on wide
/// screens and below it on narrow ones, each with a link back. What comes from a report is escaped. The pieces, in this order, make the
/// page: head(), report() for each report, tail().
class PageWriter {
 public:
  std::string head() const;
  /// `number` counts the reports of the page from 1 and makes its anchors unique. Threads may call it at once.
  std::string report(const Report& report, size_t number) const;
  /// Ends the page with its list of contents. `titles[n]` is that of report n + 1, as page_title gives it.
  std::string tail(const std::vector<std::string>& titles) const;
};

/// What a report is called in the list of contents: plain text, not escaped.
std::string page_title(const Report& report);

/// Text for HTML: & < > " ' become references.
std::string escape_html(std::string_view text);

/// The page's style sheet.
std::string_view page_style();

}  // namespace demarche
