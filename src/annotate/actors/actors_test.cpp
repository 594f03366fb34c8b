// SPDX-License-Identifier: Apache-2.0
#include "onrecord/actors.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "annotate/actors/phrase.h"
#include "annotate/actors/table.h"
#include "annotate/finders.h"

namespace onrecord {
namespace {

const ActorTable& table() {
  static const ActorTable kTable = ActorTable::open().value();
  return kTable;
}

// "KEN COP": country or body, sector/second sector; "-" where null.
std::string codes(const ActorReading& r) {
  std::string out = r.country.value_or(r.body ? '@' + *r.body : "-") + ' ' + r.sector.value_or("-");
  return r.second_sector ? out + '/' + *r.second_sector : out;
}
std::string codes(const char* phrase, const char* date = "", const char* country = "") {
  return codes(table().resolve(phrase, {date, country}));
}

struct Case {
  const char* phrase;
  const char* codes;
};

TEST(Actors, WordsFoldToOneKey) {
  EXPECT_EQ(actors::key_of("Nausėda"), "nauseda");
  EXPECT_EQ(actors::key_of("The U.N.'s"), "the un 's");
  EXPECT_EQ(actors::key_of("Abd-al Ḥakīm"), "abd al hakim");
  EXPECT_EQ(actors::key_of("workers’ party"), "workers 's party");
  EXPECT_EQ(actors::key_of("N'Djamena"), "ndjamena");
  EXPECT_EQ(actors::key_of("Harbour League (HL)"), "harbour league , hl");
  EXPECT_EQ(actors::key_of("  "), "");
}

TEST(Actors, HeadTellsTheSector) {
  const Case kCases[] = {{"Latvian soldiers", "LVA MIL"},
                         {"a group of armed men", "- UAF"},
                         {"several dozen Bolivian coca growers", "BOL AGR"},
                         {"the army's chief accountant", "- MIL"},
                         {"Zambia's ministry of health", "ZMB GOV"},
                         {"the defence ministry of Portugal", "PRT GOV/MIL"},
                         {"an opposition senator", "- LEG/OPP"},
                         {"head of the Ghanaian police", "GHA COP"},
                         {"members of a Congolese rebel group", "COD REB"},
                         {"the president of the football club", "- CVL"},
                         {"president of the supreme court", "- JUD"},
                         {"the president of Uruguay", "URY GOV"},
                         {"two women", "- -"},
                         {"last week", "- -"}};
  for (const Case& one : kCases) EXPECT_EQ(codes(one.phrase), one.codes) << one.phrase;
}

TEST(Actors, CountryOfThePhrase) {
  const Case kCases[] = {{"Iraqi-backed Jordanian smugglers", "JOR CRM"},
                         {"Finland's ambassador to Chile", "FIN GOV"},
                         {"Norwegian peacekeepers in Lebanon", "NOR MIL"},
                         {"nurses in Peru", "PER MED"},
                         {"Czechoslovak border guards", "CSK MIL"},
                         {"Soviet diplomats", "SUN GOV"},
                         {"ethnic Hungarians in Romania", "ROU -"},
                         {"Nairobi police", "KEN COP"},
                         {"Oslo", "NOR GOV"},
                         {"Oslo Johansen", "NOR -"},
                         {"Gambia", "GMB -"},
                         {"the us", "- -"},
                         {"the US", "USA -"}};
  for (const Case& one : kCases) EXPECT_EQ(codes(one.phrase), one.codes) << one.phrase;
}

TEST(Actors, BodiesHaveNoCountry) {
  EXPECT_EQ(codes("the EU"), "@EU IGO");
  EXPECT_EQ(codes("NATO troops"), "@NATO MIL");
  EXPECT_EQ(codes("European Union lawmakers"), "@EU LEG");
  EXPECT_EQ(plover_codes(table().resolve("European Union lawmakers")).country, "EUR");
  EXPECT_EQ(plover_codes(table().resolve("ECOWAS")).country, "IGO");
  EXPECT_EQ(plover_codes(table().resolve("two women")).code_1, "UNK");
  EXPECT_EQ(plover_codes(table().resolve("yesterday")).code_1, "JNK");
}

TEST(Actors, OfficesByDate) {
  EXPECT_EQ(codes("Barack Obama", "2006-03-01"), "USA LEG");
  EXPECT_EQ(codes("President Obama", "2012-05-01"), "USA GOV");
  EXPECT_EQ(codes("Barack Obama", "2018-05-01"), "USA ELI");
  EXPECT_EQ(codes("Barack Obama", "1990"), "USA -");
  EXPECT_EQ(table().resolve("Barack Obama", {"1990", ""}).sector_reason, "not yet in office");
  EXPECT_EQ(codes("Chancellor Jeremy Hunt", "2023-02-01T08:00"), "GBR GOV");
  EXPECT_EQ(codes("Foreign Secretary Straw", "2004-01-01"), "GBR GOV");
  EXPECT_EQ(codes("Straw", "2004-01-01"), "- -") << "a surname needs its title";
  EXPECT_EQ(codes("Bruno Merkel", "2010-01-01"), "- -") << "another first name";
  EXPECT_EQ(codes("German Chancellor Merkel", "2010-01-01"), "DEU GOV");
  EXPECT_EQ(codes("Macron", "1999-01-01"), "- -") << "before all offices";
  EXPECT_EQ(codes("a former CIA director"), "USA ELI");
  EXPECT_EQ(codes("retired generals"), "- ELI");
  EXPECT_EQ(codes("former rebels"), "- REB") << "no office";
}

TEST(Actors, TwoReadingsAreBothKept) {
  const ActorReading reading = table().resolve("Korean officials");
  EXPECT_EQ(codes(reading), "KOR GOV");
  ASSERT_EQ(reading.alternatives.size(), 1u);
  EXPECT_EQ(reading.alternatives[0].country, "PRK");
  EXPECT_LT(reading.confidence, 0.7);
  EXPECT_EQ(codes("Korean officials", "", "PRK"), "PRK GOV");
  EXPECT_EQ(codes("North Korean officials"), "PRK GOV");
}

TEST(Actors, ReasonsAndEvidence) {
  const ActorReading reading = table().resolve("two women");
  EXPECT_EQ(reading.country_reason, "no country is named");
  EXPECT_EQ(reading.sector_reason, "no role is told");
  EXPECT_EQ(table().resolve("Boko Haram").evidence, "Boko Haram, NGA REB");
  EXPECT_EQ(table().resolve("George Weah", {"2020", ""}).evidence,
            "George Weah, president, LBR GOV, from 2018-01-22 to 2024-01-22");
  EXPECT_EQ(table().resolve("").rule, nullptr);
}

TEST(Actors, UsersAddRows) {
  const std::string path = testing::TempDir() + "onrecord_actors.tsv";
  const auto open_with = [&](const char* rows) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    std::fputs(rows, file);
    std::fclose(file);
    return ActorTable::open({path});
  };
  const Result<ActorTable> more = open_with(
      "# mine\noffice\tAda Brook\t\t\tpremier\tDNK\tGOV\t\t2023-05-02\t\norganisation\tHarbour League\tHL\tDNK\tPTY\n"
      "word\tharbourmaster\tGOV\t\tstrong\toffice\n");
  ASSERT_TRUE(more.ok()) << to_string(more.error());
  EXPECT_EQ(codes(more->resolve("Ada Brook", {"2024", ""})), "DNK GOV");
  EXPECT_EQ(codes(more->resolve("HL")), "DNK PTY");
  EXPECT_EQ(codes(more->resolve("a former Danish harbourmaster")), "DNK ELI");
  EXPECT_NE(more->hash(), table().hash());
  EXPECT_EQ(open_with("office\tAda Brook\t\t\tpremier\tDenmark\tGOV\n").error().where, path + ":1");
  EXPECT_EQ(open_with("\nword\tfoo\tXYZ\t\tstrong\n").error().message, "no PLOVER sector is called \"XYZ\"");
  EXPECT_FALSE(open_with("office\tAda\t\t\tpremier\tDNK\tGOV\t\tMay\t\n").ok());
  EXPECT_FALSE(open_with("person\tAda\n").ok());
  std::remove(path.c_str());
  EXPECT_EQ(ActorTable::open({path}).error().code, ErrorCode::NotFound);
}

TEST(Actors, TableIsWellFormed) {
  for (const actors::Office& office : table().impl().offices) {
    EXPECT_TRUE(office.to == 0 || office.from <= office.to) << office.title << ' ' << office.from << ' ' << office.to;
  }
  for (const actors::CountryEntry& country : table().impl().countries) EXPECT_EQ(country.alpha3.size(), 3u);
}

TEST(Actors, HostileInput) {
  EXPECT_EQ(codes("\xff\xfe'' --- ((( ,,,"), "- -");
  EXPECT_EQ(codes(std::string(5000, ',').c_str()), "- -");
  EXPECT_EQ(codes(", , president of , France"), "FRA GOV");
}

// Names of an article: chain=codes.
std::string lines(const char* raw, const char* published = "2024-04-25") {
  const Text text{std::string(raw)};
  const Paragraphs paragraphs = find_paragraphs(text);
  const Tokens tokens = find_tokens(text, paragraphs);
  const Names names = find_names(text, tokens, find_sentences(text, paragraphs, tokens));
  const Actors found = find_actors(text, tokens, names, nullptr, nullptr, published, table());
  std::string out;
  for (std::size_t k = 0; k < names.chains.size(); ++k)
    out += names.chains[k].name + '=' + codes(found.of_entity[k]) + "; ";
  return out;
}

TEST(Actors, NamesOfAnArticle) {
  EXPECT_EQ(lines("The border stays closed, Moscow said. It was warm in Paris."), "Moscow=RUS GOV; Paris=FRA -; ");
  EXPECT_EQ(lines("Aides of Brussels and the European Union met. Later Brussels warned them."),
            "Brussels=@EU IGO; European Union=@EU IGO; ");
  EXPECT_EQ(lines("Yesterday French Foreign Minister Ada Brook left."), "French=FRA -; Ada Brook=FRA GOV; ");
  EXPECT_EQ(lines("Yesterday Ada Brook, vice president of Salthaven, left."), "Ada Brook=- -; Salthaven=- -; ");
  EXPECT_EQ(lines("We saw the Premier Microwave Corp and the Norland Brothers."),
            "Premier Microwave Corp=- BUS; Norland Brothers=- -; ");
  EXPECT_EQ(lines("On Monday Ada Brook left."), "Ada Brook=- -; ");
  EXPECT_EQ(lines("On Monday he met Angela Merkel.", "2015-04-25"), "Angela Merkel=DEU GOV; ");
  EXPECT_EQ(lines("On Monday he met Angela Merkel."), "Angela Merkel=DEU ELI; ");
  EXPECT_EQ(lines("Free Syrian Army men fled."), "Syrian Army=SYR REB; ")
      << "a first word that is no part of the name";
  EXPECT_EQ(lines("On Monday the Free Syrian Army (FSA) fled; the FSA is weak."), "Free Syrian Army=SYR REB; ");
}

// The first person of a text, who is also called by the words [0, end): what is known of them by that.
std::string called(const char* raw, Index end) {
  const Text text{std::string(raw)};
  const Paragraphs paragraphs = find_paragraphs(text);
  const Tokens tokens = find_tokens(text, paragraphs);
  const Names names = find_names(text, tokens, find_sentences(text, paragraphs, tokens));
  Coreference found;
  const ByteSpan phrase = hull(tokens[0].span, tokens[end - 1].span);
  found.mentions.push_back({phrase, {0, end}, end - 1, 0, MentionForm::Nominal});
  EntityRow person;
  person.name = names.chains[0].name;
  person.type = "PERSON";
  person.mentions = {0};
  person.chains = {0};
  found.entities = {person};
  return person.name + '=' + codes(find_actors(text, tokens, names, &found, nullptr, "", table()).of_entity[0]);
}

TEST(Actors, APersonIsAlsoWhatTheTextCallsThem) {
  EXPECT_EQ(called("The opposition leader sat down before Ana Pohl rose.", 3), "Ana Pohl=- OPP");
  EXPECT_EQ(called("The tall guest sat down before Ana Pohl rose.", 3), "Ana Pohl=- -");
}

}  // namespace
}  // namespace onrecord
