#pragma once
#include <string_view>

#include "base/result.h"
#include "text/readers.h"

namespace demarche {

/// The article of an HTML page: headline, date, publisher, address and the text of the body, one paragraph a line, parted by blank lines.
///
/// Metadata come from JSON-LD, then OpenGraph and the usual meta names, then `<time>` and `<h1>`/`<title>`. The body is JSON-LD's
/// `articleBody` if the page shows none, otherwise the block whose paragraphs score best (length, commas, few links), without menus,
/// captions, related links, comments, cookie notices, scripts and forms. kBadInput if the page has more than 200,000 tags or holds no text.
Result<Document> document_from_html(std::string_view bytes, const ReaderOptions& options);

}  // namespace demarche
