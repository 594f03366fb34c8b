// SPDX-License-Identifier: Apache-2.0
#include "cli/evidence_view.h"

#include <algorithm>

#include "text/utf8.h"

namespace onrecord {
namespace {

constexpr std::size_t kIndent = 2;

// Small roles are drawn over large ones, so the order matters.
constexpr struct {
  std::string_view role;
  char sign;
} kSigns[] = {{"content", '^'}, {"evidence", '^'}, {"source", '='}, {"addressee", '-'},
              {"cue", '~'},     {"of", '-'},       {"item", '='},   {"role", '-'}};

char sign_of(std::string_view role) {
  for (const auto& [name, sign] : kSigns) {
    if (name == role) return sign;
  }
  return '^';
}

// Drawn in this order; roles without a sign of their own come first.
std::size_t rank_of(std::string_view role) {
  std::size_t rank = 1;
  for (const auto& [name, sign] : kSigns) {
    if (name == role) return rank;
    ++rank;
  }
  return 0;
}

// Runs of neighbouring sentences that hold a mark; where no sentence does, the marks themselves.
std::vector<ByteSpan> runs_of(const Record& record, const std::vector<Mark>& marks) {
  std::vector<ByteSpan> runs;
  bool joins = false;
  for (const ByteSpan sentence : record.sentences) {
    const bool holds =
        std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) { return mark.span.overlaps(sentence); });
    if (holds && joins) runs.back().end = sentence.end;
    else if (holds) runs.push_back(sentence);
    joins = holds;
  }
  if (!runs.empty()) return runs;
  for (const Mark& mark : marks) runs.push_back(mark.span);
  return runs;
}

// Draws one run, line by line: words, and the signs below them.
class RunWriter {
 public:
  RunWriter(std::string_view text, const std::vector<Mark>& marks, const Terminal& terminal, std::string& out)
      : text_(text), terminal_(terminal), out_(out) {
    for (const Mark& mark : marks) marks_.push_back(&mark);
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const Mark* a, const Mark* b) { return rank_of(a->role) < rank_of(b->role); });
  }

  void write(ByteSpan run) {
    std::uint32_t at = run.begin;
    while (at < run.end) {
      auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find_first_of(" \n\t", at), run.end));
      const std::string_view word = text_.substr(at, end - at);
      if (filled_ > 0 && filled_ + columns_of(word) > terminal_.width() - kIndent) end_line();
      put(at, end);
      if (end < run.end) {
        put_blank(end);
        ++end;
      }
      at = end;
    }
    end_line();
  }

 private:
  char sign_at(std::uint32_t byte) const {
    char sign = ' ';
    for (const Mark* mark : marks_) {
      if (mark->span.contains(byte)) sign = sign_of(mark->role);
    }
    return sign;
  }

  void put(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end;) {
      const std::uint32_t size = decode_utf8(text_, at).size;
      const std::string shown = printable(text_.substr(at, size));
      const std::size_t columns = columns_of(shown);
      line_ += shown;
      signs_.append(columns, sign_at(at));
      filled_ += columns;
      at += size;
    }
  }

  void put_blank(std::uint32_t at) {
    line_ += ' ';
    signs_ += sign_at(at);
    ++filled_;
  }

  void end_line() {
    const auto rtrim = [](std::string& words) { words.erase(words.find_last_not_of(' ') + 1); };
    rtrim(line_);
    signs_.resize(std::min(signs_.size(), columns_of(line_)));
    rtrim(signs_);
    if (!line_.empty()) out_.append(kIndent, ' ').append(line_).append(1, '\n');
    if (!signs_.empty()) out_.append(kIndent, ' ').append(terminal_.cyan(signs_)).append(1, '\n');
    line_.clear();
    signs_.clear();
    filled_ = 0;
  }

  std::string_view text_;
  const Terminal& terminal_;
  std::string& out_;
  std::vector<const Mark*> marks_;
  std::string line_, signs_;
  std::size_t filled_ = 0;
};

// "= source   ~ cue   ^ content": only where there is more than one role.
std::string legend(const std::vector<Mark>& marks) {
  std::vector<std::string_view> roles;
  for (const Mark& mark : marks) {
    if (std::find(roles.begin(), roles.end(), mark.role) == roles.end()) roles.emplace_back(mark.role);
  }
  if (roles.size() < 2) return "";
  std::string words;
  for (const std::string_view role : roles) {
    words.append(words.empty() ? "" : "   ").append(1, sign_of(role)).append(1, ' ').append(role);
  }
  return words;
}

}  // namespace

std::string evidence_view(const Record& record, const std::vector<Mark>& marks, const Terminal& terminal,
                          std::size_t most_runs) {
  std::string out;
  const std::vector<ByteSpan> runs = runs_of(record, marks);
  RunWriter writer(record.article.text, marks, terminal, out);
  for (std::size_t k = 0; k < runs.size() && k < most_runs; ++k) {
    if (k > 0) out += '\n';
    writer.write(runs[k]);
  }
  if (runs.size() > most_runs) out += "  … and " + std::to_string(runs.size() - most_runs) + " more places\n";
  const std::string words = legend(marks);
  if (!words.empty()) out += '\n' + terminal.dim(terminal.wrap(words, kIndent));
  return out;
}

}  // namespace onrecord
