// SPDX-License-Identifier: Apache-2.0
// brat standoff (brat.nlplab.org/standoff.html), offsets in code points of the article's text:
//   T1  PERSON 0 5             Anna …     a mention of an entity; NAME where its type is unknown
//   *   Coref T1 T4                       the mentions of one entity
//   T2  Date 10 16             Monday     Date Time Duration Set, Figure, Place
//   T3  Statement 20 24        said       the cue, or the content where there is no cue
//   T4  Source 0 5 … T5 Content 26 40;44 60 …
//   E1  Statement:T3 Source:T4 Content:T5 Addressee:T6
//   A1  Form E1 direct         A2  Force E1 denied
//   #1  AnnotatorNotes T2      id=… value=2024-04-22 …
// A span over a line end is written in pieces, as brat wants it.
#include <algorithm>

#include "format/describe.h"
#include "format/format.h"
#include "text/offsets.h"

namespace onrecord {
namespace {

class BratWriter {
 public:
  BratWriter(const Record& record, std::string& out)
      : record_(record), text_(record.article.text), index_(record.article.text), out_(out) {}

  void write();

 private:
  std::string text_bound(const std::string& type, const ByteSpans& spans);
  void note(const std::string& target, const std::string& words);
  void attribute(const char* name, const std::string& target, const char* value);
  void row(const Entity&);
  void row(const Time&);
  void row(const Figure&);
  void row(const Place&);
  void row(const Statement&);
  void row(const Event&);
  void row(const Transfer&);

  const Record& record_;
  std::string_view text_;
  OffsetIndex index_;
  std::string& out_;
  int texts_ = 0, events_ = 0, attributes_ = 0, notes_ = 0, references_ = 0;
};

// The pieces of the spans between line ends, without the line ends.
ByteSpans pieces_in_lines(std::string_view text, const ByteSpans& spans) {
  ByteSpans pieces;
  for (const ByteSpan span : spans) {
    std::uint32_t begin = span.begin;
    while (begin < span.end) {
      const auto line_end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), span.end));
      if (line_end > begin) pieces.push_back({begin, line_end});
      begin = line_end + 1;
    }
  }
  return pieces;
}

void add(std::string& words, const char* name, const MaybeText& value) {
  if (value) words.append(words.empty() ? "" : " ").append(name).append(1, '=').append(*value);
}

void add(std::string& words, const char* name, const std::optional<double>& value) {
  if (value) add(words, name, MaybeText(plain_number(*value)));
}

// Writes a T line; its id, or "" where the spans hold nothing.
std::string BratWriter::text_bound(const std::string& type, const ByteSpans& spans) {
  const ByteSpans pieces = pieces_in_lines(text_, spans);
  if (pieces.empty()) return "";
  const std::string id = 'T' + std::to_string(++texts_);
  out_.append(id).append(1, '\t').append(type);
  char separator = ' ';
  for (const ByteSpan piece : pieces) {
    const CodepointSpan points = index_.to_codepoints(piece);
    out_.append(1, separator).append(std::to_string(points.begin)).append(1, ' ').append(std::to_string(points.end));
    separator = ';';
  }
  separator = '\t';
  for (const ByteSpan piece : pieces) {
    out_.append(1, separator).append(text_.substr(piece.begin, piece.size()));
    separator = ' ';
  }
  out_ += '\n';
  return id;
}

void BratWriter::note(const std::string& target, const std::string& words) {
  if (target.empty() || words.empty()) return;
  out_.append(1, '#').append(std::to_string(++notes_)).append("\tAnnotatorNotes ").append(target).append(1, '\t');
  for (const char c : words) out_ += c == '\n' || c == '\t' ? ' ' : c;
  out_ += '\n';
}

void BratWriter::attribute(const char* name, const std::string& target, const char* value) {
  out_.append(1, 'A').append(std::to_string(++attributes_)).append(1, '\t').append(name);
  out_.append(1, ' ').append(target).append(1, ' ').append(value).append(1, '\n');
}

void BratWriter::row(const Entity& entity) {
  std::string mentions, first;
  int count = 0;
  for (const Mention& mention : entity.mentions) {
    const std::string id = text_bound(entity.type.value_or("NAME"), {mention.span});
    if (id.empty()) continue;
    if (first.empty()) first = id;
    mentions.append(1, ' ').append(id);
    ++count;
  }
  if (first.empty()) return;
  if (count > 1) out_.append("*\tCoref").append(mentions).append(1, '\n');
  if (entity.wikidata) {
    out_.append(1, 'N').append(std::to_string(++references_)).append("\tReference ").append(first);
    out_.append(" Wikidata:").append(*entity.wikidata).append(1, '\t').append(entity.name).append(1, '\n');
  }
  std::string words;
  add(words, "id", MaybeText(entity.id));
  add(words, "country", entity.country);
  add(words, "sector", entity.sector);
  for (const Role& role : entity.roles) add(words, "role", MaybeText(role.title));
  note(first, words);
}

