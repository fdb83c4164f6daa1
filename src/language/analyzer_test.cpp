#include "language/analyzer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "language/model_file.h"
#include "language/random.h"
#include "language/reference.h"

namespace demarche {
namespace {

const std::string kModel = DEMARCHE_SOURCE_DIR "/data/model/english.model";

Sentence sentence_of(const std::vector<std::string>& forms) {
  Sentence sentence;
  for (const std::string& form : forms) {
    Word word;
    word.form = form;
    sentence.words.push_back(word);
  }
  return sentence;
}

std::vector<std::string> pieces(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

void expect_tree(const Sentence& sentence) {
  size_t roots = 0;
  for (size_t i = 0; i < sentence.size(); ++i) {
    const Word& word = sentence.words[i];
    roots += word.head < 0;
    ASSERT_EQ(word.head < 0, word.rel == Deprel::kRoot);
    ASSERT_NE(word.rel, Deprel::kNone);
    ASSERT_LT(word.head, static_cast<int>(sentence.size()));
    size_t steps = 0;
    for (int at = static_cast<int>(i); at >= 0; at = sentence.words[static_cast<size_t>(at)].head) ASSERT_LE(steps++, sentence.size());
  }
  ASSERT_EQ(roots, sentence.size() == 0 ? 0U : 1U);
}

std::string dump(const Sentence& sentence) {
  std::string out;
  for (const Word& word : sentence.words) {
    out.append(name(word.upos)).append(" ").append(word.xpos).append(" ").append(word.feats).append(" ").append(word.lemma);
    out.append(" ").append(std::to_string(word.head)).append(" ").append(name(word.rel)).append("\n");
  }
  return out;
}

/// Words as they come in text, and some that do not.
std::vector<std::string> random_forms(size_t count, Random& random) {
  static const std::vector<std::string> kForms = pieces(
      "the minister said that talks with rebels in Syria would resume on 12 May , but NATO 's envoy did n't agree ; troops and tanks "
      "crossed "
      "“ border ” — 3,500 U.S. UNHCR Müller Erdoğan Пекин 北京 http://x.org @user !!! a I to-day counter-offensive ... \xFF\xFE \xC3");
  std::vector<std::string> forms;
  for (size_t i = 0; i < count; ++i) {
    std::string form = kForms[random.below(kForms.size())];
    if (random.below(8) == 0) form += static_cast<char>('a' + random.below(26));
    forms.push_back(form);
  }
  return forms;
}

class AnalyzerTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto loaded = Analyzer::load(kModel);
    ASSERT_TRUE(loaded) << loaded.error().text();
    analyzer_ = *loaded;
  }
  static std::shared_ptr<const Analyzer> analyzer_;
};
std::shared_ptr<const Analyzer> AnalyzerTest::analyzer_;

TEST_F(AnalyzerTest, ParsesAPlainSentence) {
  auto forms = pieces("Russian troops attacked two villages near the border on Monday .");
  std::vector<Sentence> sentences = {sentence_of(forms)};
  analyzer_->annotate(sentences);
  const std::vector<Word>& words = sentences[0].words;
  expect_tree(sentences[0]);
  EXPECT_EQ(sentences[0].root(), 2);
  EXPECT_EQ(words[2].lemma, "attack");
  EXPECT_EQ(words[2].xpos, "VBD");
  EXPECT_EQ(words[1].head, 2);
  EXPECT_EQ(words[1].rel, Deprel::kNsubj);
  EXPECT_EQ(words[4].rel, Deprel::kObj);
  EXPECT_EQ(words[4].lemma, "village");
  EXPECT_EQ(words[10].upos, Upos::kPunct);
}

TEST_F(AnalyzerTest, ReadsHeadlinesInTitleCaseAndInCapitals) {
  auto title = pieces("Rebels Seize Two Towns In Eastern Ukraine As Talks Fail"),
       capitals = pieces("REBELS SEIZE TWO TOWNS IN EASTERN UKRAINE");
  std::vector<Sentence> sentences = {sentence_of(title), sentence_of(capitals)};
  analyzer_->annotate(sentences);
  for (const Sentence& sentence : sentences) {
    EXPECT_EQ(sentence.root(), 1);
    EXPECT_EQ(sentence.words[0].rel, Deprel::kNsubj);
    EXPECT_EQ(sentence.words[1].lemma, "seize");
    EXPECT_EQ(sentence.words[1].upos, Upos::kVerb);
    EXPECT_EQ(sentence.words[3].rel, Deprel::kObj);
    EXPECT_EQ(sentence.words[6].lemma, "Ukraine");
  }
  EXPECT_EQ(sentences[0].words[1].form, "Seize");
}

TEST_F(AnalyzerTest, AnalyzesTokensOfADocument) {
  Document doc;
  doc.text = "Talks failed.";
  SentenceTokens tokens;
  tokens.span = {0, 13};
  tokens.headline = true;
  tokens.tokens = {{{0, 5}, true, 0}, {{6, 12}, false, 0}, {{12, 13}, true, 0}};
  std::vector<Sentence> sentences = analyzer_->analyze(doc, {tokens});
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_TRUE(sentences[0].headline);
  EXPECT_EQ(sentences[0].words[0].form, "Talks");
  EXPECT_EQ(sentences[0].words[0].lemma, "talk");
  EXPECT_FALSE(sentences[0].words[1].space_after);
  EXPECT_EQ(sentences[0].root(), 1);
}

TEST_F(AnalyzerTest, TakesNothingSingleWordsAndEmptyForms) {
  std::vector<Sentence> none;
  analyzer_->annotate(none);
  const std::vector<std::vector<std::string>> forms = {{}, {"Stop"}, {}, {""}, {std::string(5000, 'x')}};
  std::vector<Sentence> sentences;
  for (const auto& words : forms) sentences.push_back(sentence_of(words));
  analyzer_->annotate(sentences);
  for (const Sentence& sentence : sentences) expect_tree(sentence);
}

TEST_F(AnalyzerTest, GivesATreeForAnyWordsOfAnyLength) {
  Random random(5);
  for (size_t size : {2U, 17U, 60U, 399U, 400U, 401U, 1300U}) {
    auto forms = random_forms(size, random);
    std::vector<Sentence> sentences = {sentence_of(forms)};
    analyzer_->annotate(sentences);
    expect_tree(sentences[0]);
  }
}

TEST_F(AnalyzerTest, DoesNotDependOnWhatElseIsParsed) {
  Random random(6);
  std::vector<std::vector<std::string>> forms;
  for (size_t i = 0; i < 40; ++i) forms.push_back(random_forms(1 + random.below(45), random));
  std::vector<Sentence> together;
  for (const auto& words : forms) together.push_back(sentence_of(words));
  analyzer_->annotate(together);
  for (size_t i = forms.size(); i-- > 0;) {
    auto fresh = Analyzer::load(kModel);
    std::vector<Sentence> alone = {sentence_of(forms[i])};
    (i % 10 == 0 ? **fresh : *analyzer_).annotate(alone);
    ASSERT_EQ(dump(alone[0]), dump(together[i])) << i;
  }
}

TEST_F(AnalyzerTest, ThreadsMayShareIt) {
  Random random(7);
  auto forms = random_forms(200, random);
  std::vector<Sentence> expected = {sentence_of(forms)};
  analyzer_->annotate(expected);
  std::vector<std::string> dumps(4);
  std::vector<std::thread> threads;
  for (std::string& out : dumps) {
    threads.emplace_back([&out, &forms] {
      for (size_t i = 0; i < 5; ++i) {
        std::vector<Sentence> sentences = {sentence_of(forms)};
        analyzer_->annotate(sentences);
        out = dump(sentences[0]);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& out : dumps) EXPECT_EQ(out, dump(expected[0]));
}

TEST_F(AnalyzerTest, AgreesWithTheReferenceButForRounding) {
  auto file = ModelFile::open(kModel);
  ASSERT_TRUE(file);
  Result<Inventory> inventory = read_inventory(**file);
  Result<Network> network = read_network(**file);
  ASSERT_TRUE(inventory && network);
  ReferenceParser reference(*inventory, *network);
  Random random(8);
  std::vector<std::vector<std::string>> forms;
  for (size_t i = 0; i < 60; ++i) forms.push_back(random_forms(1 + random.below(40), random));
  std::vector<Sentence> fast, slow;
  for (const auto& words : forms) {
    fast.push_back(sentence_of(words));
    slow.push_back(sentence_of(words));
  }
  analyzer_->annotate(fast);
  reference.annotate(slow);
  size_t words = 0, same_tags = 0, same_heads = 0, same_lemmas = 0;
  for (size_t s = 0; s < fast.size(); ++s) {
    for (size_t i = 0; i < fast[s].size(); ++i) {
      const Word &a = fast[s].words[i], &b = slow[s].words[i];
      ++words;
      same_tags += a.upos == b.upos && a.xpos == b.xpos && a.feats == b.feats;
      same_lemmas += a.lemma == b.lemma;
      same_heads += a.head == b.head;
    }
  }
  // Random words are hard to tell apart, so near ties are common: a wrong tensor would leave far less agreement.
  EXPECT_GT(same_tags, words * 95 / 100);
  EXPECT_GT(same_lemmas, words * 97 / 100);
  EXPECT_GT(same_heads, words * 93 / 100);
}

TEST_F(AnalyzerTest, HashIsThatOfTheFile) {
  EXPECT_EQ(analyzer_->hash().size(), 7U + 64U);
  EXPECT_EQ(analyzer_->hash(), (*Analyzer::load(kModel))->hash());
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Writes bytes where a test may, and removes them.
class TemporaryModel {
 public:
  explicit TemporaryModel(const std::string& bytes) {
    path_ = (std::filesystem::temp_directory_path() / ("demarche_model_" + std::to_string(reinterpret_cast<uintptr_t>(this)))).string();
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryModel() { std::filesystem::remove(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST(ModelFile, ThatIsMissingIsAnIoError) {
  EXPECT_EQ(Analyzer::load("/no/such.model").error().code, ErrorCode::kIo);
}
TEST(ModelFile, ThatIsAFolderIsAnIoError) {
  EXPECT_EQ(Analyzer::load("/").error().code, ErrorCode::kIo);
}

TEST(ModelFile, ThatIsForeignEmptyCutOrOfAnotherVersionIsABadModel) {
  std::string good = read_file(kModel);
  ASSERT_GT(good.size(), 1000U);
  std::string newer = good;
  newer[8] = 99;
  for (const std::string& bytes : {std::string(), std::string("hello"), std::string(100000, 'x'), good.substr(0, good.size() - 1),
                                   good.substr(0, 63), good.substr(0, 200), good + "x", newer}) {
    TemporaryModel file(bytes);
    auto loaded = Analyzer::load(file.path());
    ASSERT_FALSE(loaded) << bytes.size();
    EXPECT_EQ(loaded.error().code, ErrorCode::kBadModel);
    EXPECT_EQ(loaded.error().place, file.path());
  }
}

TEST(ModelFile, WithAnyByteChangedIsABadModel) {
  std::string good = read_file(kModel);
  Random random(9);
  for (size_t trial = 0; trial < 12; ++trial) {
    std::string bytes = good;
    size_t at = trial < 4 ? random.below(64 - 8) : random.below(bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
    TemporaryModel file(bytes);
    auto loaded = Analyzer::load(file.path());
    ASSERT_FALSE(loaded) << at;
    EXPECT_EQ(loaded.error().code, ErrorCode::kBadModel);
  }
}

}  // namespace
}  // namespace demarche
