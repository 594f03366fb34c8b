// SPDX-License-Identifier: Apache-2.0
#include "store/law.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "text/utf8.h"

namespace onrecord {
namespace {

// The ids of one table, to be asked whether they hold another.
class IdSet {
 public:
  template <class Rows>
  explicit IdSet(const Rows& rows) {
    for (const auto& row : rows) ids_.push_back(row.id);
    std::sort(ids_.begin(), ids_.end());
  }
  bool holds(std::string_view id) const { return std::binary_search(ids_.begin(), ids_.end(), id); }
  // The first id that stands twice; empty: none.
  std::string_view twice() const {
    const auto at = std::adjacent_find(ids_.begin(), ids_.end());
    return at == ids_.end() ? std::string_view{} : *at;
  }

 private:
  std::vector<std::string_view> ids_;
};

// Keeps the first breach; checks after it are cheap and change nothing.
class RecordChecker {
 public:
  explicit RecordChecker(const Record& record)
      : record_(record),
        text_(record.article.text),
        entities_(record.entities),
        times_(record.times),
        figures_(record.figures),
        places_(record.places),
        statements_(record.statements) {}

  Status check();

 private:
  void fail(const char* layer, std::string_view row, const std::string& what);
  bool span(const char* layer, std::string_view row, ByteSpan span);
  void spans(const char* layer, std::string_view row, const ByteSpans& spans);
  void surface(const char* layer, std::string_view row, ByteSpan at, std::string_view shown);
  void points(const char* layer, std::string_view row, const std::optional<Id>& id, const IdSet& to);
  void actor(const char* layer, std::string_view row, const Actor& actor);
  void once(const char* layer, const IdSet& ids);

  void check_text_layers();
  void check_entities();
  void check_single_spans();
  void check_statements();
  void check_events();
  void check_transfers();

  const Record& record_;
  std::string_view text_;
  IdSet entities_, times_, figures_, places_, statements_;
  Status status_ = Ok{};
};

void RecordChecker::fail(const char* layer, std::string_view row, const std::string& what) {
  if (!status_.ok()) return;
  status_ = Error{ErrorCode::LawBroken, std::string(layer) + ' ' + std::string(row) + ": " + what,
                  record_.article.source_uri};
}

bool RecordChecker::span(const char* layer, std::string_view row, ByteSpan at) {
  const bool good = at.begin < at.end && at.end <= text_.size() && is_utf8_boundary(text_, at.begin) &&
                    is_utf8_boundary(text_, at.end);
  if (!good) {
    fail(layer, row,
         "span [" + std::to_string(at.begin) + ", " + std::to_string(at.end) +
             ") is empty, outside the text or inside a character");
  }
  return good;
}

void RecordChecker::spans(const char* layer, std::string_view row, const ByteSpans& list) {
  for (std::size_t k = 0; k < list.size(); ++k) {
    span(layer, row, list[k]);
    if (k > 0 && list[k].begin < list[k - 1].end) fail(layer, row, "pieces are not in text order");
  }
}

void RecordChecker::surface(const char* layer, std::string_view row, ByteSpan at, std::string_view shown) {
  if (!span(layer, row, at)) return;
  if (text_.substr(at.begin, at.size()) != shown) {
    fail(layer, row, "shows '" + std::string(shown) + "' where the text has other characters");
  }
}

void RecordChecker::points(const char* layer, std::string_view row, const std::optional<Id>& id, const IdSet& to) {
  if (id && !to.holds(*id)) fail(layer, row, "names " + *id + ", which is no row of this article");
}

void RecordChecker::actor(const char* layer, std::string_view row, const Actor& actor) {
  points(layer, row, actor.entity, entities_);
}

void RecordChecker::once(const char* layer, const IdSet& ids) {
  if (!ids.twice().empty()) fail(layer, ids.twice(), "the id stands twice");
}

void RecordChecker::check_text_layers() {
  for (const ByteSpan paragraph : record_.paragraphs) span("paragraphs", "", paragraph);
  for (const ByteSpan sentence : record_.sentences) span("sentences", "", sentence);
  for (const TokenRow& token : record_.tokens) span("tokens", token.form, token.span);
  for (const Note& note : record_.notes) {
    if (note.span) span("notes", note.code, *note.span);
  }
}

void RecordChecker::check_entities() {
  for (const Entity& entity : record_.entities) {
    for (const Mention& mention : entity.mentions) span("mentions", entity.id, mention.span);
    for (const Role& role : entity.roles) span("roles", entity.id, role.span);
  }
}

void RecordChecker::check_single_spans() {
  for (const Time& time : record_.times) span("times", time.id, time.span);
  for (const Figure& figure : record_.figures) {
    span("figures", figure.id, figure.span);
    if (figure.of) surface("figures", figure.id, figure.of->span, figure.of->text);
  }
  for (const Place& place : record_.places) {
    span("places", place.id, place.span);
    points("places", place.id, place.entity, entities_);
  }
}

void RecordChecker::check_statements() {
  for (const Statement& s : record_.statements) {
    for (const ByteSpans* role : {&s.source, &s.cue, &s.content, &s.addressee}) spans("statements", s.id, *role);
    points("statements", s.id, s.entity, entities_);
    points("statements", s.id, s.addressee_entity, entities_);
    points("statements", s.id, s.within, statements_);
    points("statements", s.id, s.time, times_);
    points("statements", s.id, s.place, places_);
    for (const Id& via : s.via) points("statements", s.id, via, entities_);
    for (const Id& other : s.speaker_others) points("statements", s.id, other, entities_);
  }
  for (const Source& source : record_.sources) {
    spans("sources", source.id, source.phrase);
    points("sources", source.id, source.statement, statements_);
  }
}

void RecordChecker::check_events() {
  for (const Event& e : record_.events) {
    spans("events", e.id, e.trigger);
    for (const Actor& one : e.actors) actor("events", e.id, one);
    for (const Actor& one : e.recipients) actor("events", e.id, one);
    points("events", e.id, e.place, places_);
    points("events", e.id, e.time, times_);
    points("events", e.id, e.asserted_by, statements_);
    for (const Id& figure : e.figures) points("events", e.id, figure, figures_);
  }
}

void RecordChecker::check_transfers() {
  for (const Transfer& t : record_.transfers) {
    spans("transfers", t.id, t.evidence);
    if (t.donor) actor("transfers", t.id, *t.donor);
    if (t.recipient) actor("transfers", t.id, *t.recipient);
    if (t.item) surface("transfers", t.id, t.item->cut.span, t.item->cut.text);
    points("transfers", t.id, t.count, figures_);
    points("transfers", t.id, t.amount, figures_);
    points("transfers", t.id, t.time, times_);
    points("transfers", t.id, t.asserted_by, statements_);
  }
}

Status RecordChecker::check() {
  if (valid_utf8_prefix(text_) != text_.size()) fail("articles", record_.article.id, "the text is not UTF-8");
  if (sha256_hex(text_) != record_.article.text_sha256) fail("articles", record_.article.id, "text_sha256 is wrong");
  check_text_layers();
  check_entities();
  check_single_spans();
  check_statements();
  check_events();
  check_transfers();
  once("entities", entities_);
  once("times", times_);
  once("figures", figures_);
  once("places", places_);
  once("statements", statements_);
  once("events", IdSet(record_.events));
  once("transfers", IdSet(record_.transfers));
  once("sources", IdSet(record_.sources));
  return status_;
}

}  // namespace

Status check_record(const Record& record) { return RecordChecker(record).check(); }

}  // namespace onrecord
