// SPDX-License-Identifier: Apache-2.0
// Found chains and names become entities; what they are called, and whom a phrase means.
#include "annotate/coreference/merge_names.h"

#include <gtest/gtest.h>

#include "annotate/coreference/find_coreference.h"
#include "annotate/finders.h"

namespace onrecord::coreference {
namespace {

TEST(MayBeOne, SharesAWordOrInitials) {
  EXPECT_TRUE(may_be_one({"Ana Pohl", "PERSON"}, {"Pohl", ""}));
  EXPECT_TRUE(may_be_one({"Harbour Board of Reyle", "ORG"}, {"H.B.R.", ""}));
  EXPECT_TRUE(may_be_one({"the Harbour Board", "ORG"}, {"Board", ""}));
  EXPECT_FALSE(may_be_one({"Sandrel", ""}, {"Reyle", ""}));
  EXPECT_FALSE(may_be_one({"Reyle Times", "ORG"}, {"New Norland Times", "ORG"}));
  EXPECT_TRUE(may_be_one({"Ministry of Defence", "ORG"}, {"Norland Defence Ministry", "ORG"}));
  EXPECT_FALSE(may_be_one({"House of Lords", ""}, {"Bank of Reyle", ""}));
}

TEST(MayBeOne, RefusesTwoFullNamesAndTypesThatDiffer) {
  EXPECT_FALSE(may_be_one({"Ana Pohl", "PERSON"}, {"Jo Pohl", "PERSON"}));
  EXPECT_TRUE(may_be_one({"Ana Maria Pohl", "PERSON"}, {"Ana Pohl", "PERSON"}));
  EXPECT_FALSE(may_be_one({"Reyle", "PERSON"}, {"Reyle Council", "ORG"}));
}

TEST(MayBeOne, RefusesTwoOfASeries) {
  EXPECT_FALSE(may_be_one({"World War I", "EVENT"}, {"World War II", "EVENT"}));
  EXPECT_FALSE(may_be_one({"Resolution 12", "LAW"}, {"Resolution 14", "LAW"}));
  EXPECT_TRUE(may_be_one({"Resolution 12", "LAW"}, {"the Resolution", "LAW"}));
}

// Phrases of a text become mentions; the last word of each is its head unless another is given.
class Article {
 public:
  explicit Article(const char* text)
      : text_(text),
        tokens_(find_tokens(text_, find_paragraphs(text_))),
        names_(find_names(text_, tokens_, find_sentences(text_, find_paragraphs(text_), tokens_))) {}

  void link(const std::vector<std::pair<const char*, const char*>>& phrases_and_heads) {
    FoundChain& chain = chains_.emplace_back();
    for (const auto& [phrase, head] : phrases_and_heads) {
      const Range range = tokens_of(phrase);
      Index at = range.begin;
      while (text_.bytes(tokens_[at].span) != head) ++at;
      const std::string_view word = head;
      const bool person = word == "she" || word == "he" || word == "her" || word == "his";
      chain.push_back({range, at, person || word == "it", person});
    }
  }
  Coreference merge() const { return merge_names(text_, tokens_, names_, chains_); }

  Range tokens_of(const char* phrase) const {
    const auto begin = static_cast<std::uint32_t>(text_.all().find(phrase));
    return tokens_.covering({begin, begin + static_cast<std::uint32_t>(std::string_view(phrase).size())});
  }
  // The mentions of an entity, as written.
  std::vector<std::string> mentions(const Coreference& found, Index entity) const {
    std::vector<std::string> out;
    for (const Index m : found.entities[entity].mentions) out.emplace_back(text_.bytes(found.mentions[m].span));
    return out;
  }

