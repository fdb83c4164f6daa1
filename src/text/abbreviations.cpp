#include "text/abbreviations.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/strings.h"

namespace demarche {

namespace {

struct Entry {
  std::string_view word;
  uint8_t flags;
};

constexpr uint8_t kPlain = kAbbreviation;
constexpr uint8_t kTitle = kAbbreviation | kNeedsCapital | kBeforeName;
constexpr uint8_t kProper = kAbbreviation | kNeedsCapital;
constexpr uint8_t kNumber = kAbbreviation | kNeedsNumber | kBeforeName;
constexpr uint8_t kDay = kAbbreviation | kNeedsCapital | kAmbiguous | kBeforeName;
constexpr uint8_t kMonth = kAbbreviation | kNeedsCapital | kBeforeName;
constexpr uint8_t kInside = kAbbreviation | kBeforeName;

// Sorted by word: looked up by bisection.
constexpr std::array kEntries = std::to_array<Entry>({
    {"a.k.a", kInside},
    {"abt", kInside},
    {"acad", kProper},
    {"adj", kPlain},
    {"adm", kTitle},
    {"al", kPlain},
    {"ala", kProper},
    {"amb", kTitle},
    {"approx", kInside},
    {"apr", kMonth},
    {"apt", kNumber},
    {"ariz", kProper},
    {"ark", kProper},
    {"arr", kPlain},
    {"arrv", kPlain},
    {"art", kNumber},
    {"assoc", kProper},
    {"asst", kInside},
    {"att", kNumber},
    {"attn", kInside},
    {"atty", kTitle},
    {"aug", kMonth},
    {"ave", kProper},
    {"b", kNumber},
    {"b.sc", kPlain},
    {"bldg", kProper},
    {"blvd", kProper},
    {"brig", kTitle},
    {"bro", kTitle},
    {"bros", kProper},
    {"bs.c", kPlain},
    {"bt", kTitle},
    {"c", kNumber},
    {"ca", kNumber},
    {"calif", kProper},
    {"capt", kTitle},
    {"cf", kInside},
    {"ch", kNumber},
    {"cllr", kTitle},
    {"cmdr", kTitle},
    {"co", kProper},
    {"col", kTitle},
    {"colo", kProper},
    {"comdr", kTitle},
    {"conf", kInside},
    {"cong", kTitle},
    {"conn", kProper},
    {"corp", kProper},
    {"cos", kProper},
    {"cpl", kTitle},
    {"cpt", kTitle},
    {"ctr", kProper},
    {"d", kNumber},
    {"dec", kMonth},
    {"del", kProper},
    {"dept", kInside},
    {"det", kTitle},
    {"dir", kProper},
    {"dist", kProper},
    {"div", kProper},
    {"dr", kTitle},
    {"ed", kNumber},
    {"ed.d", kPlain},
    {"eds", kNumber},
    {"eg", kInside},
    {"esp", kInside},
    {"esq", kProper},
    {"est", kNumber},
    {"et", kNumber},
    {"etc", kPlain},
    {"ext", kNumber},
    {"feb", kMonth},
    {"fig", kNumber},
    {"figs", kNumber},
    {"fla", kProper},
    {"fr", kTitle},
    {"fri", kDay},
    {"ft", kTitle},
    {"ga", kProper},
    {"gen", kTitle},
    {"gens", kTitle},
    {"gov", kTitle},
    {"govs", kTitle},
    {"govt", kInside},
    {"hon", kTitle},
    {"hr", kNumber},
    {"hrs", kNumber},
    {"hwy", kTitle},
    {"ibid", kPlain},
    {"ie", kInside},
    {"ill", kProper | kAmbiguous},
    {"inc", kProper},
    {"incl", kInside},
    {"ind", kProper},
    {"info", kNumber},
    {"insp", kTitle},
    {"intl", kProper},
    {"jan", kMonth},
    {"jr", kProper},
    {"jul", kMonth},
    {"jun", kMonth},
    {"kan", kProper},
    {"kans", kProper},
    {"ky", kProper},
    {"la", kProper | kAmbiguous},
    {"lib", kProper},
    {"lt", kTitle},
    {"ltd", kProper},
    {"ltda", kProper},
    {"m", kNumber},
    {"m.phil", kPlain},
    {"m.sc", kPlain},
    {"maj", kTitle},
    {"mar", kDay},
    {"mass", kProper | kAmbiguous},
    {"mdm", kTitle},
    {"messrs", kTitle},
    {"mfg", kProper},
    {"mich", kProper},
    {"min", kNumber},
    {"minn", kProper},
    {"misc", kInside},
    {"miss", kProper | kAmbiguous},
    {"mlle", kTitle},
    {"mlles", kTitle},
    {"mme", kTitle},
    {"mmes", kTitle},
    {"mo", kProper},
    {"mob", kNumber},
    {"mon", kDay},
    {"mont", kProper},
    {"mr", kTitle},
    {"mrs", kTitle},
    {"ms", kTitle},
    {"msgr", kTitle},
    {"mssrs", kTitle},
    {"mt", kTitle},
    {"mts", kTitle},
    {"n.b", kInside},
    {"natl", kProper},
    {"neb", kProper},
    {"nev", kProper},
    {"no", kNumber},
    {"nos", kNumber},
    {"nov", kMonth},
    {"nr", kNumber},
    {"oct", kMonth},
    {"okla", kProper},
    {"op", kNumber},
    {"ore", kProper},
    {"p", kNumber},
    {"pa", kProper | kAmbiguous},
    {"para", kNumber},
    {"paras", kNumber},
    {"penn", kProper},
    {"pfc", kTitle},
    {"ph", kNumber},
    {"ph.d", kPlain},
    {"pl", kProper},
    {"plc", kProper},
    {"pp", kNumber},
    {"pres", kTitle},
    {"prof", kTitle},
    {"profs", kTitle},
    {"ps", kInside},
    {"psych", kProper},
    {"pt", kNumber},
    {"pte", kProper},
    {"pty", kProper},
    {"pvt", kTitle},
    {"q", kNumber},
    {"rd", kProper},
    {"ref", kNumber},
    {"rep", kTitle},
    {"repr", kInside},
    {"reps", kTitle},
    {"resp", kInside},
    {"ret", kProper},
    {"rev", kTitle},
    {"rt", kTitle},
    {"sat", kDay},
    {"sec", kNumber},
    {"sen", kTitle},
    {"sens", kTitle},
    {"sep", kMonth},
    {"sept", kMonth},
    {"ser", kNumber},
    {"sgt", kTitle},
    {"sr", kProper},
    {"st", kTitle},
    {"sta", kTitle},
    {"ste", kTitle},
    {"sun", kDay},
    {"supt", kTitle},
    {"tel", kNumber},
    {"tenn", kProper},
    {"tex", kProper},
    {"thu", kDay},
    {"thur", kDay},
    {"thurs", kDay},
    {"trans", kInside},
    {"tue", kDay},
    {"tues", kDay},
    {"univ", kProper},
    {"v", kInside},
    {"va", kProper},
    {"ver", kNumber},
    {"viz", kInside},
    {"vol", kNumber},
    {"vols", kNumber},
    {"vs", kInside},
    {"vt", kProper},
    {"wash", kProper | kAmbiguous},
    {"wed", kDay},
    {"wis", kProper},
    {"wisc", kProper},
    {"wyo", kProper},
    {"yrs", kNumber},
});

constexpr std::array kDomainEndings = std::to_array<std::string_view>({
    "ai",   "au",  "bat", "be",  "biz", "ca",  "ch",   "cn",  "co", "com",  "csv", "de",   "doc", "docx", "edu", "eps",  "es",
    "eu",   "exe", "fr",  "gif", "gov", "htm", "html", "il",  "in", "info", "int", "io",   "ir",  "it",   "jp",  "jpeg", "jpg",
    "json", "ke",  "me",  "mil", "mp3", "mp4", "net",  "nl",  "no", "org",  "pdf", "php",  "pl",  "png",  "ppt", "pptx", "ps",
    "rtf",  "ru",  "se",  "tv",  "txt", "ua",  "uk",   "url", "us", "wav",  "xls", "xlsx", "xml", "za",   "zip",
});

constexpr std::array kPrefixes = std::to_array<std::string_view>({
    "anti", "arch", "co",  "counter", "cross", "e",   "ex",     "hyper", "inter", "intra", "macro", "mid",   "mini",  "multi", "neo",
    "non",  "over", "pan", "post",    "pre",   "pro", "psycho", "re",    "semi",  "socio", "sub",   "trans", "ultra", "un",    "vice",
});

static_assert(std::ranges::is_sorted(kEntries, {}, &Entry::word));
static_assert(std::ranges::is_sorted(kDomainEndings));
static_assert(std::ranges::is_sorted(kPrefixes));

}  // namespace

uint8_t abbreviation(std::string_view word) {
  if (word.empty() || word.size() > 8) return kNotAbbreviation;
  char buffer[8];
  for (size_t i = 0; i < word.size(); ++i) buffer[i] = is_upper_ascii(word[i]) ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
  std::string_view lower(buffer, word.size());
  const auto* found = std::ranges::lower_bound(kEntries, lower, {}, &Entry::word);
  if (found == kEntries.end() || found->word != lower) return kNotAbbreviation;
  if ((found->flags & kNeedsCapital) != 0 && !is_upper_ascii(word[0])) return kNotAbbreviation;
  return found->flags;
}

bool is_domain_ending(std::string_view word) {
  return std::ranges::binary_search(kDomainEndings, word);
}

bool is_joined_prefix(std::string_view word) {
  return std::ranges::binary_search(kPrefixes, word);
}

}  // namespace demarche
