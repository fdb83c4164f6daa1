#include "text/tokenizer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace demarche {
namespace {

Document document(std::string text) {
  Document doc;
  doc.text = std::move(text);
  return doc;
}

/// Words parted by blanks, sentences by " | ".
std::string words(const std::string& text) {
  Document doc = document(text);
  std::string line;
  for (const SentenceTokens& sentence : tokenize(doc)) {
    if (!line.empty()) line += " |";
    for (const Token& token : sentence.tokens) {
      if (!line.empty()) line += ' ';
      line += doc.text.substr(token.span.begin, token.span.size());
    }
  }
  return line;
}

TEST(Tokenizer, SplitsCliticsIntoWordsOfOneToken) {
  Document doc = document("They don't trust Kenya's offer.");
  auto sentences = tokenize(doc);
  ASSERT_EQ(sentences.size(), 1u);
  const auto& tokens = sentences[0].tokens;
  ASSERT_EQ(tokens.size(), 8u);
  EXPECT_EQ(tokens[1].multiword, 2);
  EXPECT_EQ(tokens[2].multiword, 1);
  EXPECT_EQ(doc.text.substr(tokens[2].span.begin, tokens[2].span.size()), "n't");
  EXPECT_EQ(tokens[4].multiword, 2);
  EXPECT_FALSE(tokens[1].space_after);
  EXPECT_TRUE(tokens[2].space_after);
}

TEST(Tokenizer, SplitsFusedSpellings) {
  EXPECT_EQ(words("We cannot wait."), "We can not wait .");
  EXPECT_EQ(words("You're gonna lose."), "You 're gon na lose .");
  EXPECT_EQ(words("He wouldn't've gone."), "He would n't 've gone .");
}

TEST(Tokenizer, TreatsCurlyApostrophesAsStraightOnes) {
  EXPECT_EQ(words("Ghana’s envoy didn’t sign."), "Ghana ’s envoy did n’t sign .");
}

TEST(Tokenizer, TellsAPossessiveFromAClosingQuotationMark) {
  EXPECT_EQ(words("the rebels' camp"), "the rebels ' camp");
  EXPECT_EQ(words("He called them 'bandits' again."), "He called them ' bandits ' again .");
}

TEST(Tokenizer, SplitsAlliancesSoThatBothSidesAreWords) {
  EXPECT_EQ(words("a Lula-Macron call"), "a Lula - Macron call");
  EXPECT_EQ(words("U.S.-led, Saudi-backed forces"), "U.S. - led , Saudi - backed forces");
}

TEST(Tokenizer, KeepsPrefixesJoined) {
  EXPECT_EQ(words("pro-Moscow and non-aligned states re-elected him"), "pro-Moscow and non-aligned states re-elected him");
}

TEST(Tokenizer, KeepsNumbersAndSplitsTheirSigns) {
  EXPECT_EQ(words("It cost $5,300.50 (12%) by 10:30 on 9/11."), "It cost $ 5,300.50 ( 12 % ) by 10:30 on 9/11 .");
  EXPECT_EQ(words("US$4.5bn in 1998-99 at 5pm"), "US$ 4.5 bn in 1998 - 99 at 5 pm");
  EXPECT_EQ(words("Call 555-123-4567 on 2021-03-04."), "Call 555-123-4567 on 2021-03-04 .");
}

TEST(Tokenizer, KeepsAddresses) {
  EXPECT_EQ(words("See https://example.org/a?b=1, or mail desk@example.org."),
            "See https://example.org/a?b=1 , or mail desk@example.org .");
}

TEST(Tokenizer, KeepsFullStopsOfAbbreviations) {
  EXPECT_EQ(words("Gen. Okoro met Mr. J. Silva at No. 10 on Sept. 3."), "Gen. Okoro met Mr. J. Silva at No. 10 on Sept. 3 .");
  EXPECT_EQ(words("No. They left."), "No . | They left .");
}

TEST(Tokenizer, PartsTheLastFullStopFromAnAbbreviation) {
  EXPECT_EQ(words("They sell oil, gas, etc. Prices rose. It left the U.S. He stayed."),
            "They sell oil , gas , etc . | Prices rose . | It left the U.S. | He stayed .");
}

TEST(Tokenizer, KeepsDottedCountryNamesInsideASentence) {
  EXPECT_EQ(words("The U.S. Senate voted. The U.K. did not."), "The U.S. Senate voted . | The U.K. did not .");
}

TEST(Tokenizer, EndsSentencesAfterClosingQuotationMarks) {
  EXPECT_EQ(words("“We will not yield.” The crowd cheered."), "“ We will not yield . ” | The crowd cheered .");
}

TEST(Tokenizer, GivesADatelineASentenceOfItsOwn) {
  EXPECT_EQ(words("NAIROBI (Newswire) -- Talks began. They ended."), "NAIROBI ( Newswire ) -- | Talks began . | They ended .");
  EXPECT_EQ(words("LIMA, Feb 24 — Talks began."), "LIMA , Feb 24 — | Talks began .");
}

TEST(Tokenizer, NeverJoinsParagraphs) {
  auto sentences = tokenize(document("Talks fail again\n\nThe envoys left without\nan agreement.\n"));
  ASSERT_EQ(sentences.size(), 3u);
  EXPECT_TRUE(sentences[0].headline);
  EXPECT_TRUE(sentences[1].paragraph_start);
}

TEST(Tokenizer, ReadsThroughTheLineBreaksOfWrappedCopy) {
  std::string text =
      "The two governments said on Tuesday that they would reopen the bridge\n"
      "at the northern crossing before the end of the month, provided that the\n"
      "customs officers of both sides were given new quarters there by then.\n"
      "\n"
      "A spokesman for the transport ministry declined to say how much it had\n"
      "cost.\n";
  Document doc = document(text);
  auto sentences = tokenize(doc);
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(doc.text.substr(sentences[1].span.end - 5, 5), "cost.");
}

TEST(Tokenizer, CutsEndlessRunsWithoutABlank) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "a-";
  Document doc = document(text);
  size_t words = 0;
  for (const auto& sentence : tokenize(doc)) words += sentence.tokens.size();
  EXPECT_EQ(words, 6000u);
}

TEST(Tokenizer, CutsEndlessSentences) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word ";
  for (const auto& sentence : tokenize(document(text))) EXPECT_LE(sentence.tokens.size(), 400u);
}

TEST(Tokenizer, CoversEveryVisibleByteOnceAndInOrder) {
  std::string text = "«Oui», 'tis l'eau… \t\xE2\x80\x8B-- a.b@c d//e $$ .5 ...x ’’ 🙂 U.S..\n\n(1) x_y {z} 5'10\" ''q'' n't 's";
  Document doc = document(text);
  std::string seen;
  uint32_t last = 0;
  for (const auto& sentence : tokenize(doc))
    for (const auto& token : sentence.tokens) {
      EXPECT_GE(token.span.begin, last);
      EXPECT_LT(token.span.begin, token.span.end);
      last = token.span.end;
      seen += doc.text.substr(token.span.begin, token.span.size());
    }
  std::string visible;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "\xE2\x80\x8B") {
      i += 2;
      continue;
    }
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t') visible += text[i];
  }
  EXPECT_EQ(seen, visible);
}

TEST(Tokenizer, GivesNothingForNothing) {
  EXPECT_TRUE(tokenize(document(" \n\t ")).empty());
}

}  // namespace
}  // namespace demarche