void BratWriter::row(const Time& time) {
  static constexpr const char* kTypes[] = {"Date", "Time", "Duration", "Set"};
  std::string words;
  add(words, "id", MaybeText(time.id));
  add(words, "value", time.value);
  add(words, "begin", time.begin);
  add(words, "end_excl", time.end_excl);
  add(words, "mod", time.mod);
  add(words, "reason", time.reason);
  note(text_bound(kTypes[static_cast<int>(time.type)], {time.span}), words);
}

void BratWriter::row(const Figure& figure) {
  std::string words;
  add(words, "id", MaybeText(figure.id));
  add(words, "kind", MaybeText(word_of(figure.kind)));
  add(words, "value", figure.value);
  add(words, "low", figure.low);
  add(words, "high", figure.high);
  add(words, "bound", MaybeText(word_of(figure.bound)));
  add(words, "unit", figure.unit);
  add(words, "currency", figure.currency);
  if (figure.of) add(words, "of", MaybeText(figure.of->text));
  add(words, "period", figure.period);
  add(words, "reason", figure.reason);
  note(text_bound("Figure", {figure.span}), words);
}

void BratWriter::row(const Place& place) {
  std::string words;
  add(words, "id", MaybeText(place.id));
  add(words, "name", place.name);
  add(words, "lat", place.lat);
  add(words, "lon", place.lon);
  add(words, "country", place.country);
  add(words, "reason", place.reason);
  note(text_bound("Place", {place.span}), words);
}

void BratWriter::row(const Statement& statement) {
  const std::string trigger = text_bound("Statement", statement.cue.empty() ? statement.content : statement.cue);
  if (trigger.empty()) return;
  const std::string source = text_bound("Source", statement.source);
  const std::string content = text_bound("Content", statement.content);
  const std::string addressee = text_bound("Addressee", statement.addressee);
  const std::string id = 'E' + std::to_string(++events_);
  out_.append(id).append("\tStatement:").append(trigger);
  if (!source.empty()) out_.append(" Source:").append(source);
  if (!content.empty()) out_.append(" Content:").append(content);
  if (!addressee.empty()) out_.append(" Addressee:").append(addressee);
  out_ += '\n';
  attribute("Form", id, word_of(statement.form));
  attribute("Force", id, word_of(statement.force));
  std::string words;
  add(words, "id", MaybeText(statement.id));
  add(words, "speaker", statement.speaker);
  add(words, "reason", statement.speaker_reason);
  add(words, "within", statement.within);
  note(id, words);
}

void BratWriter::row(const Event& event) {
  const std::string trigger = text_bound(event.type, event.trigger);
  if (trigger.empty()) return;
  const std::string id = 'E' + std::to_string(++events_);
  out_.append(id).append(1, '\t').append(event.type).append(1, ':').append(trigger).append(1, '\n');
  attribute("Status", id, event.status.c_str());
  std::string words;
  add(words, "id", MaybeText(event.id));
  add(words, "mode", event.mode);
  for (const Actor& actor : event.actors) add(words, "actor", MaybeText(actor.text));
  for (const Actor& actor : event.recipients) add(words, "recipient", MaybeText(actor.text));
  add(words, "asserted_by", event.asserted_by);
  note(id, words);
}

void BratWriter::row(const Transfer& transfer) {
  std::string words;
  add(words, "id", MaybeText(transfer.id));
  add(words, "status", MaybeText(transfer.status));
  if (transfer.donor) add(words, "donor", MaybeText(transfer.donor->text));
  if (transfer.recipient) add(words, "recipient", MaybeText(transfer.recipient->text));
  if (transfer.item) add(words, "item", MaybeText(transfer.item->cut.text));
  note(text_bound("Transfer", transfer.evidence), words);
}

void BratWriter::write() {
  for (const Entity& one : record_.entities) row(one);
  for (const Time& one : record_.times) row(one);
  for (const Figure& one : record_.figures) row(one);
  for (const Place& one : record_.places) row(one);
  for (const Statement& one : record_.statements) row(one);
  for (const Event& one : record_.events) row(one);
  for (const Transfer& one : record_.transfers) row(one);
}

}  // namespace

void append_brat(const Record& record, std::string& out) { BratWriter(record, out).write(); }

}  // namespace onrecord
