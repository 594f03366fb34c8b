// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "annotate/finders.h"

namespace onrecord {
namespace {

struct Found {
  Text text;
  Names names;
  Statements statements;

  explicit Found(const std::string& raw) : text(raw) {
    const Paragraphs paragraphs = find_paragraphs(text);
    const Tokens tokens = find_tokens(text, paragraphs);
    const Sentences sentences = find_sentences(text, paragraphs, tokens);
    names = find_names(text, tokens, sentences);
    statements = find_statements(text, paragraphs, tokens, sentences, find_quotes(text, paragraphs), names);
  }

  std::string cut(const ByteSpans& spans) const {
    std::string out;
    for (const ByteSpan span : spans) {
      if (!out.empty()) out += " | ";
      out += text.bytes(span);
    }
    return out;
  }

  // "source / cue / content", one line a statement.
  std::string lines() const {
    std::string out;
    for (const StatementRow& row : statements.rows) {
      out += cut(row.source) + " / " + cut(row.cue) + " / " + cut(row.content) + '\n';
    }
    return out;
  }

  // Speakers, "-" for none, in the order of the statements.
  std::string speakers() const {
    std::string out;
    for (const StatementRow& row : statements.rows) {
      out += (row.speaker == kNone ? "-" : names.chains[row.speaker].name) + "; ";
    }
    return out;
  }
};

std::string lines(const char* raw) { return Found(raw).lines(); }
std::string speakers(const char* raw) { return Found(raw).speakers(); }

TEST(Statements, RulesHoldOnTheirOwnExamples) {
  for (const Rule& rule : statement_rules()) {
    const auto fires = [&](const char* sentence) {
      const Found found(sentence);
      for (const StatementRow& row : found.statements.rows) {
        if (row.rule == &rule) return true;
      }
      return false;
    };
    EXPECT_TRUE(fires(rule.accepts)) << rule.name << ": " << rule.accepts;
    EXPECT_FALSE(fires(rule.refuses)) << rule.name << ": " << rule.refuses;
  }
}

TEST(Statements, DirectSpeechAndWhatGoesOn) {
  EXPECT_EQ(lines("“We shall wait,” Ana Pohl said. “Nobody leaves.” The rain fell."),
            "Ana Pohl / said / “We shall wait,” | “Nobody leaves.”\n");
  EXPECT_EQ(lines("“We shall wait,” said Ana Pohl, the mayor of Reyle."),
            "Ana Pohl, the mayor of Reyle / said / “We shall wait,”\n");
  EXPECT_EQ(lines("“We shall wait,” she said, “and nobody leaves.”"),
            "she / said / “We shall wait,” | “and nobody leaves.”\n");
  EXPECT_EQ(lines("Ana Pohl added:\n\nThe dam is old and will break. We knew it.\n\nThe rain fell."),
            "Ana Pohl / added / The dam is old and will break. We knew it\n");
  EXPECT_EQ(lines("She wrote: “We shall wait.”"), "She / wrote / “We shall wait.”\n");
}

TEST(Statements, ASignatureBelongsToItsLine) {
  EXPECT_EQ(lines("“He is not fit.” ― Ana Pohl\n”It was a sad night.”― Ben Ruiz, 54, of Wexcombe"),
            "Ana Pohl / ― / “He is not fit.”\nBen Ruiz / ― / ”It was a sad night.”\n");
  EXPECT_EQ(lines("“They take it all.”\n\n– Ana Pohl.\n\nThe rain fell."), "Ana Pohl / – / “They take it all.”\n");
  EXPECT_EQ(lines("We must act now — Ana Pohl (@apohl) July 5, 2016"), "Ana Pohl / — / We must act now\n");
  EXPECT_EQ(lines("We must act now — Ana Pohl"), "");
  EXPECT_EQ(lines("She liked the “old bridge” — Wexcombe"), "");
}

TEST(Statements, IndirectSpeechKeepsItsQuotationsWhole) {
  EXPECT_EQ(lines("The army said that the road was “not yet safe.”"),
            "The army / said / that the road was “not yet safe.”\n");
  EXPECT_EQ(Found("The army said that the road was “not yet safe.”").statements.rows[0].form, StatementForm::Mixed);
}

TEST(Statements, SourceLosesWhatLeadsIn) {
  EXPECT_EQ(lines("In reply to the letter the council said it would pay."), "the council / said / it would pay\n");
  EXPECT_EQ(lines("On Tuesday Ana Pohl warned that the dam might break."),
            "Ana Pohl / warned / that the dam might break\n");
}

TEST(Statements, TwoCuesOfOneSpeaker) {
  EXPECT_EQ(lines("Ana Pohl said the dam was old and warned that it might break."),
            "Ana Pohl / said / the dam was old\nAna Pohl / warned / that it might break\n");
}

TEST(Statements, NestedStatementsComeThroughTheOutlet) {
  const Found found("Reuters reports the engineer Ana Pohl said the dam was old.");
  ASSERT_EQ(found.statements.rows.size(), 2u);
  EXPECT_EQ(found.statements.rows[1].within, 0u);
  ASSERT_EQ(found.statements.rows[1].via.size(), 1u);
  EXPECT_EQ(found.names.chains[found.statements.rows[1].via[0]].name, "Reuters");
  EXPECT_EQ(found.speakers(), "Reuters; Ana Pohl; ");
}

TEST(Statements, CitedSourcesSpeakThroughTheOutlet) {
  const Found found("Reuters reported that the dam was old, citing two officials.");
  ASSERT_EQ(found.statements.rows.size(), 2u);
  EXPECT_EQ(found.lines(),
            "Reuters / reported / that the dam was old\ntwo officials / citing / that the dam was old\n");
  EXPECT_EQ(found.statements.rows[1].within, 0u);
  ASSERT_EQ(found.statements.rows[1].via.size(), 1u);
  EXPECT_EQ(found.names.chains[found.statements.rows[1].via[0]].name, "Reuters");
}

TEST(Statements, PronounsTakeThePersonWhoSpoke) {
  EXPECT_EQ(speakers("Ana Pohl met John Hale. She said the dam was old. He said it was new."),
            "Ana Pohl; John Hale; ");
  EXPECT_EQ(speakers("John Hale said the dam was old. He added: “It leaks.”"), "John Hale; John Hale; ");
  EXPECT_EQ(speakers("The dam broke. She said it was old."), "-; ");
  EXPECT_EQ(speakers("Ana Pohl was wrong, Carla Hale said. “It may break,” she said."), "Carla Hale; Carla Hale; ");
  EXPECT_EQ(speakers("Carla Hale said the dam leaked. Ana Pohl left. “It may break,” she said."),
            "Carla Hale; Ana Pohl; ");
  EXPECT_STREQ(Found("The dam broke. She said it was old.").statements.rows[0].speaker_reason,
               "no single person fits the pronoun");
}

TEST(Statements, UnnamedSources) {
  const Found found("Two army officials, who asked not to be named, said the dam was old.");
  ASSERT_EQ(found.statements.rows.size(), 1u);
  const StatementRow& row = found.statements.rows[0];
  EXPECT_FALSE(row.named);
  ASSERT_TRUE(row.anonymity.has_value());
  EXPECT_EQ(row.anonymity->count, 2);
  EXPECT_EQ(row.anonymity->affiliation, "army");
  EXPECT_EQ(row.anonymity->reason, "who asked not to be named");
  EXPECT_FALSE(Found("The regional governor said the dam was old.").statements.rows[0].anonymity.has_value());
  EXPECT_TRUE(Found("A regional governor said the dam was old.").statements.rows[0].anonymity.has_value());
}

TEST(Statements, InvertedWithoutQuotation) {
  EXPECT_EQ(lines("The dam was old, said the mayor, who lives near it."),
            "the mayor, who lives near it / said / The dam was old\n");
  EXPECT_EQ(lines("The dam, she said, was old."), "she / said / The dam | was old\n");
}

TEST(Statements, WhatIsNoCue) {
  EXPECT_EQ(lines("Leaders of the member states met in the so-called old town."), "");
  EXPECT_EQ(lines("A group called Northern Light owns the dam."), "");
  EXPECT_EQ(lines("The United States built the dam."), "");
}

TEST(Statements, BodiesAndOfficesAreKnownByDescription) {
  const Found found("The Norland government said the dam was old. It added that it leaked.");
  ASSERT_EQ(found.statements.rows.size(), 2u);
  EXPECT_EQ(found.statements.rows[0].speaker_name, "Norland government");
  EXPECT_TRUE(found.statements.rows[0].named);
  EXPECT_EQ(found.statements.rows[1].speaker_name, "Norland government");
  const Found spoken("A spokeswoman for the Norland finance ministry said the dam was old.");
  ASSERT_EQ(spoken.statements.rows.size(), 1u);
  EXPECT_EQ(spoken.statements.rows[0].speaker_name, "Norland finance ministry");
  EXPECT_FALSE(spoken.statements.rows[0].named);
}

TEST(Statements, ATitleOfSeveralWordsIsNotTheSpeaker) {
  EXPECT_EQ(speakers("US Secretary of State Ana Pohl said the dam was old."), "Ana Pohl; ");
  EXPECT_EQ(speakers("A spokesman for President Tomas Reyle said the dam was old."), "-; ");
}

TEST(Statements, AnOfficeAndAnAuthorAreSpeakers) {
  EXPECT_EQ(Found("The defence minister said the dam was old.").statements.rows[0].speaker_name, "defence minister");
  EXPECT_EQ(Found("The former minister said the dam was old.").statements.rows[0].speaker_name, "");
  EXPECT_EQ(speakers("A report by the Northern Rivers Agency said the dam was old."), "Northern Rivers Agency; ");
  EXPECT_EQ(speakers("A report from residents said the dam was old."), "-; ");
}

TEST(Statements, TheAgencyAndTheReportMeanWhoSpokeBefore) {
  EXPECT_EQ(speakers("Reuters reported that the dam was old. The agency said it leaked. The report said it broke."),
            "Reuters; Reuters; Reuters; ");
  EXPECT_EQ(speakers("Reuters said that the dam was old. The report said it leaked."), "Reuters; -; ");
  EXPECT_EQ(speakers("Ana Pohl said that the dam was old. The agency said it leaked."), "Ana Pohl; -; ");
}

TEST(Statements, APronounDoesNotSkipAnUnnamedSpeaker) {
  EXPECT_EQ(speakers("Ana Pohl left. A spokeswoman said the dam was old. She added that it leaked."), "-; -; ");
}

TEST(Statements, NoSourceWhereTheTextGivesNone) {
  const Found found("It's been reported that the dam was old.");
  ASSERT_EQ(found.statements.rows.size(), 1u);
  EXPECT_TRUE(found.statements.rows[0].source.empty());
  EXPECT_STREQ(found.statements.rows[0].speaker_reason, "the text names no source");
}

TEST(Statements, TurnsOfAnInterview) {
  const char* interview =
      "Ana Pohl spoke to us.\n\nHALE: Is the dam old?\n\nPOHL: It is. We knew it.\n\nIt was built by "
      "us.\n\nHALE: And the bridge?\n\nPOHL: It leaks.\n\nThe rain fell.";
  EXPECT_EQ(lines(interview),
            "HALE / : / Is the dam old?\nPOHL / : / It is. We knew it.\n\nIt was built by us\n"
            "HALE / : / And the bridge?\nPOHL / : / It leaks\n");
  EXPECT_EQ(speakers(interview), "HALE; Ana Pohl; HALE; Ana Pohl; ");
  EXPECT_EQ(Found(interview).statements.rows[0].force, Force::Asked);
  EXPECT_EQ(lines("They met.\n\nQ: Is it old?\n\nA: It is."), "Q / : / Is it old?\nA / : / It is\n");
  EXPECT_EQ(lines("They met.\n\nQ: Is it old?\n\n(Laughter.)\n\nA: It is."), "Q / : / Is it old?\nA / : / It is\n");
  const char* bracket = "They met.\n\nPOHL: Is it old?\n\nTHE MAYOR (Ana Hale): It is.\n\nPOHL: And unsafe?";
  EXPECT_EQ(speakers(bracket), "POHL; Ana Hale; POHL; ");
  EXPECT_EQ(lines("They met.\n\nBackground: The dam is old.\n\nNote: It leaks."), "");
}

// Where the first statement of a text was made; "-" for nowhere known.
std::string said_in(const std::string& raw, const std::string& place) {
  const Text text(raw);
  const Paragraphs paragraphs = find_paragraphs(text);
  const Tokens tokens = find_tokens(text, paragraphs);
  const Sentences sentences = find_sentences(text, paragraphs, tokens);
  const auto begin = static_cast<std::uint32_t>(raw.find(place));
  Places places;
  places.rows.emplace_back().span = {begin, begin + static_cast<std::uint32_t>(place.size())};
  StatementAids aids;
  aids.places = &places;
  const Statements found = find_statements(text, paragraphs, tokens, sentences, find_quotes(text, paragraphs),
                                           find_names(text, tokens, sentences), aids);
  const Index row = found.rows.at(0).place;
  return row == kNone ? "-" : std::string(text.bytes(places.rows[row].span));
}

// When the first statement of a text was made, in its words; "-" for no time known.
std::string said_at(const std::string& raw) {
  const Text text(raw);
  const Paragraphs paragraphs = find_paragraphs(text);
  const Tokens tokens = find_tokens(text, paragraphs);
  const Sentences sentences = find_sentences(text, paragraphs, tokens);
  const Times times = find_times(text, tokens, sentences, "2024-04-25");
  StatementAids aids;
  aids.times = &times;
  const Statements found = find_statements(text, paragraphs, tokens, sentences, find_quotes(text, paragraphs),
                                           find_names(text, tokens, sentences), aids);
  const Index row = found.rows.at(0).time;
  return row == kNone ? "-" : std::string(text.bytes(times.rows[row].span));
}

TEST(Statements, TimeIsWhenItWasSaid) {
  EXPECT_EQ(said_at("“We shall wait,” Ana Pohl said on Monday."), "Monday");
  EXPECT_EQ(said_at("“We shall wait,” Ana Pohl has said since Monday."), "-");
  EXPECT_EQ(said_at("Ana Pohl said that the dam broke on Monday."), "-");
}

// "count affiliation", "-" for what is not known, of the first statement's source; "" where nobody is unnamed.
std::string unnamed(const char* raw) {
  const Found found(raw);
  const std::optional<Anonymity>& anonymity = found.statements.rows.at(0).anonymity;
  if (!anonymity) return "";
  return (anonymity->count ? std::to_string(*anonymity->count) : "-") + " " + anonymity->affiliation.value_or("-");
}

TEST(Statements, UnnamedAreHowManyAndOfWhat) {
  EXPECT_EQ(unnamed("Three people briefed on the plan said it was dead."), "3 -");
  EXPECT_EQ(unnamed("Two senior port officials said it was dead."), "2 port");
  EXPECT_EQ(unnamed("Half a dozen current and former employees said it was dead."), "6 -");
  EXPECT_EQ(unnamed("Two officials and a diplomat said it was dead."), "3 -");
  EXPECT_EQ(unnamed("One of the officials said it was dead."), "1 -");
  EXPECT_EQ(unnamed("More than 40 former officials said it was dead."), "- -");
  EXPECT_EQ(unnamed("A person close to the chief said it was dead."), "1 -");
  EXPECT_EQ(unnamed("Two cardiologists said it was dead."), "2 -");
  EXPECT_EQ(unnamed("Name and address, two officials said, were wrong."), "2 -");
}

TEST(Statements, WhatIsWrittenAndWhoIsKnownAreNotUnnamed) {
  EXPECT_EQ(unnamed("The report said it was dead."), "");
  EXPECT_EQ(unnamed("Police said it was dead."), "");
  EXPECT_EQ(unnamed("His lawyer said it was dead."), "");
}

TEST(Statements, NoneStandsInItself) {
  const Found found("Norland agreed to sell the dam, the board said on Monday.");
  for (const StatementRow& row : found.statements.rows) {
    const bool whole = row.within == kNone || found.statements.rows[row.within].within == kNone;
    EXPECT_TRUE(whole);
  }
}

TEST(Statements, WhyASourceIsUnnamedIsNoStatement) {
  EXPECT_EQ(lines("“It is dead,” one official said, declining to be named."),
            "one official / said / “It is dead,”\n");
  EXPECT_EQ(lines("Two officials demanded anonymity. Ana Pohl demanded silence."), "Ana Pohl / demanded / silence\n");
}

TEST(Statements, PlaceIsWhereItWasSaid) {
  EXPECT_EQ(said_in("Ana Pohl told a news conference in Reyle that the dam was old.", "Reyle"), "Reyle");
  EXPECT_EQ(said_in("“We shall wait,” Ana Pohl said in western Reyle.", "Reyle"), "Reyle");
  EXPECT_EQ(said_in("The mayor of Reyle said that the dam was old.", "Reyle"), "-");
  EXPECT_EQ(said_in("Ana Pohl told Reyle that the dam was old.", "Reyle"), "-");
  EXPECT_EQ(said_in("Ana Pohl said that the dam in Reyle was old.", "Reyle"), "-");
}

}  // namespace
}  // namespace onrecord
