// SPDX-License-Identifier: Apache-2.0
#include "annotate/tokens/quote_marks.h"

#include "base/assert.h"

namespace onrecord::tokens {
namespace {

enum class Mark : std::uint8_t { None, Double, Single, OpensDouble, ClosesDouble, OpensSingle, ClosesSingle };

// The kind of mark a token is, by its own characters.
Mark mark_of(std::string_view form) {
  if (form == "\"") return Mark::Double;
  if (form == "'") return Mark::Single;
  if (form == "''") return Mark::Double;
  if (form == "``") return Mark::OpensDouble;
  if (form == "`") return Mark::OpensSingle;
  if (form.size() < 2) return Mark::None;
  if (form == "\u201C" || form == "\u201E" || form == "\u201F" || form == "\u00AB") return Mark::OpensDouble;
  if (form == "\u201D" || form == "\u00BB") return Mark::ClosesDouble;
  if (form == "\u2018" || form == "\u201A" || form == "\u201B" || form == "\u2039") return Mark::OpensSingle;
  if (form == "\u2019" || form == "\u203A") return Mark::ClosesSingle;
  if (form == "\u2018\u2018" || form == "\u2018\u2019") return Mark::OpensDouble;
  if (form == "\u2019\u2019") return Mark::ClosesDouble;
  return Mark::None;
}

class Marker {
 public:
  Marker(const Passage& passage, std::vector<Token>& rows, std::size_t first)
      : passage_(passage), rows_(rows), first_(first) {}

  void run() {
    for (std::size_t at = first_; at < rows_.size(); ++at) {
      if (!rows_[at].is(kPunctuation)) continue;
      const Mark mark = mark_of(form(at));
      if (mark != Mark::None) decide(at, mark);
    }
  }

 private:
  std::string_view form(std::size_t at) const { return passage_.surface(rows_[at].span.begin, rows_[at].span.end); }
  bool blank_before(std::size_t at) const { return at == first_ || rows_[at].is(kSpaceBefore); }
  bool blank_after(std::size_t at) const { return at + 1 == rows_.size() || rows_[at + 1].is(kSpaceBefore); }

  // Whether the text allows a mark to open here, or to close.
  bool may_open(std::size_t at) const {
    if (blank_after(at)) return false;
    if (blank_before(at)) return true;
    const Token& before = rows_[at - 1];
    return before.is(kOpensQuote) || (before.is(kPunctuation) && is_opener(form(at - 1)));
  }
  bool may_close(std::size_t at) const {
    if (blank_before(at)) return false;
    if (blank_after(at)) return true;
    return rows_[at + 1].is(kPunctuation);
  }
  static bool is_opener(std::string_view mark) {
    return mark == "(" || mark == "[" || mark == "-" || mark == "--" || mark == "\u2014" || mark == "\u2013" ||
           mark == "/" || mark == ":" || mark == "=";
  }

  void decide(std::size_t at, Mark mark) {
    switch (mark) {
      case Mark::OpensDouble: return is_turned(at, open_double_) ? close(at, open_double_) : open(at, open_double_);
      case Mark::OpensSingle: return is_turned(at, open_single_) ? close(at, open_single_) : open(at, open_single_);
      case Mark::ClosesDouble:
        return !open_double_ && may_open(at) && !may_close(at) ? open(at, open_double_) : close(at, open_double_);
      case Mark::Double: return decide_double(at);
      case Mark::Single:
      case Mark::ClosesSingle: return decide_single(at, mark);
      case Mark::None: return;
    }
  }

  // An opening mark written where only a closing one can stand: "abhorrent\u201C in".
  bool is_turned(std::size_t at, bool is_open) const { return is_open && may_close(at) && !may_open(at); }

  void decide_double(std::size_t at) {
    const bool opens = may_open(at), closes = may_close(at);
    if (!opens && is_measure(at)) return;
    if (opens != closes) return opens ? open(at, open_double_) : close(at, open_double_);
    if (open_double_) close(at, open_double_);
    else open(at, open_double_);
  }

  // 5'10" and 9" are measures where no quotation is open.
  bool is_measure(std::size_t at) const {
    return !open_double_ && at > first_ && !blank_before(at) && rows_[at - 1].is(kHasDigit);
  }

  // A single mark that could close is an apostrophe unless a single quotation is open: "the workers' rights".
  void decide_single(std::size_t at, Mark mark) {
    if (mark == Mark::Single && may_open(at) && !blank_after(at)) return open(at, open_single_);
    if (!open_single_ || blank_before(at)) return;
    if (is_plural_genitive(at)) return;
    close(at, open_single_);
  }

  // "parents' house" inside a single quotation that is closed later.
  bool is_plural_genitive(std::size_t at) const {
    const std::string_view before = form(at - 1);
    if (before.back() != 's' || blank_after(at) == false || at + 1 == rows_.size()) return false;
    if (!rows_[at + 1].is(kHasLetter)) return false;
    for (std::size_t later = at + 1; later < rows_.size(); ++later) {
      if (!rows_[later].is(kPunctuation)) continue;
      const Mark mark = mark_of(form(later));
      if (mark != Mark::Single && mark != Mark::ClosesSingle) continue;
      return !blank_before(later);
    }
    return false;
  }

  void open(std::size_t at, bool& state) {
    rows_[at].shape = static_cast<std::uint16_t>(rows_[at].shape | kOpensQuote);
    state = true;
  }
  void close(std::size_t at, bool& state) {
    rows_[at].shape = static_cast<std::uint16_t>(rows_[at].shape | kClosesQuote);
    state = false;
  }

  const Passage& passage_;
  std::vector<Token>& rows_;
  const std::size_t first_;
  bool open_double_ = false;
  bool open_single_ = false;
};

}  // namespace

void mark_quotes(const Passage& passage, std::vector<Token>& rows, std::size_t first) {
  Marker(passage, rows, first).run();
}

}  // namespace onrecord::tokens
