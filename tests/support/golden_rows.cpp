// SPDX-License-Identifier: Apache-2.0
#include "support/golden_rows.h"

#include <charconv>

namespace onrecord::golden {
namespace {

using Lines = std::vector<std::string>;

std::string number(double value) {
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  return std::string(digits, end);
}

// Quotes surfaces of one text; line ends inside show as "⏎".
class Quoter {
 public:
  explicit Quoter(const std::string& text) : text_(text) {}

  std::string operator()(ByteSpan span) const {
    const std::string surface = text_.substr(span.begin, span.size());
    std::string shown = "\"";
    for (const char c : surface) shown += c == '\n' ? std::string("⏎") : std::string(1, c);
    shown += '"';
    const auto [which, total] = occurrence(surface, span.begin);
    if (total > 1) shown += '@' + std::to_string(which);
    return shown;
  }

  std::string operator()(const ByteSpans& spans) const {
    std::string shown;
    for (const ByteSpan span : spans) shown += (shown.empty() ? "" : " + ") + (*this)(span);
    return shown.empty() ? "none" : shown;
  }

 private:
  std::pair<int, int> occurrence(const std::string& surface, std::size_t begin) const {
    int which = 0, total = 0;
    for (std::size_t at = text_.find(surface); at != std::string::npos; at = text_.find(surface, at + 1)) {
      ++total;
      if (at == begin) which = total;
    }
    return {which, total};
  }

  const std::string& text_;
};

void add(std::string& line, const char* name, const MaybeText& value) {
  if (value) line += std::string(" ") + name + '=' + *value;
}

std::string line_of(const Place& place, const Quoter& quote) {
  std::string line = quote(place.span) + ' ' + place.feature.value_or("null");
  add(line, "name", place.name);
  add(line, "country", place.country);
  add(line, "admin1", place.admin1);
  if (place.geonames) line += " geonames=" + std::to_string(*place.geonames);
  add(line, "controller", place.controller);
  if (place.reason) line += " reason=\"" + *place.reason + '"';
  return line;
}

std::string line_of(const Time& time, const Quoter& quote) {
  std::string line = quote(time.span) + ' ' + word_of(time.type) + ' ' + time.value.value_or("null");
  add(line, "mod", time.mod);
  if (time.begin || time.end_excl) line += " [" + time.begin.value_or("") + ", " + time.end_excl.value_or("") + ')';
  if (time.anchor == "dateline") line += " from=dateline";
  if (time.reason) line += " reason=\"" + *time.reason + '"';
  for (const TimeReading& other : time.alternatives) line += " or " + other.value;
  return line;
}

std::string line_of(const Figure& figure, const Quoter& quote) {
  std::string line = quote(figure.span) + ' ' + word_of(figure.kind) + ' ';
  if (figure.value) line += number(*figure.value);
  else if (figure.low || figure.high)
    line += (figure.low ? number(*figure.low) : "") + ".." + (figure.high ? number(*figure.high) : "");
  else line += "null";
  if (figure.unit) line += ' ' + *figure.unit;
  if (figure.currency) line += ' ' + *figure.currency;
  if (figure.bound != Bound::Exact) line += std::string(" ") + word_of(figure.bound);
  if (figure.si) line += " si=" + number(figure.si->value) + ' ' + figure.si->unit;
  if (figure.of) line += " of=" + quote(figure.of->span);
  add(line, "period", figure.period);
  if (figure.reason) line += " reason=\"" + *figure.reason + '"';
  for (const FigureReading& other : figure.alternatives) {
    line += " or" + (other.value ? ' ' + number(*other.value) : "");
    if (other.unit) line += ' ' + *other.unit;
    if (other.currency) line += ' ' + *other.currency;
  }
  return line;
}

std::string line_of(const Entity& entity, const Quoter& quote) {
  std::string line = '"' + entity.name + "\" " + entity.type.value_or("null");
  for (const Mention& mention : entity.mentions) line += ' ' + quote(mention.span);
  for (const Role& role : entity.roles) line += " role=" + quote(role.span);
  add(line, "country", entity.country);
  add(line, "body", entity.body);
  add(line, "sector", entity.sector);
  add(line, "second", entity.second_sector);
  for (const ActorAlternative& one : entity.alternatives) add(line, "or", one.country);
  return line;
}

std::string line_of(const Statement& statement, const Quoter& quote) {
  std::string line = std::string(word_of(statement.form)) + ' ' + word_of(statement.force);
  line += " source=" + quote(statement.source) + " speaker=";
  line += statement.speaker ? '"' + *statement.speaker + '"' : "null(" + statement.speaker_reason.value_or("") + ')';
  line += " cue=" + quote(statement.cue) + " content=" + quote(statement.content);
  if (!statement.addressee.empty()) line += " to=" + quote(statement.addressee);
  if (statement.within) line += " within";
  return line;
}

std::string line_of(const Note& note, const Quoter& quote) {
  return note.code + (note.span ? ' ' + quote(*note.span) : "");
}

std::string line_of(ByteSpan span, const Quoter& quote) { return quote(span); }

template <class Row>
Lines lines_of(const std::vector<Row>& rows, const Quoter& quote) {
  Lines lines;
  for (const Row& row : rows) lines.push_back(line_of(row, quote));
  return lines;
}

// One line a sentence, tokens parted by bars.
Lines token_lines(const Record& record) {
  Lines lines(record.sentences.size());
  for (const TokenRow& token : record.tokens) {
    std::string& line = lines[token.sentence];
    line += (line.empty() ? "" : "|") + token.form;
  }
  return lines;
}

}  // namespace

Lines rows_of(const Record& record, const std::string& layer) {
  const Quoter quote(record.article.text);
  if (layer == "tokens") return token_lines(record);
  if (layer == "sentences") return lines_of(record.sentences, quote);
  if (layer == "paragraphs") return lines_of(record.paragraphs, quote);
  if (layer == "entities") return lines_of(record.entities, quote);
  if (layer == "times") return lines_of(record.times, quote);
  if (layer == "figures") return lines_of(record.figures, quote);
  if (layer == "places") return lines_of(record.places, quote);
  if (layer == "statements") return lines_of(record.statements, quote);
  if (layer == "notes") return lines_of(record.notes, quote);
  return {"no layer is called " + layer};
}

}  // namespace onrecord::golden
