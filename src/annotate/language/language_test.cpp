// SPDX-License-Identifier: Apache-2.0
// The model's stages with the tiny random model of tests/nn: what it says means nothing, how it is cut, carried and
// put together does.
#include <gtest/gtest.h>

#include <cmath>

#include "annotate/analyze.h"
#include "annotate/language/encode_words.h"
#include "annotate/language/find_syntax.h"
#include "annotate/language/name_spans.h"
#include "annotate/language/windows.h"

namespace onrecord {
namespace {

const LanguageModel& tiny() {
  static const Result<LanguageModel> model = LanguageModel::open("tests/nn/tiny.model", nn::Precision::Int8);
  EXPECT_TRUE(model.ok()) << to_string(model.error());
  return *model;
}

Document read(const std::string& text, const LanguageModel* model = &tiny()) {
  LanguageScratch scratch;
  AnalyzeOptions options;
  options.model = model;
  options.scratch = &scratch;
  ArticleRow about;
  about.source_uri = "test";
  return analyze(make_article(std::move(about), text), options);
}

std::string times(std::size_t count, const std::string& words) {
  std::string out;
  for (std::size_t k = 0; k < count; ++k) out += words;
  return out;
}

// --- lemma scripts ---

TEST(LemmaScript, DropsAndAdds) {
  const auto apply = [](const char* script, const char* form) { return LemmaScript::parse(script)->apply(form); };
  EXPECT_EQ(apply("L-3+y", "Stories"), "story");
  EXPECT_EQ(apply("K-0+", "Kyiv"), "Kyiv");
  EXPECT_EQ(apply("L-0+", "Éclair"), "éclair");
  EXPECT_EQ(apply("K-1+", "Zoë"), "Zo");  // characters, not bytes
  EXPECT_EQ(apply("=go", "went"), "go");
  EXPECT_EQ(apply("L-3+", "as"), std::nullopt);
  EXPECT_EQ(apply("L-2+", "as"), std::nullopt);  // nothing left
  EXPECT_EQ(apply("L-2+be", "is"), "be");
}

TEST(LemmaScript, RefusesWhatIsNoScript) {
  for (const char* bad : {"", "L", "=", "L-", "L-2", "X-1+", "L-x+y", "L+1-"}) {
    EXPECT_FALSE(LemmaScript::parse(bad)) << bad;
  }
}

TEST(KnownLemmas, HangOnTheTag) {
  const Result<LanguageModel> model = LanguageModel::open("tests/nn/tiny.model", nn::Precision::F32);
  ASSERT_TRUE(model.ok());
  const auto& tags = model->syntax_labels()->tags;
  for (std::uint16_t tag = 0; tag < tags.size(); ++tag) {  // the tiny model knows "boats" as T1 alone
    const std::string* lemma = model->known_lemma("boats", tag);
    EXPECT_EQ(lemma == nullptr ? "" : *lemma, tags[tag].upos == "T1" ? "boat" : "");
    EXPECT_EQ(model->known_lemma("ships", tag), nullptr);
  }
}

// --- windows ---

struct Packed {
  TokenPieces pieces;
  std::vector<Range> windows;
};

Packed pack(const Document& d, std::size_t limit = nn::kMaxPieces) {
  Packed packed{cut_pieces(d.text(), *d.tokens, tiny().pieces()), {}};
  packed.windows = pack_windows(packed.pieces, *d.sentences, limit);
  return packed;
}

// Together all tokens, none too long.
void expect_law(const Packed& packed, const Document& d, std::size_t limit) {
  Index next = 0;
  for (const Range window : packed.windows) {
    EXPECT_EQ(window.begin, next);
    EXPECT_LE(packed.pieces.begin[window.end] - packed.pieces.begin[window.begin] + 2, limit);
    EXPECT_FALSE(window.empty());
    next = window.end;
  }
  EXPECT_EQ(next, d.tokens->size());
}

TEST(Windows, HoldWholeSentencesAsLongAsTheyFit) {
  const Document d = read(times(9, "The mayor left. "), nullptr);
  ASSERT_EQ(d.sentences->size(), 9u);
  const Packed packed = pack(d, 18);  // four pieces a sentence, sixteen a window
  ASSERT_EQ(packed.windows.size(), 3u);
  EXPECT_EQ(packed.windows[0].end, 16u);
  EXPECT_EQ(packed.windows[1].end, 32u);
  EXPECT_EQ(packed.windows[2].end, 36u);
  expect_law(packed, d, 18);
}

TEST(Windows, CutASentenceThatFitsIntoNone) {
  const Document d = read("The mayor left. The mayor said " + times(296, "boat ") + "left. The mayor left.", nullptr);
  ASSERT_EQ(d.sentences->size(), 3u);
  const Packed packed = pack(d);
  expect_law(packed, d, nn::kMaxPieces);
  ASSERT_EQ(packed.windows.size(), 4u);  // before, two parts, after
  EXPECT_EQ(packed.windows[0].size(), 4u);
  EXPECT_EQ(packed.windows[1].size(), nn::kMaxPieces - 2);
  EXPECT_EQ(packed.windows[3].begin, (*d.sentences)[2].tokens.begin);
}

TEST(Windows, OfNothingAndOfOneWord) {
  const Document empty = read("", nullptr), one = read("Boats", nullptr);
  EXPECT_TRUE(pack(empty).windows.empty());
  const Packed packed = pack(one);
  ASSERT_EQ(packed.windows.size(), 1u);
  EXPECT_EQ(packed.pieces.count(0), 2u);  // boat ##s
  const nn::Window window = make_window(one.text(), *one.tokens, packed.pieces, packed.windows[0], tiny().pieces());
  EXPECT_EQ(window.pieces, (std::vector<std::int32_t>{2, 7, 8, 3}));
  EXPECT_EQ(window.shapes, (std::vector<std::int8_t>{-1, 6, 6, -1}));
  EXPECT_EQ(window.first, (std::vector<std::uint32_t>{1}));
}

// --- vectors and syntax ---

std::string long_text() { return times(90, "The mayor said the boats left, un. ") + times(300, "boat ") + "."; }

TEST(EncodeWords, DoesNotDependOnHowManyWindowsGoAtATime) {
  const Document d = read(long_text());
  LanguageScratch scratch;
  ASSERT_GT(d.vectors->windows.size(), 3u);
  ASSERT_EQ(d.vectors->values.size(), d.tokens->size() * d.vectors->width);
  for (const std::size_t at_a_time : {1, 2, 3, 100}) {
    const WordVectors again = encode_words(d.text(), *d.tokens, *d.sentences, tiny(), scratch, at_a_time);
    EXPECT_EQ(again.values, d.vectors->values) << at_a_time;
  }
}

TEST(EncodeWords, AWordKnowsItsWindow) {
  const Document d = read(long_text());
  for (const Range window : d.vectors->windows) {
    EXPECT_EQ(d.vectors->window_of(window.begin).begin, window.begin);
    EXPECT_EQ(d.vectors->window_of(window.end - 1).end, window.end);
  }
}

TEST(FindSyntax, OneRootASentenceEvenOfOneInParts) {
  const Document d = read(long_text());
  const Syntax& syntax = *d.syntax;
  ASSERT_EQ(syntax.size(), d.tokens->size());
  for (const Sentence& sentence : d.sentences->rows) {
    Index roots = 0;
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (syntax[t].head == kNone) ++roots;
      else EXPECT_TRUE(sentence.tokens.contains(syntax[t].head));
      EXPECT_GT(syntax[t].confidence, 0);
      EXPECT_LE(syntax[t].confidence, 1);
      EXPECT_FALSE(syntax.lemmas[t].empty());
    }
    EXPECT_EQ(roots, 1u);
  }
  const Range last = d.sentences->rows.back().tokens;
  Index joints = 0;
  for (Index t = last.begin; t < last.end; ++t) joints += syntax.relation(t) == "dep" ? 1 : 0;
  EXPECT_EQ(joints, 1u);  // between its two parts; the tiny model knows no "dep"
}

TEST(FindSyntax, OfNothing) {
  const Document d = read("");
  EXPECT_TRUE(d.syntax.present());
  EXPECT_EQ(d.syntax->size(), 0u);
}

// --- names ---

// "O B-PERSON I-PERSON B-ORG I-ORG": spans as "begin-end:label" of words whose best labels are these, where `sure`
// says by how much.
std::string decoded(const std::vector<std::vector<float>>& rows) {
  static const std::vector<NameLabel> kLabels = {{NameLabel::Mark::Outside, ""},
                                                 {NameLabel::Mark::Begin, "PERSON"},
                                                 {NameLabel::Mark::Inside, "PERSON"},
                                                 {NameLabel::Mark::Begin, "ORG"},
                                                 {NameLabel::Mark::Inside, "ORG"}};
  std::vector<float> scores;
  for (const auto& row : rows) scores.insert(scores.end(), row.begin(), row.end());
  std::string out;
  for (const LabelSpan& span : decode_bio(scores.data(), rows.size(), kLabels)) {
    EXPECT_GT(span.probability, 0);
    EXPECT_LE(span.probability, 1);
    out += std::to_string(span.begin) + '-' + std::to_string(span.end) + ':' + kLabels[span.label].type + ' ';
  }
  return out;
}

constexpr float kSure = 9;

TEST(DecodeBio, ReadsSpans) {
  EXPECT_EQ(decoded({}), "");
  EXPECT_EQ(decoded({{kSure, 0, 0, 0, 0}}), "");
  EXPECT_EQ(decoded({{0, kSure, 0, 0, 0}, {0, 0, kSure, 0, 0}, {kSure, 0, 0, 0, 0}, {0, 0, 0, kSure, 0}}),
            "0-2:PERSON 3-4:ORG ");
  EXPECT_EQ(decoded({{0, kSure, 0, 0, 0}, {0, kSure, 0, 0, 0}}), "0-1:PERSON 1-2:PERSON ");
}

TEST(DecodeBio, GivesLegalLabelsOnly) {
  // An I that opens a sentence or follows O becomes the B it nearly is, or the O before it gives way.
  EXPECT_EQ(decoded({{0, 3, 4, 0, 0}}), "0-1:PERSON ");
  EXPECT_EQ(decoded({{2, 1, 0, 0, 0}, {0, 0, 9, 0, 0}}), "0-2:PERSON ");
  // An I of another type: what is likelier in all wins.
  EXPECT_EQ(decoded({{0, 5, 0, 4, 0}, {0, 0, 1, 0, 5}}), "0-2:ORG ");
  EXPECT_EQ(decoded({{0, 9, 0, 0, 0}, {0, 0, 4, 0, 5}}), "0-2:PERSON ");
}

TEST(DecodeBio, AsSureAsItsLeastSureWord) {
  const std::vector<NameLabel> labels = {
      {NameLabel::Mark::Outside, ""}, {NameLabel::Mark::Begin, "ORG"}, {NameLabel::Mark::Inside, "ORG"}};
  std::vector<float> scores = {0, 20, 0, 0, 0, 1};
  const std::vector<LabelSpan> spans = decode_bio(scores.data(), 2, labels);
  ASSERT_EQ(spans.size(), 1u);
  EXPECT_NEAR(spans[0].probability, std::exp(1.0) / (std::exp(1.0) + 2), 1e-5);
}

// Whether the words, tagged so ("we/PRON"), are no name.
bool described(const std::vector<std::pair<std::string, std::string>>& words) {
  std::string bytes;
  auto labels = std::make_shared<SyntaxLabels>();
  Syntax syntax;
  for (const auto& [form, upos] : words) {
    bytes += form + ' ';
    syntax.rows.push_back({static_cast<std::uint16_t>(labels->tags.size()), 0, kNone, 1});
    labels->tags.push_back({upos, "", ""});
  }
  syntax.labels = labels;
  const Document d = read(bytes, nullptr);
  EXPECT_EQ(d.tokens->size(), words.size());
  return is_description({0, d.tokens->size()}, d.text(), *d.tokens, syntax);
}

TEST(IsDescription, PronounsAndNounsInSmallLetters) {
  EXPECT_TRUE(described({{"We", "PRON"}}));
  EXPECT_TRUE(described({{"this", "DET"}, {"armed", "ADJ"}, {"group", "NOUN"}}));
  EXPECT_TRUE(described({{"member", "PROPN"}, {"states", "NOUN"}}));
  EXPECT_TRUE(described({{"I", "PROPN"}}));
  EXPECT_FALSE(described({{"joan", "PROPN"}, {"cusack", "PROPN"}}));
  EXPECT_FALSE(described({{"iPhone", "NOUN"}}));
  EXPECT_FALSE(described({{"Group", "NOUN"}}));
  EXPECT_FALSE(described({{"mig", "NOUN"}, {"29", "NUM"}}));
}

// The name among the words of a text that the head labels with the type: those between the bars.
std::string bounded(std::string bytes, const std::string& type) {
  const auto begin = static_cast<std::uint32_t>(bytes.find('|'));
  bytes.erase(begin, 1);
  const auto end = static_cast<std::uint32_t>(bytes.find('|'));
  bytes.erase(end, 1);
  const Document d = read(bytes, nullptr);
  const Range sentence = d.sentences->rows[0].tokens;
  const Range name = name_bounds(d.tokens->covering({begin, end}), type, sentence, d.text(), *d.tokens);
  if (name.empty()) return "";
  const Tokens& tokens = *d.tokens;
  return std::string(d.text().bytes(hull(tokens[name.begin].span, tokens[name.end - 1].span)));
}

TEST(NameBounds, WithoutWhatIsNoPart) {
  EXPECT_EQ(bounded("He joined |the Harbour Board's| staff.", "ORG"), "Harbour Board");
  EXPECT_EQ(bounded("He joined |the Reform Party of| Norland.", "ORG"), "Reform Party");
  EXPECT_EQ(bounded("It rained in |Reyle district| again.", "GPE"), "Reyle");
  EXPECT_EQ(bounded("He led |Reyle district| again.", "ORG"), "Reyle district");
  EXPECT_EQ(bounded("She sang |What We Live For| twice.", "WORK"), "What We Live For");
  EXPECT_EQ(bounded("She sang |what it is for| twice.", "WORK"), "what it is for");
  EXPECT_EQ(bounded("He said |the| again.", "ORG"), "");
}

TEST(NameBounds, WithItsNumeral) {
  EXPECT_EQ(bounded("After |World War| I he wrote.", "EVENT"), "World War I");
  EXPECT_EQ(bounded("On the |Reyle| I saw him.", "LOC"), "Reyle");
  EXPECT_EQ(bounded("Nobody liked |War| I said.", "WORK"), "War");
}

TEST(LanguageModel, SplitsItsTags) {
  const SyntaxLabels& labels = *tiny().syntax_labels();
  EXPECT_EQ(labels.tags[2].upos, "VERB");
  EXPECT_EQ(labels.tags[2].xpos, "VBD");
  EXPECT_EQ(labels.tags[2].feats, "Mood=Ind|Tense=Past");
  EXPECT_EQ(labels.tags[1].feats, "");  // "_"
}

TEST(Analyze, WithoutAModelTheLayersAreNotThere) {
  const Document d = read("The mayor left.", nullptr);
  EXPECT_FALSE(d.vectors.present());
  EXPECT_FALSE(d.syntax.present());
}

TEST(Analyze, ATextThatIsTooLongIsReadWithoutTheModelAndSaysSo) {
  const Document d = read(times(kMostModelBytes / 16 + 1, "The mayor left. "));
  EXPECT_FALSE(d.vectors.present());
  ASSERT_EQ(d.article().notes.size(), 1u);
  EXPECT_EQ(d.article().notes[0].code, "too_long_for_model");
}

}  // namespace
}  // namespace onrecord
