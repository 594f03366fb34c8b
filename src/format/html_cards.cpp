// SPDX-License-Identifier: Apache-2.0
// A card:
//   <li class="card statement f-denied" id="a1-ROW" data-row="ROW">
//     <button class="go">Speaker</button> <p class="chips">…</p> <blockquote>…</blockquote> <dl>…</dl>
//   </li>
// Everything that comes from the article goes through append_escaped.
#include "format/html_cards.h"

#include <algorithm>

#include "format/describe.h"
#include "format/html_text.h"

namespace onrecord {
namespace {

class CardWriter {
 public:
  CardWriter(const Record& record, const std::string& prefix, std::string& out)
      : record_(record), names_(record), prefix_(prefix), out_(out) {}

  template <class Row>
  void section(const char* layer, const char* heading, const std::vector<Row>& rows);

 private:
  void card(const Statement&);
  void card(const Time&);
  void card(const Figure&);
  void card(const Entity&);
  void card(const Place&);
  void card(const Event&);
  void card(const Transfer&);
  void card(const Source&);
  void card(const Note&);

  void open(const std::string& style, const Id& row, const std::string& title, const char* muted = "");
  void close() { out_ += "</li>\n"; }
  void chip(std::string_view words, const char* style = "chip");
  void quote(const std::string& words);
  void begin_facts() { out_ += "<dl>"; }
  void fact(const char* name, const std::string& value);
  void fact(const char* name, const MaybeText& value) { fact(name, value ? *value : std::string()); }
  void end_facts(const Producer& producer);
  std::string row_name(const std::optional<Id>& id) const { return id ? names_.name_of(*id) : std::string(); }
  static std::string actors(const std::vector<Actor>& list);

