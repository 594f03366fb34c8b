// SPDX-License-Identifier: Apache-2.0
#include "support/law.h"

#include <set>

namespace onrecord {
namespace {

class LawChecker {
 public:
  explicit LawChecker(const Record& record) : record_(record), text_(record.article.text) {}

  std::string check() && {
    check_characters();
    check_text_layers();
    check_values();
    check_people();
    check_rows();
    return std::move(breach_);
  }

 private:
  void fail(std::string what) {
    if (breach_.empty()) breach_ = std::move(what);
  }

  bool boundary(std::uint32_t at) const {
    return at == text_.size() || (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80);
  }

  void span(const std::string& what, ByteSpan s) {
    const bool good = s.begin < s.end && s.end <= text_.size() && boundary(s.begin) && boundary(s.end);
    if (!good) fail(what + ": span " + std::to_string(s.begin) + "-" + std::to_string(s.end));
  }

  void spans(const std::string& what, const ByteSpans& list) {
    std::uint32_t last = 0;
    for (const ByteSpan s : list) {
      span(what, s);
      if (s.begin < last) fail(what + ": pieces out of order");
      last = s.end;
    }
  }

  void cut(const std::string& what, const Cut& c) {
    span(what, c.span);
    if (breach_.empty() && text_.substr(c.span.begin, c.span.size()) != c.text) fail(what + ": shows another text");
  }

  template <class Rows>
  void collect(const Rows& rows) {
    for (const auto& row : rows) {
      if (!ids_.insert(row.id).second) fail("id " + row.id + " stands twice");
    }
  }
  void known(const std::string& what, const std::optional<Id>& id) {
    if (id && ids_.count(*id) == 0) fail(what + ": no row has the id " + *id);
  }

  void check_characters() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_[at] == '\0' || text_[at] == '\r') fail("the text holds NUL or CR");
    }
  }

  void check_text_layers() {
    for (const ByteSpan s : record_.paragraphs) span("paragraph", s);
    for (const ByteSpan s : record_.sentences) span("sentence", s);
    for (const TokenRow& row : record_.tokens) {
      span("token", row.span);
      if (row.sentence >= record_.sentences.size()) fail("token: no such sentence");
      if (row.head && *row.head >= record_.tokens.size()) fail("token: no such head");
    }
    for (const Note& note : record_.notes) {
      if (note.span && !note.span->empty()) span("note " + note.code, *note.span);
    }
  }

  void check_values() {
    for (const Time& row : record_.times) span("time", row.span);
    for (const Figure& row : record_.figures) {
      span("figure", row.span);
      if (row.of) cut("figure.of", *row.of);
    }
    for (const Place& row : record_.places) span("place", row.span);
  }

  void check_people() {
    for (const Entity& row : record_.entities) {
      if (row.mentions.empty()) fail("entity without mention");
      for (const Mention& mention : row.mentions) span("mention", mention.span);
      for (const Role& role : row.roles) span("role", role.span);
    }
  }

  void check_rows() {
    collect(record_.entities);
    collect(record_.times);
    collect(record_.figures);
    collect(record_.places);
    collect(record_.statements);
    collect(record_.events);
    collect(record_.transfers);
    for (const Statement& row : record_.statements) {
      spans("statement.source", row.source);
      spans("statement.cue", row.cue);
      spans("statement.content", row.content);
      spans("statement.addressee", row.addressee);
      known("statement.entity", row.entity);
      known("statement.within", row.within);
      for (const Id& id : row.via) known("statement.via", id);
      for (const Id& id : row.speaker_others) known("statement.speaker_others", id);
    }
    for (const Event& row : record_.events) {
      spans("event.trigger", row.trigger);
      known("event.asserted_by", row.asserted_by);
    }
    for (const Transfer& row : record_.transfers) {
      spans("transfer.evidence", row.evidence);
      if (row.item) cut("transfer.item", row.item->cut);
    }
    for (const Source& row : record_.sources) spans("source.phrase", row.phrase);
  }

  const Record& record_;
  const std::string& text_;
  std::set<Id> ids_;
  std::string breach_;
};

}  // namespace

std::string first_breach(const Record& record) { return LawChecker(record).check(); }

}  // namespace onrecord
