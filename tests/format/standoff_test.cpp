// SPDX-License-Identifier: Apache-2.0
// CoNLL-U and brat: the law holds in code points, lines have the shape that their readers want.
#include <gtest/gtest.h>

#include <sstream>

#include "format/format.h"
#include "format/sample_record.h"
#include "text/offsets.h"

namespace onrecord {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

// The characters of [begin, end) code points.
std::string cut(const Record& record, const std::string& begin, const std::string& end) {
  const CodepointSpan points{static_cast<std::uint32_t>(std::stoul(begin)),
                             static_cast<std::uint32_t>(std::stoul(end))};
  const ByteSpan bytes = OffsetIndex(record.article.text).to_bytes(points);
  return record.article.text.substr(bytes.begin, bytes.size());
}

TEST(Conllu, EveryWordIsTheCutOfItsTokenRange) {
  const Record record = testing::sample_record();
  std::string out;
  append_conllu(record, out);
  std::size_t words = 0;
  for (const std::string& line : split(out, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> columns = split(line, '\t');
    ASSERT_EQ(columns.size(), 10u) << line;
    const std::size_t at = columns[9].find("TokenRange=") + 11;
    const std::vector<std::string> range = split(columns[9].substr(at), ':');
    EXPECT_EQ(cut(record, range[0], range[1]), columns[1]) << line;
    ++words;
  }
  EXPECT_EQ(words, record.tokens.size());
}

TEST(Conllu, HeadsCountFromOneInTheSentenceAndUnknownIsUnderscore) {
  Record record = testing::sample_record();
  record.tokens[4].head = 5;
  record.tokens[4].deprel = "nsubj";
  std::string out;
  append_conllu(record, out);
  EXPECT_NE(out.find("1\tCafé\t_\t_\t_\t_\t2\tcompound\t_\tTokenRange=0:4\n"), std::string::npos) << out;
  EXPECT_NE(out.find("3\tends\tend\tVERB\t_\t_\t0\troot\t_\t"), std::string::npos) << out;
  EXPECT_NE(out.find("2\tofficials\t_\t_\t_\t_\t3\tnsubj\t_\t"), std::string::npos) << out;
  EXPECT_NE(out.find("# text = Two officials denied it.\n"), std::string::npos) << out;
}

TEST(Conllu, WordsOfOneSpanAreAMultiwordToken) {
  Record record;
  record.article.id = "a1";
  record.article.text = "I dunno.";
  record.tokens.resize(5);
  const char* const kForms[] = {"I", "do", "n’t", "know", "."};
  const ByteSpan kSpans[] = {{0, 1}, {2, 7}, {2, 7}, {2, 7}, {7, 8}};
  for (std::size_t k = 0; k < 5; ++k) {
    record.tokens[k].form = kForms[k];
    record.tokens[k].span = kSpans[k];
  }
  std::string out;
  append_conllu(record, out);
  EXPECT_EQ(out,
            "# newdoc id = a1\n# sent_id = a1-1\n# text = I dunno.\n"
            "1\tI\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:1\n"
            "2-4\tdunno\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=2:7\n"
            "2\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn’t\t_\t_\t_\t_\t_\t_\t_\t_\n4\tknow\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "5\t.\t_\t_\t_\t_\t_\t_\t_\tTokenRange=7:8\n\n");
}

TEST(Brat, EveryTextBoundLineShowsItsPieces) {
  const Record record = testing::sample_record();
  std::string out;
  append_brat(record, out);
  std::size_t lines = 0;
  for (const std::string& line : split(out, '\n')) {
    if (line[0] != 'T') continue;
    const std::vector<std::string> parts = split(line, '\t');
    ASSERT_EQ(parts.size(), 3u) << line;
    std::string shown;
    for (const std::string& piece : split(parts[1].substr(parts[1].find(' ') + 1), ';')) {
      const std::vector<std::string> range = split(piece, ' ');
      shown.append(shown.empty() ? "" : " ").append(cut(record, range[0], range[1]));
    }
    EXPECT_EQ(shown, parts[2]);
    ++lines;
  }
  EXPECT_EQ(lines, 16u);
}

TEST(Brat, ASpanOverALineEndIsWrittenInPieces) {
  Record record;
  record.article.text = "one\ntwo";
  record.times.resize(1);
  record.times[0].span = {0, 7};
  std::string out;
  append_brat(record, out);
  EXPECT_EQ(out.substr(0, out.find("\n#")), "T1\tDate 0 3;4 7\tone two");
}

TEST(Brat, StatementsAreEventsWithFormAndForce) {
  std::string out;
  append_brat(testing::sample_record(), out);
  EXPECT_NE(out.find("E2\tStatement:T12 Source:T13 Content:T14\nA3\tForm E2 indirect\nA4\tForce E2 denied\n"),
            std::string::npos)
      << out;
}

TEST(Layers, LimitsRowsAndTheListOfLayers) {
  Record record = testing::sample_record();
  keep_layers(record, {"statements", "times"});
  EXPECT_EQ(record.layers, (std::vector<std::string>{"times", "statements"}));
  EXPECT_EQ(record.statements.size(), 2u);
  EXPECT_TRUE(record.entities.empty() && record.figures.empty() && record.tokens.empty());
  EXPECT_EQ(record.notes.size(), 1u);
}

}  // namespace
}  // namespace onrecord
