#include "language/conllu.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

constexpr std::string_view kFile =
    "# newdoc id = a\n"
    "# sent_id = a-1\n"
    "# text = They don't agree.\n"
    "1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdo\tdo\tAUX\tVBP\tMood=Ind\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tagree\tagree\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n";

TEST(Conllu, ReadsWordsMultiwordsAndComments) {
  Result<Conllu> file = parse_conllu(std::string(kFile), "x");
  ASSERT_TRUE(file) << file.error().text();
  ASSERT_EQ(file->sentences.size(), 1U);
  const ConlluSentence& sentence = file->sentences[0];
  EXPECT_EQ(sentence.sent_id, "a-1");
  EXPECT_EQ(sentence.text, "They don't agree.");
  EXPECT_TRUE(sentence.sentence.paragraph_start);
  const std::vector<Word>& words = sentence.sentence.words;
  ASSERT_EQ(words.size(), 5U);
  EXPECT_EQ(words[1].multiword, 2);
  EXPECT_EQ(words[2].multiword, 1);
  EXPECT_FALSE(words[1].space_after);
  EXPECT_TRUE(words[2].space_after);
  EXPECT_EQ(words[3].head, -1);
  EXPECT_EQ(words[0].head, 3);
  EXPECT_EQ(words[0].rel, Deprel::kNsubj);
  EXPECT_FALSE(words[3].space_after);
}

TEST(Conllu, WritesWhatItRead) {
  Result<Conllu> file = parse_conllu(std::string(kFile), "x");
  ASSERT_TRUE(file);
  std::string out;
  append_conllu(out, file->sentences[0]);
  EXPECT_EQ(out, kFile);
}

TEST(Conllu, WritesRunningTextWithItsMultiwords) {
  std::string text = "We can't go.";
  Sentence sentence;
  sentence.span = {0, 12};
  auto add = [&](uint32_t begin, uint32_t end, bool space, uint8_t multiword) {
    Word word;
    word.span = {begin, end};
    word.form = std::string_view(text).substr(begin, end - begin);
    word.space_after = space;
    word.multiword = multiword;
    word.head = static_cast<int16_t>(sentence.words.empty() ? -1 : 0);
    word.rel = sentence.words.empty() ? Deprel::kRoot : Deprel::kDep;
    sentence.words.push_back(word);
  };
  add(0, 2, true, 0);
  add(3, 5, false, 2);
  add(5, 8, true, 1);
  add(9, 11, false, 0);
  add(11, 12, true, 0);
  std::string out;
  append_conllu(out, sentence, "s1", text);
  EXPECT_NE(out.find("# sent_id = s1\n# text = We can't go.\n"), std::string::npos);
  EXPECT_NE(out.find("2-3\tcan't\t_"), std::string::npos);
  EXPECT_NE(out.find("4\tgo\t_\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No\n"), std::string::npos);
  EXPECT_TRUE(parse_conllu(out, "again"));
}

struct Bad {
  const char* name;
  const char* text;
  const char* place;
};

class ConlluErrors : public testing::TestWithParam<Bad> {};

TEST_P(ConlluErrors, NameTheLine) {
  Result<Conllu> file = parse_conllu(GetParam().text, "bad");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(file.error().place, GetParam().place) << file.error().message;
}

INSTANTIATE_TEST_SUITE_P(
    All, ConlluErrors,
    testing::Values(Bad{"columns", "# a\n1\ta\ta\tX\n", "bad:2"}, Bad{"more_columns", "1\ta\ta\tX\t_\t_\t0\troot\t_\t_\t_\n", "bad:1"},
                    Bad{"id", "2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", "bad:1"}, Bad{"id_text", "x\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", "bad:1"},
                    Bad{"head_far", "1\ta\ta\tX\t_\t_\t9\tdep\t_\t_\n\n", "bad:2"},
                    Bad{"head_itself", "1\ta\ta\tX\t_\t_\t1\tdep\t_\t_\n", "bad:1"},
                    Bad{"head_text", "1\ta\ta\tX\t_\t_\t-3\tdep\t_\t_\n", "bad:1"},
                    Bad{"cycle", "1\ta\ta\tX\t_\t_\t2\tdep\t_\t_\n2\tb\tb\tX\t_\t_\t1\tdep\t_\t_\n", "bad:2"},
                    Bad{"two_roots", "1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n2\tb\tb\tX\t_\t_\t0\troot\t_\t_\n\n", "bad:3"},
                    Bad{"utf8", "# fine\n1\t\xC3(\ta\tX\t_\t_\t0\troot\t_\t_\n", "bad:2"},
                    Bad{"empty_form", "1\t\ta\tX\t_\t_\t0\troot\t_\t_\n", "bad:1"},
                    Bad{"range_end", "1-4\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n", "bad:3"},
                    Bad{"range_order", "2-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", "bad:1"}, Bad{"no_words", "# only\n\n", "bad:2"},
                    Bad{"late_comment", "1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n# late\n", "bad:2"}),
    [](const auto& bad) { return bad.param.name; });

TEST(Conllu, TakesEmptyFilesCarriageReturnsAndMissingLastBlank) {
  EXPECT_TRUE(parse_conllu("", "x")->sentences.empty());
  EXPECT_TRUE(parse_conllu("\n\n\n", "x")->sentences.empty());
  Result<Conllu> file = parse_conllu("1\ta\ta\tX\t_\t_\t0\troot\t_\t_\r\n", "x");
  ASSERT_TRUE(file) << file.error().text();
  EXPECT_EQ(file->sentences.size(), 1U);
}

TEST(Conllu, DropsEmptyNodes) {
  Result<Conllu> file =
      parse_conllu("1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n1.1\tb\tb\tX\t_\t_\t_\t_\t_\t_\n2\tc\tc\tX\t_\t_\t1\tdep\t_\t_\n", "x");
  ASSERT_TRUE(file) << file.error().text();
  EXPECT_EQ(file->sentences[0].sentence.size(), 2U);
}

TEST(Conllu, ReportsAMissingFile) {
  EXPECT_EQ(read_conllu("/no/such/file.conllu").error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace demarche
