#pragma once
#include <string>
#include <string_view>

namespace demarche {

// A lemma is a rule applied to the form: a letter for the case (k keep, l lower, c capitalise, f first letter lower, u upper), the number
// of characters to take off the end, and what to put there: "l3y" makes *countries* from *Countries* into *country*. "=be" is a lemma of
// its own,
// "=" stands where the treebank gives none (the second half of a word split by mistake): the form stays.

/// The rule that makes `lemma` from `form`; deterministic, and the same for all forms that are changed alike.
std::string lemma_rule(std::string_view form, std::string_view lemma);

/// The lemma by that rule. A rule that does not fit the form (more characters to remove than there are) leaves the cased form.
/// Requires a rule that is_lemma_rule() accepts.
void apply_lemma_rule(std::string_view rule, std::string_view form, std::string& lemma);

bool is_lemma_rule(std::string_view rule);

}  // namespace demarche
