// SPDX-License-Identifier: Apache-2.0
#include "format/sample_record.h"

#include <cstdlib>

namespace onrecord::testing {
namespace {

constexpr const char* kText =
    "Café strike ends\n\n"
    "“We won’t pay € 2 million a year,” Zoë Ångström, the minister, told reporters on Monday, “nor <b>ever</b> & so "
    "on.”\n\n"
    "Two officials denied it. 🙂 Norland will send 40 boats to Kjell.";

Producer made_by(const char* name, double confidence = 0.9) { return {name, confidence}; }

void add_statements(Record& r) {
  const std::string& text = r.article.text;
  Statement direct;
  direct.id = "s1quote";
  direct.source = {span_of(text, "Zoë Ångström, the minister")};
  direct.entity = "n1minister";
  direct.speaker = "Zoë Ångström";
  direct.named = true;
  direct.cue = {span_of(text, "told")};
  direct.cue_lemma = "tell";
  direct.content = {span_of(text, "“We won’t pay € 2 million a year,”"), span_of(text, "“nor <b>ever</b> & so on.”")};
  direct.addressee = {span_of(text, "reporters")};
  direct.time = "t1monday";
  direct.producer = made_by("statements.quote/1", 0.93);
  Statement denied;
  denied.id = "s2denial";
  denied.form = StatementForm::Indirect;
  denied.force = Force::Denied;
  denied.source = {span_of(text, "Two officials")};
  denied.speaker_reason = "unnamed in the text";
  denied.anonymity = Anonymity{2, MaybeText("officials"), std::nullopt};
  denied.cue = {span_of(text, "denied")};
  denied.cue_lemma = "deny";
  denied.content = {span_of(text, "it")};
  denied.producer = made_by("statements.clause/2", 0.71);
  r.statements = {direct, denied};
}

void add_values(Record& r) {
  const std::string& text = r.article.text;
  Time monday;
  monday.id = "t1monday";
  monday.span = span_of(text, "Monday");
  monday.reason = "no publication date";
  monday.producer = made_by("times.weekday/1");
  monday.alternatives = {{"2024-03-11", "2024-03-11", "2024-03-12", 0.1}};
  r.times = {monday};
  Figure money;
  money.id = "f1money";
  money.span = span_of(text, "€ 2 million a year");
  money.kind = FigureKind::Money;
  money.value = 2e6;
  money.currency = "EUR";
  money.period = "P1Y";
  money.producer = made_by("figures.money/1");
  FigureReading dollars;
  dollars.kind = FigureKind::Money;
  dollars.value = 2e6;
  dollars.currency = "USD";
  dollars.confidence = 0.05;
  money.alternatives = {dollars};
  Figure boats;
  boats.id = "f2boats";
  boats.span = span_of(text, "40 boats");
  boats.value = 40;
  boats.of = Cut{"boats", span_of(text, "boats")};
  boats.producer = made_by("figures.count/1");
  r.figures = {money, boats};
}

void add_names(Record& r) {
  const std::string& text = r.article.text;
  Entity minister;
  minister.id = "n1minister";
  minister.type = "PERSON";
  minister.name = "Zoë Ångström";
  minister.mentions = {{span_of(text, "Zoë Ångström"), MentionForm::Name},
                       {span_of(text, "We"), MentionForm::Pronoun}};
  minister.roles = {{"minister", std::nullopt, span_of(text, "minister")}};
  minister.producer = made_by("names.person/1");
  minister.sector = "GOV";
  minister.second_sector = "MIL";
  minister.reason = "country: no country is named";
  minister.alternatives = {{"DNK", "LEG", 0.2}};
  minister.actor = made_by("actors.role/1");
  minister.evidence = "the title \"minister\"";
  Entity country;
  country.id = "n2norland";
  country.name = "Norland";
  country.mentions = {{span_of(text, "Norland"), MentionForm::Name}};
  country.producer = made_by("names.capitals/1", 0.6);
  r.entities = {minister, country};
  Place place;
  place.id = "p1norland";
  place.span = span_of(text, "Norland");
  place.entity = "n2norland";
  place.reason = "not in the gazetteer";
  place.producer = made_by("places.gazetteer/1", 0.5);
  PlaceReading island;
  island.name = "Norland Island";
  island.geonames = 7;
  island.lat = -12.5;
  island.lon = 130.25;
  island.country = "AUS";
  island.admin1 = "Northern Territory";
  island.feature = "ISL";
  island.confidence = 0.2;
  place.alternatives = {island};
  r.places = {place};
}

void add_deeds(Record& r) {
  const std::string& text = r.article.text;
  Event event;
  event.id = "e1send";
  event.type = "AID";
  event.trigger = {span_of(text, "send")};
  event.actors = {{Id("n2norland"), "Norland", std::nullopt, MaybeText("GOV")}};
  event.recipients = {{std::nullopt, "Kjell", std::nullopt, std::nullopt}};
  event.figures = {"f2boats"};
  event.status = "planned";
  event.producer = made_by("events.aid/1", 0.66);
  r.events = {event};
  Transfer transfer;
  transfer.id = "x1boats";
  transfer.donor = event.actors[0];
  transfer.recipient = event.recipients[0];
  transfer.item = TransferItem{{"boats", span_of(text, "boats")}, MaybeText("vessel"), std::nullopt};
  transfer.count = "f2boats";
  transfer.status = "planned";
  transfer.evidence = {span_of(text, "Norland will send 40 boats to Kjell")};
  transfer.producer = made_by("transfers.send/1", 0.6);
  r.transfers = {transfer};
  Source source;
  source.id = "o1officials";
  source.statement = "s2denial";
  source.phrase = {span_of(text, "Two officials")};
  source.kind = "anonymous";
  source.producer = made_by("sources.anonymous/1", 0.8);
  r.sources = {source};
}

void add_words(Record& r) {
  const std::string& text = r.article.text;
  const auto add = [&](std::string_view form, std::uint32_t sentence, int nth = 0) {
    TokenRow token;
    token.span = span_of(text, form, nth);
    token.form = form;
    token.sentence = sentence;
    r.tokens.push_back(token);
  };
  add("Café", 0);
  add("strike", 0);
  add("ends", 0);
  r.tokens[0].head = 1;
  r.tokens[0].deprel = "compound";
  r.tokens[1].head = 2;
  r.tokens[1].deprel = "nsubj";
  r.tokens[2].deprel = "root";
  r.tokens[2].lemma = "end";
  r.tokens[2].upos = "VERB";
  for (const char* form : {"Two", "officials", "denied", "it"}) add(form, 2);
  add(".", 2, 1);  // the one after "it": the first full stop ends the quotation
}

}  // namespace

ByteSpan span_of(std::string_view text, std::string_view words, int nth) {
  std::size_t at = text.find(words);
  for (; nth > 0 && at != std::string_view::npos; --nth) at = text.find(words, at + 1);
  if (at == std::string_view::npos) std::abort();  // a broken test
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Record sample_record() {
  Record r;
  r.article.id = "a1cafe";
  r.article.source_uri = "https://example.org/cafe?a=1&b=2";
  r.article.title = "Café strike ends";
  r.article.publisher = "The <Harbour> Post";
  r.article.authors = {"Ada Lee"};
  r.article.language = "en";
  r.article.text = kText;
  r.article.text_sha256 = std::string(64, '0');
  r.layers = {"paragraphs", "sentences",  "tokens", "times",     "figures", "entities",
              "places",     "statements", "events", "transfers", "sources"};
  const std::string& text = r.article.text;
  r.paragraphs = {span_of(text, "Café strike ends"), hull(span_of(text, "“We"), span_of(text, "so on.”")),
                  hull(span_of(text, "Two officials"), span_of(text, "to Kjell."))};
  r.sentences = {r.paragraphs[0], r.paragraphs[1], span_of(text, "Two officials denied it."),
                 hull(span_of(text, "🙂"), span_of(text, "to Kjell."))};
  add_words(r);
  add_names(r);
  add_values(r);
  add_statements(r);
  add_deeds(r);
  r.notes = {{"unclosed_quote", "A quotation mark is never closed.", span_of(text, "“nor")}};
  return r;
}

}  // namespace onrecord::testing