  const Record& record_;
  RowNames names_;
  const std::string& prefix_;
  std::string& out_;
};

void CardWriter::open(const std::string& style, const Id& row, const std::string& title, const char* muted) {
  out_.append("<li class=\"card ").append(style).append(1, '"');
  if (!row.empty()) {
    out_.append(" id=\"").append(prefix_);
    append_escaped(out_, row);
    out_ += "\" data-row=\"";
    append_escaped(out_, row);
    out_ += '"';
  }
  out_ += title.empty() ? "><button type=\"button\" class=\"go unknown\">" : "><button type=\"button\" class=\"go\">";
  append_escaped(out_, title.empty() ? muted : title);
  out_ += "</button>";
}

void CardWriter::chip(std::string_view words, const char* style) {
  out_.append("<span class=\"").append(style).append("\">");
  append_escaped(out_, words);
  out_ += "</span>";
}

void CardWriter::quote(const std::string& words) {
  if (words.empty()) return;
  out_ += "<blockquote>";
  append_escaped(out_, words);
  out_ += "</blockquote>";
}

void CardWriter::fact(const char* name, const std::string& value) {
  if (value.empty()) return;
  out_.append("<div><dt>").append(name).append("</dt><dd>");
  append_escaped(out_, value);
  out_ += "</dd></div>";
}

void CardWriter::end_facts(const Producer& producer) {
  out_ += "<div class=\"made\"><dt>made by</dt><dd>";
  append_escaped(out_, producer.name);
  out_.append(" · ").append(confidence_in_words(producer)).append("</dd></div></dl>");
}

std::string CardWriter::actors(const std::vector<Actor>& list) {
  std::string words;
  for (const Actor& one : list) words.append(words.empty() ? "" : ", ").append(one.text);
  return words;
}

void CardWriter::card(const Statement& s) {
  open(std::string("statement f-") + word_of(s.force), s.id, names_.speaker_of(s), "speaker not named");
  out_ += "<p class=\"chips\">";
  chip(word_of(s.force), "chip force");
  chip(word_of(s.form));
  if (s.anonymity) chip("anonymous");
  out_ += "</p>";
  quote(surface_of(record_, s.content));
  begin_facts();
  const std::string source = surface_of(record_, s.source);
  const std::string speaker = names_.speaker_of(s);
  const bool says_more = source != speaker && source != "the " + speaker && source != "The " + speaker;
  if (says_more) fact("source", source);
  fact("unknown because", s.speaker ? MaybeText{} : s.speaker_reason);
  if (s.anonymity) {
    fact("of", s.anonymity->affiliation);
    fact("unnamed", s.anonymity->reason);
  }
  fact("cue", surface_of(record_, s.cue));
  fact("to", surface_of(record_, s.addressee));
  std::string via;
  for (const Id& one : s.via) via.append(via.empty() ? "" : " ← ").append(names_.name_of(one));
  fact("via", via);
  fact("within", row_name(s.within));
  fact("time", row_name(s.time));
  fact("place", row_name(s.place));
  fact("occasion", s.occasion);
  end_facts(s.producer);
  close();
}

void CardWriter::card(const Time& t) {
  open("time", t.id, surface_of(record_, {t.span}));
  out_ += "<p class=\"chips\">";
  if (t.value) chip(value_in_words(t), "chip value");
  chip(word_of(t.type));
  out_ += "</p>";
  begin_facts();
  if (t.begin || t.end_excl)
    fact("between", t.begin.value_or("?") + " and " + t.end_excl.value_or("?") + " (not included)");
  fact("reckoned from", t.anchor && *t.anchor != "text" ? MaybeText(names_.name_of(*t.anchor)) : MaybeText{});
  fact("unknown because", t.reason);
  for (const TimeReading& other : t.alternatives) fact("or", reading_in_words(other));
  end_facts(t.producer);
  close();
}

void CardWriter::card(const Figure& f) {
  open("figure", f.id, surface_of(record_, {f.span}));
  out_ += "<p class=\"chips\">";
  if (const std::string value = value_in_words(f); !value.empty()) chip(value, "chip value");
  chip(word_of(f.kind));
  out_ += "</p>";
  begin_facts();
  if (f.of) fact("of", f.of->text);
  if (f.si) fact("in SI units", grouped_number(f.si->value) + ' ' + f.si->unit);
  fact("unknown because", f.reason);
  for (const FigureReading& other : f.alternatives) fact("or", reading_in_words(other));
  end_facts(f.producer);
  close();
}

void CardWriter::card(const Entity& e) {
  open("name", e.id, e.name);
  out_ += "<p class=\"chips\">";
  if (e.type) chip(*e.type);
  const std::size_t count = e.mentions.size();
  chip(std::to_string(count) + (count == 1 ? " mention" : " mentions"));
  out_ += "</p>";
  begin_facts();
  for (const Role& role : e.roles) fact("role", role.of ? role.title + " of " + *role.of : role.title);
  fact("country", e.country);
  fact("sector", e.sector);
  fact("Wikidata", e.wikidata);
  fact("GeoNames", e.geonames);
  end_facts(e.producer);
  close();
}

void CardWriter::card(const Place& p) {
  open("place", p.id, surface_of(record_, {p.span}));
  begin_facts();
  fact("name", p.name);
  fact("country", p.country);
  fact("region", p.admin1);
  if (p.lat && p.lon) fact("at", grouped_number(*p.lat) + ", " + grouped_number(*p.lon));
  if (p.geonames) fact("GeoNames", std::to_string(*p.geonames));
  fact("held by", p.controller);
  fact("unknown because", p.reason);
  for (const PlaceReading& other : p.alternatives) fact("or", reading_in_words(other));
  end_facts(p.producer);
  close();
}

void CardWriter::card(const Event& e) {
  open("event", e.id, surface_of(record_, e.trigger));
  out_ += "<p class=\"chips\">";
  chip(e.type, "chip value");
  chip(e.status);
  out_ += "</p>";
  begin_facts();
  fact("who", actors(e.actors));
  fact("to whom", actors(e.recipients));
  fact("mode", e.mode);
  fact("time", row_name(e.time));
  fact("place", row_name(e.place));
  fact("says", e.asserted_by ? row_name(e.asserted_by) : std::string("the article"));
  end_facts(e.producer);
  close();
}

void CardWriter::card(const Transfer& t) {
  open("transfer", t.id, t.item ? t.item->cut.text : surface_of(record_, t.evidence));
  out_ += "<p class=\"chips\">";
  chip(t.status, "chip value");
  out_ += "</p>";
  begin_facts();
  fact("from", t.donor ? t.donor->text : std::string());
  fact("to", t.recipient ? t.recipient->text : std::string());
  fact("count", row_name(t.count));
  fact("amount", row_name(t.amount));
  fact("period", t.period);
  fact("time", row_name(t.time));
  fact("says", t.asserted_by ? row_name(t.asserted_by) : std::string("the article"));
  end_facts(t.producer);
  close();
}

void CardWriter::card(const Source& s) {
  open("source", s.id, s.cites ? names_.name_of(*s.cites) : surface_of(record_, s.phrase));
  out_ += "<p class=\"chips\">";
  chip(s.kind);
  out_ += "</p>";
  begin_facts();
  fact("cited by", s.statement ? row_name(s.statement) : std::string("the article"));
  fact("words", surface_of(record_, s.phrase));
  end_facts(s.producer);
  close();
}

void CardWriter::card(const Note& n) {
  out_ += "<li class=\"card note\"><p>";
  append_escaped(out_, n.message);
  out_ += "</p></li>\n";
}

template <class Row>
void CardWriter::section(const char* layer, const char* heading, const std::vector<Row>& rows) {
  const std::string name = layer;
  const bool looked_for = std::find(record_.layers.begin(), record_.layers.end(), name) != record_.layers.end();
  if (rows.empty() && !looked_for) return;
  out_.append("<section class=\"layer l-").append(name).append("\"><h3>").append(heading).append(" <span>");
  out_.append(std::to_string(rows.size())).append("</span></h3>\n");
  if (rows.empty()) out_ += "<p class=\"none\">Looked for, none found.</p>\n";
  else out_ += "<ul>\n";
  for (const Row& one : rows) card(one);
  if (!rows.empty()) out_ += "</ul>\n";
  out_ += "</section>\n";
}

}  // namespace

void append_cards(const Record& record, const std::string& prefix, std::string& out) {
  CardWriter writer(record, prefix, out);
  writer.section("statements", "Statements", record.statements);
  writer.section("events", "Events", record.events);
  writer.section("transfers", "Transfers", record.transfers);
  writer.section("figures", "Figures", record.figures);
  writer.section("times", "Times", record.times);
  writer.section("entities", "Names", record.entities);
  writer.section("places", "Places", record.places);
  writer.section("sources", "Sources", record.sources);
  writer.section("notes", "Notes", record.notes);
}

}  // namespace onrecord
