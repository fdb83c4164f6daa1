#include "cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "cli/exit_codes.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

ParsedCommandLine parse(std::vector<const char*> words) {
  words.insert(words.begin(), "demarche");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

TEST(CommandLine, ReadsACommandWithItsOptions) {
  auto parsed = parse({"code", "--format", "jsonl", "-j", "3", "--date", "2024-05-06", "a.txt", "-"});
  ASSERT_TRUE(parsed.run) << parsed.message;
  EXPECT_EQ(parsed.line.command, "code");
  EXPECT_EQ(parsed.line.format, "jsonl");
  EXPECT_EQ(parsed.line.jobs, 3);
  EXPECT_THAT(parsed.line.files, ElementsAre("a.txt", "-"));
}

TEST(CommandLine, TakesAFileNamedLikeACommandForAFile) {
  EXPECT_THAT(parse({"code", "read"}).line.files, ElementsAre("read"));
}

TEST(CommandLine, ReadsACommandOfAGroup) {
  auto parsed = parse({"lexicon", "check", "--allow", "2.5", "--no-examples"});
  ASSERT_TRUE(parsed.run) << parsed.message;
  EXPECT_EQ(parsed.line.command, "lexicon check");
  EXPECT_DOUBLE_EQ(parsed.line.allowed, 2.5);
  EXPECT_FALSE(parsed.line.examples);
}

TEST(CommandLine, GivesTheVersionAsACommandAndAsAnOption) {
  EXPECT_EQ(parse({"--version"}).line.command, "version");
  EXPECT_EQ(parse({"version"}).line.command, "version");
}

TEST(CommandLine, HelpIsNoFailure) {
  for (std::vector<const char*> words : {std::vector<const char*>{}, {"help"}, {"--help"}}) {
    auto parsed = parse(words);
    EXPECT_FALSE(parsed.run);
    EXPECT_EQ(parsed.exit_code, kExitOk);
    EXPECT_THAT(parsed.message, HasSubstr("demarche code report.txt"));
  }
  EXPECT_THAT(parse({"help", "read"}).message, HasSubstr("Usage: demarche read"));
  EXPECT_THAT(parse({"lexicon", "try", "--help"}).message, HasSubstr("Usage: demarche lexicon try"));
  EXPECT_THAT(parse({"help", "lexicon", "try"}).message, HasSubstr("Usage: demarche lexicon try"));
}

// The names that stand, two blanks in, under "Subcommands:".
std::vector<std::string> commands_of(const std::string& help) {
  std::vector<std::string> names;
  std::istringstream lines(help.substr(std::min(help.find("Subcommands:"), help.size())));
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("  ") && line.size() > 2 && line[2] != ' ') names.push_back(line.substr(2, line.find(' ', 2) - 2));
  return names;
}

void expect_narrow(const std::string& name, const std::string& help) {
  std::istringstream lines(help);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("Exit codes:") != std::string::npos) continue;
    EXPECT_LE(line.size(), 140u) << name << ": " << line;
  }
}

TEST(CommandLine, HelpOfEveryCommandFitsInto140Columns) {
  auto names = commands_of(parse({"help"}).message);
  EXPECT_THAT(names, testing::IsSupersetOf({"code", "eval", "lexicon"}));
  for (const std::string& name : names) {
    std::string help = parse({"help", name.c_str()}).message;
    expect_narrow(name, help);
    for (const std::string& inner : commands_of(help))
      expect_narrow(name + " " + inner, parse({"help", name.c_str(), inner.c_str()}).message);
  }
}

TEST(CommandLine, ReadsGoldPredictionsAndAnotherRun) {
  auto parsed = parse({"eval", "gold", "run", "--against", "old", "--form", "plv", "--format", "json", "--misses"});
  ASSERT_TRUE(parsed.run) << parsed.message;
  EXPECT_EQ(parsed.line.gold, "gold");
  EXPECT_EQ(parsed.line.predictions, "run");
  EXPECT_EQ(parsed.line.against, "old");
  EXPECT_EQ(parsed.line.form, "plv");
  EXPECT_EQ(parsed.line.format, "json");
  EXPECT_TRUE(parsed.line.misses);
}

struct Mistake {
  std::vector<const char*> words;
  const char* said;
};

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, AreUsageErrorsThatSayWhatWasMeant) {
  auto parsed = parse(GetParam().words);
  EXPECT_FALSE(parsed.run);
  EXPECT_EQ(parsed.exit_code, kExitUsage);
  EXPECT_THAT(parsed.message, HasSubstr(GetParam().said));
}

INSTANTIATE_TEST_SUITE_P(CommandLine, Mistakes,
                         testing::Values(Mistake{{"cod"}, "no such command: cod; did you mean code?"},
                                         Mistake{{"help", "raed"}, "did you mean read?"},
                                         Mistake{{"code", "--fromat", "x"}, "no such option: --fromat; did you mean --from"},
                                         Mistake{{"code", "--format", "xml"}, "--format"}, Mistake{{"code", "-j", "-1"}, "--jobs"},
                                         Mistake{{"show", "a", "b"}, "one argument too many: b"}, Mistake{{"explain"}, "EVENT"},
                                         Mistake{{"lexicon", "chekc"}, "no such command: chekc; did you mean check?"},
                                         Mistake{{"lexicon"}, "demarche lexicon what? check, show"},
                                         Mistake{{"lexicon", "chekc"}, "Try `demarche lexicon"},
                                         Mistake{{"help", "lexicon", "shwo"}, "did you mean show?"},
                                         Mistake{{"eval", "--fomr", "plv"}, "no such option: --fomr; did you mean --form?"},
                                         Mistake{{"export", "--for", "corref", "x"}, "did you mean coref?"},
                                         Mistake{{"code", "--format", "xml"}, "`xml` is none of text, jsonl, html"},
                                         Mistake{{"train", "--seed", "x"}, "--seed = x is no number"}));

}  // namespace
}  // namespace demarche
