// SPDX-License-Identifier: Apache-2.0
#include "cli/record_page.h"

#include <algorithm>
#include <map>

#include "format/describe.h"

namespace onrecord {
namespace {

constexpr std::size_t kIndent = 2, kDeeper = 4, kValueColumn = 32;

// "a · b · c" of the words that are not empty.
class Listed {
 public:
  Listed& add(const std::string& words) {
    if (!words.empty()) text_ += (text_.empty() ? "" : " · ") + words;
    return *this;
  }
  Listed& maybe(const MaybeText& words) { return add(words.value_or("")); }
  Listed& add(const char* name, const std::string& words) {
    return words.empty() ? *this : add(name + (' ' + words));
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class PageWriter {
 public:
  PageWriter(const Record& record, const Terminal& terminal) : record_(record), names_(record), terminal_(terminal) {}

  std::string write(bool with_text) {
    header();
    if (with_text) text();
    section("statements", "Statements", record_.statements);
    section("events", "Events", record_.events);
    section("transfers", "Transfers", record_.transfers);
    section("figures", "Figures", record_.figures);
    section("times", "Times", record_.times);
    entities();
    places();
    section("sources", "Sources", record_.sources);
    section("notes", "Notes", record_.notes);
    return std::move(out_);
  }

 private:
  void header();
  void text();
  void row(const Statement&);
  void row(const Event&);
  void row(const Transfer&);
  void row(const Figure&);
  void row(const Time&);
  void row(const Entity&);
  void row(const Place&, std::size_t count);
  static std::string place_in_words(const Place&);
  void entities();
  void places();
  void row(const Source&);
  void row(const Note&);

  template <class Row>
  void section(const char* layer, const char* heading, const std::vector<Row>& rows) {
    if (rows.empty() && !looked_for(layer)) return;
    head(heading, rows.size());
    for (const Row& one : rows) row(one);
  }

  bool looked_for(const char* layer) const {
    return std::find(record_.layers.begin(), record_.layers.end(), layer) != record_.layers.end();
  }
  void head(const char* heading, std::size_t count) {
    out_ += '\n' + terminal_.bold(heading) + "  " + terminal_.dim(std::to_string(count)) + '\n';
  }

  void line(const std::string& words) { out_ += terminal_.wrap(words, kIndent); }
  void more(const std::string& words) {
    if (!words.empty()) out_ += terminal_.wrap(words, kDeeper);
  }
  void value(const std::string& surface, const std::string& words, const Id& id) {
    out_ += terminal_.pair(clean(surface), (words.empty() ? "" : words + " · ") + terminal_.dim(id), kIndent,
                           kValueColumn);
  }
  std::string name_of(const std::optional<Id>& id) const { return id ? clean(names_.name_of(*id)) : ""; }
  std::string actors(const std::vector<Actor>& list) const {
    std::string words;
    for (const Actor& one : list) words += (words.empty() ? "" : ", ") + clean(one.text);
    return words;
  }
  static std::string clean(std::string_view text) { return printable(text); }

  const Record& record_;
  RowNames names_;
  const Terminal& terminal_;
  std::string out_;
};

void PageWriter::header() {
  const ArticleRow& a = record_.article;
  out_ += terminal_.bold(terminal_.wrap(clean(a.title.value_or(a.source_uri)), 0));
  Listed facts;
  if (a.publisher) facts.add(clean(*a.publisher));
  for (const std::string& author : a.authors) facts.add(clean(author));
  const std::string from = a.published_from.value_or("?");  // "url": the address, or the name of the file
  if (a.published) facts.add(clean(*a.published) + " (from " + (from == "url" ? "its address" : from) + ')');
  else facts.add("no publication date");
  out_ += terminal_.wrap(facts.text(), 0);
  if (a.title) out_ += terminal_.dim(terminal_.wrap(clean(a.source_uri), 0));  // else it is the heading
  out_ += terminal_.dim(a.id) + '\n';
}

void PageWriter::text() {
  out_ += '\n' + terminal_.bold("Text") + '\n';
  if (record_.paragraphs.empty()) out_ += terminal_.wrap(clean(record_.article.text), kIndent);
  for (std::size_t k = 0; k < record_.paragraphs.size(); ++k) {
    if (k > 0) out_ += '\n';
    out_ += terminal_.wrap(clean(surface_of(record_, {record_.paragraphs[k]})), kIndent);
  }
}

void PageWriter::row(const Statement& s) {
  const std::string speaker = names_.speaker_of(s);
  std::string who = speaker.empty() ? "(nobody named)" : terminal_.bold(clean(speaker));
  const std::string cue = clean(surface_of(record_, s.cue));
  const bool tells = s.force == Force::Other && !cue.empty();  // "could not verify" says more than "other"
  const std::string force = tells ? "“" + cue + "”" : word_of(s.force);
  who += " — " + (s.force == Force::Denied ? terminal_.red(force) : terminal_.cyan(force));
  line(who + ", " + word_of(s.form) + " · " + terminal_.dim(s.id));
  more(clean(surface_of(record_, s.content)));
  Listed facts;
  const std::string source = surface_of(record_, s.source);
  const bool says_more = source != speaker && source != "the " + speaker && source != "The " + speaker;
  if (s.speaker && says_more) facts.add("in the text", "“" + clean(source) + "”");
  if (!s.speaker) facts.add("speaker unknown:", s.speaker_reason.value_or("no reason given"));
  if (s.anonymity) facts.add("unnamed:", clean(s.anonymity->reason.value_or("")));
  facts.add("to", clean(surface_of(record_, s.addressee)));
  std::string via;
  for (const Id& one : s.via) via += (via.empty() ? "" : " ← ") + clean(names_.name_of(one));
  facts.add("via", via).add("within the statement of", name_of(s.within));
  facts.add("time:", name_of(s.time)).add("place:", name_of(s.place));
  if (!facts.text().empty()) more(terminal_.dim(facts.text()));
}

void PageWriter::row(const Event& e) {
  line(terminal_.bold(clean(surface_of(record_, e.trigger))) + " — " + e.type + ", " + e.status + " · " +
       terminal_.dim(e.id));
  Listed facts;
  facts.add(actors(e.actors) + (e.recipients.empty() ? "" : " → " + actors(e.recipients)));
  facts.add(name_of(e.time)).add(name_of(e.place));
  more(facts.add("according to", e.asserted_by ? name_of(e.asserted_by) : "the article").text());
}

void PageWriter::row(const Transfer& t) {
  Listed facts;
  facts.add(name_of(t.amount)).add(t.count ? name_of(t.count) : t.item ? clean(t.item->cut.text) : "");
  line(terminal_.bold(t.status) + " — " + (t.donor ? clean(t.donor->text) : "?") + " → " +
       (t.recipient ? clean(t.recipient->text) : "?") + " · " + terminal_.dim(t.id));
  facts.add(name_of(t.time)).add("according to", t.asserted_by ? name_of(t.asserted_by) : "the article");
  more(facts.text());
}

void PageWriter::row(const Figure& f) {
  const std::string known = value_in_words(f);
  std::string words = known.empty() ? "unknown: " + f.reason.value_or("no reason given") : known;
  const bool price = f.kind == FigureKind::Rate && (f.currency || f.unit);  // "$241.50 a tonne"
  if (f.of) words += (f.kind == FigureKind::Count ? " " : price ? " per " : " of ") + clean(f.of->text);
  value(surface_of(record_, {f.span}), words, f.id);
}

void PageWriter::row(const Time& t) {
  const std::string known = value_in_words(t);
  value(surface_of(record_, {t.span}), known.empty() ? "unknown: " + t.reason.value_or("no reason given") : known,
        t.id);
}

// Those with a name, then what is mentioned again without one ("the depot").
void PageWriter::entities() {
  std::vector<Entity> named, others;
  for (const Entity& e : record_.entities) {
    const bool has_name =
        e.mentions.empty() || std::any_of(e.mentions.begin(), e.mentions.end(),
                                          [](const Mention& m) { return m.form == MentionForm::Name; });
    (has_name ? named : others).push_back(e);
  }
  section("entities", "Names", named);
  if (others.empty()) return;
  head("Mentioned again, without a name", others.size());
  for (const Entity& e : others) row(e);
}

// A place that is named again stands once, with the id of its first row.
void PageWriter::places() {
  if (record_.places.empty() && !looked_for("places")) return;
  head("Places", record_.places.size());
  std::vector<std::pair<const Place*, std::size_t>> found;
  std::map<std::string, std::size_t> at;  // by surface and all that is shown of it
  for (const Place& p : record_.places) {
    const std::string key = surface_of(record_, {p.span}) + '\n' + place_in_words(p);
    const auto [same, isnew] = at.try_emplace(key, found.size());
    if (isnew) found.emplace_back(&p, 0);
    ++found[same->second].second;
  }
  for (const auto& [place, count] : found) row(*place, count);
}

void PageWriter::row(const Entity& e) {
  Listed facts;
  facts.add(e.type.value_or("type unknown"));
  for (const Role& role : e.roles) facts.add(clean(role.of ? role.title + " of " + *role.of : role.title));
  facts.maybe(e.country).maybe(e.sector);
  if (e.mentions.size() > 1) facts.add(std::to_string(e.mentions.size()) + " mentions");
  value(e.name, facts.text(), e.id);
}

std::string PageWriter::place_in_words(const Place& p) {
  Listed facts;
  facts.maybe(p.name).maybe(p.admin1).maybe(p.country);
  if (p.lat && p.lon) facts.add(grouped_number(*p.lat) + ", " + grouped_number(*p.lon));
  if (p.reason) facts.add("unknown:", *p.reason);
  return facts.text();
}

void PageWriter::row(const Place& p, std::size_t count) {
  Listed facts;
  facts.add(place_in_words(p));
  if (count > 1) facts.add(std::to_string(count) + " times");
  value(surface_of(record_, {p.span}), facts.text(), p.id);
}

void PageWriter::row(const Source& s) {
  Listed facts;
  facts.add(s.kind).add("cited by", s.statement ? name_of(s.statement) : "the article");
  value(s.cites ? names_.name_of(*s.cites) : surface_of(record_, s.phrase), facts.text(), s.id);
}

void PageWriter::row(const Note& n) {
  line(clean(n.message) + (n.span ? " “" + clean(surface_of(record_, {*n.span})) + "”" : ""));
}

}  // namespace

std::string record_page(const Record& record, const Terminal& terminal, bool with_text) {
  return PageWriter(record, terminal).write(with_text);
}

}  // namespace onrecord
