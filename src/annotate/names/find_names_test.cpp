// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "annotate/finders.h"

namespace onrecord {
namespace {

struct Found {
  Text text;
  Names names;
  explicit Found(const char* raw) : text(std::string(raw)) {
    const Paragraphs paragraphs = find_paragraphs(text);
    const Tokens tokens = find_tokens(text, paragraphs);
    names = find_names(text, tokens, find_sentences(text, paragraphs, tokens));
  }
  // "Jake Sullivan:PERSON[National Security Advisor/US]=2; …", the last number counting the mentions.
  std::string lines() const {
    std::string out;
    for (const NameChain& chain : names.chains) {
      out += chain.name + ':' + chain.type.value_or("-");
      for (const Role& role : chain.roles) out += '[' + role.title + '/' + role.of.value_or("-") + ']';
      out += '=' + std::to_string(chain.mentions.size()) + "; ";
    }
    return out;
  }
};

TEST(Names, RulesHoldOnTheirOwnExamples) {
  for (const Rule& rule : name_rules()) {
    const auto fires = [&](const char* sentence) {
      const Found found(sentence);
      for (const NameChain& chain : found.names.chains) {
        if (chain.rule == &rule) return true;
      }
      return false;
    };
    EXPECT_TRUE(fires(rule.accepts)) << rule.name << ": " << rule.accepts;
    EXPECT_FALSE(fires(rule.refuses)) << rule.name << ": " << rule.refuses;
  }
}

TEST(Names, TitlesBeforeAndAfter) {
  EXPECT_EQ(Found("Yesterday US National Security Advisor Ruth Calder spoke.").lines(),
            "US:-=1; Ruth Calder:PERSON[National Security Advisor/US]=1; ");
  EXPECT_EQ(Found("It was signed by Tomas Reyle, the secretary general of the League.").lines(),
            "Tomas Reyle:PERSON[secretary general/League]=1; League:ORG=1; ");
  EXPECT_EQ(Found("The Centers for Storm Control and Warning met.").lines(),
            "Centers for Storm Control and Warning:ORG=1; ");
  EXPECT_EQ(Found("A word with Speaker of the House Ana Pohl helped.").lines(),
            "Ana Pohl:PERSON[Speaker of the House/-]=1; ");
  EXPECT_EQ(Found("A word with Secretary of State Ana Pohl helped.").lines(),
            "Ana Pohl:PERSON[Secretary of State/-]=1; ");
  EXPECT_EQ(Found("The Kremlin spokesman Ivan Orlov left.").lines(),
            "Kremlin:-=1; Ivan Orlov:PERSON[spokesman/Kremlin]=1; ");
}

// --- with the language model ---

// Names at these words (each "words:TYPE"), found in the text in turn.
std::string seen_lines(const char* raw, std::initializer_list<const char*> marks) {
  Found found("");
  found.text = Text(std::string(raw));
  const Text& text = found.text;
  const Paragraphs paragraphs = find_paragraphs(text);
  const Tokens tokens = find_tokens(text, paragraphs);
  NameSpans seen;
  std::size_t from = 0;
  for (const std::string mark : marks) {
    const std::string name = mark.substr(0, mark.find(':'));
    const std::size_t at = text.all().find(name, from);
    from = at + name.size();
    const Range range =
        tokens.covering({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())});
    seen.rows.push_back({range, mark.substr(name.size() + 1), 0.5F});
  }
  found.names = find_names(text, tokens, find_sentences(text, paragraphs, tokens), &seen);
  for (const NameChain& chain : found.names.chains) {
    const bool ruled = chain.type == "WEAPON" || chain.type == "VEHICLE" ||
                       chain.rule->name == std::string("names.dateline") ||
                       chain.rule->name == std::string("names.adjective");
    EXPECT_TRUE(ruled || chain.rule->name == std::string("names.model")) << chain.rule->name;
  }
  return found.lines();
}

TEST(NamesSeen, AreExactlyTheModels) {
  EXPECT_EQ(seen_lines("Rain fell on Ludwigsburg and on the iron bridge.", {"iron bridge:FAC"}),
            "iron bridge:FAC=1; ");
  EXPECT_EQ(seen_lines("Rain fell on Ludwigsburg.", {}), "");
}

TEST(NamesSeen, GetTheirTitlesFromTheRules) {
  EXPECT_EQ(seen_lines("Yesterday US National Security Advisor Ruth Calder spoke.", {"US:GPE", "Ruth Calder:PERSON"}),
            "US:GPE=1; Ruth Calder:PERSON[National Security Advisor/US]=1; ");
  EXPECT_EQ(seen_lines("He met Chancellor Ilse Brandt.", {"Chancellor Ilse Brandt:PERSON"}),
            "Ilse Brandt:PERSON[Chancellor/-]=1; ");
  EXPECT_EQ(seen_lines("US National Security Advisor Ruth Calder came from the US.",
                       {"US National Security:ORG", "Ruth Calder:PERSON", "US:GPE"}),
            "US:GPE=2; Ruth Calder:PERSON[National Security Advisor/US]=1; ");
  EXPECT_EQ(seen_lines("It was signed by Tomas Reyle, the secretary general of the League.",
                       {"Tomas Reyle:PERSON", "League:ORG"}),
            "Tomas Reyle:PERSON[secretary general/League]=1; League:ORG=1; ");
}

TEST(NamesSeen, LeaveOutRanksAlone) {
  EXPECT_EQ(seen_lines("The Colonel met Bishop and Sir Ivo.", {"Colonel:PERSON", "Bishop:PERSON", "Ivo:PERSON"}),
            "Bishop:PERSON=1; Ivo:PERSON=1; ");
}

TEST(NamesSeen, Designations) {
  EXPECT_EQ(seen_lines("Norland lost a MiG-29 and an F-102 Delta Dagger.", {"Norland:GPE", "Delta Dagger:VEHICLE"}),
            "Norland:GPE=1; MiG-29:VEHICLE=1; F-102 Delta Dagger:VEHICLE=1; ");
  EXPECT_EQ(seen_lines("They have T-72 tanks and an S-400 near Reyle.", {"T-72 tanks:VEHICLE", "Reyle:GPE"}),
            "T-72:VEHICLE=1; S-400:WEAPON=1; Reyle:GPE=1; ");
  EXPECT_EQ(seen_lines("An F-16 Norland bought crashed.", {"Norland:GPE"}), "F-16:VEHICLE=1; Norland:GPE=1; ");
  EXPECT_EQ(seen_lines("An MQ-9 Reaper fell on Monday. The Reaper burnt.", {}), "MQ-9 Reaper:VEHICLE=1; ");
  EXPECT_EQ(seen_lines("Its notes are D&P-8, it sells B-12 and F-100-GE-100 engines.", {}), "");
}

TEST(NamesSeen, NamesOfAKind) {
  EXPECT_EQ(
      seen_lines("Norland sent Sea Falcon anti-ship missiles and Norland tanks.", {"Norland:GPE", "Norland:GPE"}),
      "Norland:GPE=2; Sea Falcon:WEAPON=1; ");
  EXPECT_EQ(seen_lines("Cruise missiles and Polish rockets fell; Anti-tank missiles too.", {}), "");
}

TEST(NamesSeen, AreChainedByTheRulesWithinWhatTheTypesAllow) {
  EXPECT_EQ(seen_lines("Ruth Calder left Reyle. Calder will be back. Calder is a town.",
                       {"Ruth Calder:PERSON", "Reyle:GPE", "Calder:PERSON", "Calder:GPE"}),
            "Ruth Calder:PERSON=2; Reyle:GPE=1; Calder:GPE=1; ");
  EXPECT_EQ(seen_lines("Reyle won. Reyle lost. Reyle slept.", {"Reyle:ORG", "Reyle:GPE", "Reyle:ORG"}),
            "Reyle:ORG=3; ");
}

TEST(NamesSeen, AHeadlinesSurnameIsTheFullNameBelow) {
  EXPECT_EQ(seen_lines("It rains, Calder says. Ruth Calder left.", {"Calder:PERSON", "Ruth Calder:PERSON"}),
            "Ruth Calder:PERSON=2; ");
  EXPECT_EQ(seen_lines("It rains, Calder says. Ruth Calder met Jo Calder.",
                       {"Calder:PERSON", "Ruth Calder:PERSON", "Jo Calder:PERSON"}),
            "Calder:PERSON=1; Ruth Calder:PERSON=1; Jo Calder:PERSON=1; ");
}

TEST(NamesSeen, ADatelineTellsItsPlacesAndItsAgency) {
  EXPECT_EQ(
      seen_lines(
          "REYLE, Norland, May 3 (Nord Wire) - Ana Pohl left. Then Norland fell. Nord Wire was in Reyle.",
          {"REYLE:ORG", "Norland:PERSON", "Nord:LOC", "Ana Pohl:PERSON", "Norland:PERSON", "Nord:LOC", "Reyle:GPE"}),
      "Reyle:GPE=2; Norland:GPE=2; Nord Wire:ORG=2; Ana Pohl:PERSON=1; ");
  EXPECT_EQ(seen_lines("Reyle (NWA) -- Ana Pohl left.", {"Ana Pohl:PERSON"}),
            "Reyle:GPE=1; NWA:ORG=1; Ana Pohl:PERSON=1; ");
  // No dateline: an everyday word, a table, no agency nor day, a person's country.
  EXPECT_EQ(seen_lines("UPDATE, May 3 - Ana Pohl left.", {"Ana Pohl:PERSON"}), "Ana Pohl:PERSON=1; ");
  EXPECT_EQ(seen_lines("REYLE RUBBER (YEN PER KILO) - Ana Pohl left.", {"Ana Pohl:PERSON"}), "Ana Pohl:PERSON=1; ");
  EXPECT_EQ(seen_lines("NORDVIK - Ana Pohl left.", {"Ana Pohl:PERSON"}), "Ana Pohl:PERSON=1; ");
  EXPECT_EQ(seen_lines("Ana Pohl (Norland) - she left.", {"Ana Pohl:PERSON"}), "Ana Pohl:PERSON=1; ");
}

TEST(NamesSeen, ACountryIsToldByItsAdjective) {
  EXPECT_EQ(seen_lines("There Ostrana won. The Ostranian army left.", {"Ostrana:PERSON", "Ostranian:NORP"}),
            "Ostrana:GPE=1; Ostranian:NORP=1; ");
  EXPECT_EQ(seen_lines("There Ms. Ostrana won. The Ostranian army left.", {"Ostrana:PERSON", "Ostranian:NORP"}),
            "Ostrana:PERSON=1; Ostranian:NORP=1; ");
  EXPECT_EQ(seen_lines("There Ostrana won. The Ostranian left.", {"Ostrana:PERSON", "Ostranian:WORK"}),
            "Ostrana:PERSON=1; Ostranian:WORK=1; ");
}

TEST(NamesSeen, CapitalsThroughoutAreTheNameInOtherLetters) {
  EXPECT_EQ(seen_lines("Floods in REYLE again. Reyle is wet.", {"REYLE:GPE", "Reyle:GPE"}), "Reyle:GPE=2; ");
  EXPECT_EQ(seen_lines("There sat CALDER of Reyle. Calder is wet.", {"CALDER:PERSON", "Calder:GPE"}),
            "CALDER:PERSON=1; Calder:GPE=1; ");
  EXPECT_EQ(seen_lines("There is the RUD. There is Rud.", {"RUD:ORG", "Rud:ORG"}), "RUD:ORG=1; Rud:ORG=1; ");
}

TEST(NamesSeen, CompaniesInitialsAndHyphens) {
  EXPECT_EQ(seen_lines("Then Nordvik AB spoke. Nordvik left.", {"Nordvik AB:ORG", "Nordvik:PERSON"}),
            "Nordvik AB:ORG=2; ");
  EXPECT_EQ(seen_lines("There sat Ruth B. Calder. Ruth Calder left. Ruth C. Calder stood.",
                       {"Ruth B. Calder:PERSON", "Ruth Calder:PERSON", "Ruth C. Calder:PERSON"}),
            "Ruth B. Calder:PERSON=2; Ruth C. Calder:PERSON=1; ");
  EXPECT_EQ(seen_lines("There sat Choi Min-ho.", {"Choi Min:PERSON"}), "Choi Min-ho:PERSON=1; ");
  EXPECT_EQ(seen_lines("A Calder-led board met.", {"Calder:PERSON"}), "Calder:PERSON=1; ");
}

TEST(Names, ChainsByString) {
  EXPECT_EQ(Found("There stood Ruth Calder. Later Ms. Calder sat; Calder slept.").lines(), "Ruth Calder:PERSON=3; ");
  EXPECT_EQ(Found("There stood Ruth Calder. Then Calder sat. There lay John Calder. Then Calder slept.").lines(),
            "Ruth Calder:PERSON=3; John Calder:PERSON=1; ");
  EXPECT_EQ(Found("There stood Ruth Calder. There lay John Calder. Then Calder slept.").lines(),
            "Ruth Calder:PERSON=1; John Calder:PERSON=2; ");
  EXPECT_EQ(Found("We saw John Park and Mary Park. Then Mr Park left.").lines(),
            "John Park:PERSON=2; Mary Park:PERSON=1; ");
}

TEST(Names, SentenceStarts) {
  EXPECT_EQ(Found("Forces advanced. Walking is good. The rain fell.").lines(), "");
  EXPECT_EQ(Found("Quist left. But everybody likes Quist.").lines(), "Quist:-=2; ");
}

TEST(Names, WordsInside) {
  EXPECT_EQ(Found("He leads the Bank of England and the Department of Health and Social Care.").lines(),
            "Bank of England:ORG=1; Department of Health and Social Care:ORG=1; ");
  EXPECT_EQ(Found("We met Mohammed bin Rashid on Monday.").lines(), "Mohammed bin Rashid:PERSON=1; ");
}

TEST(Names, BodiesWithCommonWords) {
  EXPECT_EQ(Found("Security Council members met. The Farmers' Party was absent.").lines(),
            "Security Council:ORG=1; Farmers' Party:ORG=1; ");
}

TEST(Names, HeadlinesOnlyRepeatKnownNames) {
  EXPECT_EQ(Found("Calder Warns Council Of Another Bitter Winter\n\nOn Monday Ruth Calder warned.").lines(),
            "Ruth Calder:PERSON=2; ");
}

}  // namespace
}  // namespace onrecord