 private:
  Text text_;
  Tokens tokens_;
  Names names_;
  std::vector<FoundChain> chains_;
};

using Strings = std::vector<std::string>;

TEST(MergeNames, ADatelinesPhraseIsItsName) {
  Article a("REYLE, Norland, May 3 (Nordwire) - It rained in Norland. It snowed.");
  a.link({{"Norland, May 3 (Nordwire)", "Norland"}, {"It", "It"}});
  EXPECT_EQ(a.mentions(a.merge(), 1), (Strings{"Norland", "It", "Norland"}));
}

TEST(MergeNames, AnAppositionIsWhomItNames) {
  Article a("The harbour master of Reyle, Ana Pohl, closed it. She left.");
  a.link({{"The harbour master of Reyle, Ana Pohl,", "master"}, {"She", "She"}});
  const Coreference found = a.merge();
  EXPECT_EQ(found.entities[0].name, "Ana Pohl");
  Article aged("The harbour master, Ana Pohl, 61, closed it. She left.");
  aged.link({{"The harbour master, Ana Pohl, 61,", "master"}, {"She", "She"}});
  EXPECT_EQ(aged.merge().entities[0].name, "Ana Pohl");
  Article b("The family of a victim, Ana Pohl, left. They went.");
  b.link({{"The family of a victim, Ana Pohl,", "family"}, {"They", "They"}});
  EXPECT_EQ(b.merge().entities.size(), 2U);
}

TEST(MergeNames, AChainTakesItsNameAndTheNameItsPhrases) {
  Article a("The harbour master, Ana Pohl, closed it. Pohl said that she saw the ships.");
  a.link({{"Ana Pohl,", "Pohl"}, {"she", "she"}});
  const Coreference found = a.merge();
  ASSERT_EQ(found.entities.size(), 1U);
  EXPECT_EQ(found.entities[0].name, "Ana Pohl");
  EXPECT_EQ(found.entities[0].type, "PERSON");
  EXPECT_TRUE(found.entities[0].named);
  EXPECT_STREQ(found.entities[0].rule->name, "coreference.named");
  EXPECT_EQ(a.mentions(found, 0), (Strings{"Ana Pohl,", "Ana Pohl", "Pohl", "she"}));
  EXPECT_EQ(found.mentions[0].form, MentionForm::Nominal);
  EXPECT_EQ(found.mentions[3].form, MentionForm::Pronoun);
  EXPECT_EQ(found.entity_of_chain, (std::vector<Index>{0}));
}

TEST(MergeNames, TwoFullNamesStayTwoPersons) {
  Article a("We met Ana Pohl and Martha Reyle. We saw that she left.");
  a.link({{"Ana Pohl", "Pohl"}, {"Martha Reyle", "Reyle"}, {"she", "she"}});
  const Coreference found = a.merge();
  ASSERT_EQ(found.entities.size(), 2U);
  EXPECT_EQ(a.mentions(found, 0), (Strings{"Ana Pohl", "she"}));
  EXPECT_EQ(a.mentions(found, 1), (Strings{"Martha Reyle"}));
  EXPECT_STREQ(found.entities[1].rule->name, "names.given_name");
}

TEST(MergeNames, WhatHasNoNameIsCalledByItsFirstPhrase) {
  Article a("When it sank, the old boat was empty. The crew had left the boat.");
  a.link({{"it", "it"}, {"the old boat", "boat"}, {"the boat", "boat"}});
  const Coreference found = a.merge();
  ASSERT_EQ(found.entities.size(), 1U);
  EXPECT_EQ(found.entities[0].name, "the old boat");
  EXPECT_FALSE(found.entities[0].named);
  EXPECT_EQ(found.entities[0].type, std::nullopt);
  EXPECT_STREQ(found.entities[0].rule->name, "coreference.unnamed");
}

TEST(MergeNames, WhatIsLeftAloneIsLeftOut) {
  Article a("We met Ana Pohl and Martha Reyle near the boat.");
  a.link({{"Ana Pohl", "Pohl"}, {"Martha Reyle", "Reyle"}});
  EXPECT_EQ(a.merge().entities.size(), 2U);
  EXPECT_EQ(a.merge().mentions.size(), 2U);
}

TEST(MergeNames, APhraseIsNotWhatAPronounInsideItMeans) {
  Article a("Ana Pohl left. Pohl and her dog slept.");
  a.link({{"Ana Pohl", "Pohl"}, {"Pohl and her dog", "Pohl"}, {"her", "her"}});
  const Coreference found = a.merge();
  EXPECT_EQ(a.mentions(found, 0), (Strings{"Ana Pohl", "Pohl", "her"}));
  Article b("The man and his dog slept.");
  b.link({{"The man and his dog", "man"}, {"his", "his"}});
  EXPECT_TRUE(b.merge().entities.empty());
}

TEST(MergeNames, OnePlaceIsOneMention) {
  Article a("There stood the Reyle council. The rain fell.");
  a.link({{"the Reyle council", "Reyle"}});
  const Coreference found = a.merge();
  EXPECT_EQ(a.mentions(found, 0), (Strings{"Reyle"}));
  Article b("There stood the Reyle council. Then it fell.");
  b.link({{"the Reyle council", "Reyle"}, {"it", "it"}});
  EXPECT_EQ(b.mentions(b.merge(), 0), (Strings{"the Reyle council", "Reyle", "it"}));
}

TEST(WhoIsMeant, FindsTheEntityOfAPhrase) {
  Article a("The harbour master, Ana Pohl, said so. When it sank, she saw the boat from the quay.");
  a.link({{"Ana Pohl", "Pohl"}, {"she", "she"}});
  a.link({{"it", "it"}, {"the boat", "boat"}});
  const Coreference found = a.merge();
  const Meant she = who_is_meant(found, a.tokens_of("she"));
  ASSERT_NE(she.entity, kNone);
  EXPECT_EQ(found.entities[she.entity].name, "Ana Pohl");
  EXPECT_EQ(she.chain, 0U);
  EXPECT_EQ(she.reason, nullptr);
  const Range longer = a.tokens_of("the boat from the quay");
  EXPECT_EQ(who_is_meant(found, longer).entity, kNone);
  const Meant boat = who_is_meant(found, longer, longer.begin + 1);
  ASSERT_NE(boat.entity, kNone);
  EXPECT_EQ(boat.chain, kNone);
  EXPECT_STREQ(boat.reason, "what the phrase stands for has no name in the article");
  EXPECT_STREQ(who_is_meant(found, a.tokens_of("the quay")).reason,
               "the phrase stands for nothing else in the article");
}

}  // namespace
}  // namespace onrecord::coreference
