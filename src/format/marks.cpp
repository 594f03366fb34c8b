// SPDX-License-Identifier: Apache-2.0
#include "format/marks.h"

namespace onrecord {
namespace {

class Marks {
 public:
  void add(const ByteSpans& spans, const Id& row, const char* role, const std::string& style) {
    for (const ByteSpan span : spans) add(span, row, role, style);
  }
  void add(ByteSpan span, const Id& row, const char* role, const std::string& style) {
    if (!span.empty()) list.push_back({span, row, role, style});
  }
  std::vector<Mark> list;
};

void add_statements(const Record& record, Marks& marks) {
  for (const Statement& one : record.statements) {
    marks.add(one.content, one.id, "content", std::string("c c-") + word_of(one.form));
    marks.add(one.cue, one.id, "cue", std::string("q f-") + word_of(one.force));
    marks.add(one.source, one.id, "source", "o");
    marks.add(one.addressee, one.id, "addressee", "a");
  }
}

void add_entities(const Record& record, Marks& marks) {
  for (const Entity& one : record.entities) {
    for (const Mention& mention : one.mentions) {
      marks.add(mention.span, one.id, "mention", mention.form == MentionForm::Name ? "n" : "n n-other");
    }
    for (const Role& role : one.roles) marks.add(role.span, one.id, "role", "r");
  }
}

}  // namespace

std::vector<Mark> marks_of(const Record& record) {
  static const Id kNoRow;
  Marks marks;
  add_statements(record, marks);
  for (const Time& one : record.times) marks.add(one.span, one.id, "time", "t");
  for (const Figure& one : record.figures) {
    marks.add(one.span, one.id, "figure", "g");
    if (one.of) marks.add(one.of->span, one.id, "of", "gof");
  }
  add_entities(record, marks);
  for (const Place& one : record.places) marks.add(one.span, one.id, "place", "p");
  for (const Event& one : record.events) marks.add(one.trigger, one.id, "trigger", "e");
  for (const Transfer& one : record.transfers) {
    marks.add(one.evidence, one.id, "evidence", "x");
    if (one.item) marks.add(one.item->cut.span, one.id, "item", "x");
  }
  for (const Source& one : record.sources) marks.add(one.phrase, one.id, "phrase", "s");
  for (const Note& one : record.notes) {
    if (one.span) marks.add(*one.span, kNoRow, "note", "note");
  }
  return std::move(marks.list);
}

}  // namespace onrecord
