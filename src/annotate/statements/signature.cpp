// SPDX-License-Identifier: Apache-2.0
// Words with their speaker's name under them, after a dash: pull quotes, readers' letters, embedded tweets.
#include "annotate/statements/patterns.h"
#include "annotate/statements/rules.h"

namespace onrecord::statements {
namespace {

constexpr Index kLongestName = 6, kLongestTitle = 12, kLongestLine = 400;  // tokens

// Whether a line begins with this token: that of the article, of a paragraph, or one after a line break.
bool begins_line(const Reading& r, Index t) {
  if (t == 0 || t >= r.size()) return true;
  const std::string_view between = r.layers().text.bytes({r.token(t - 1).span.end, r.token(t).span.begin});
  return between.find('\n') != std::string_view::npos;
}

// The name that begins at `t`: capitalised words ("Ana Pohl"), or all of a name that was found ("Ana de la Cruz").
Range name_at(const Reading& r, Index t) {
  Index end = t;
  while (end < r.size() && end - t < kLongestName && (end == t || !begins_line(r, end))) {
    const bool same_name = end > t && r[t].name != kNone && r[end].name == r[t].name;
    if (!same_name && !(r.capital(end) && r.word(end))) break;
    ++end;
  }
  return {t, end};
}

// Whether the line ends after a name, or a handle, or a title ("Ana Pohl, 54, from Wexcombe") ends it.
bool ends_signature(const Reading& r, Index t) {
  if (begins_line(r, t)) return true;
  if (r.stop(t)) return begins_line(r, t + 1);
  if (!r.comma(t)) return false;
  for (Index k = t + 1; k - t <= kLongestTitle; ++k) {
    if (begins_line(r, k)) return true;
    if (r[k].cue != 0 || r.quoted(k)) return false;
  }
  return false;
}

bool handle_at(const Reading& r, Index t) {
  return t + 1 < r.size() && r.form(t) == "(" && r.form(t + 1).front() == '@' && !begins_line(r, t);
}

// The quotation that ends before the dash and begins a line; what a handle signs needs no quotation marks.
std::vector<Range> signed_words(const Reading& r, Index dash, bool handle) {
  const Index last = dash - 1;
  if (r[last].closes) {
    const std::vector<Range>& pieces = r.pieces(r[last].quote);
    return begins_line(r, pieces.front().begin) ? pieces : std::vector<Range>{};
  }
  Index begin = last;
  while (last - begin < kLongestLine && !begins_line(r, begin)) --begin;
  if (!begins_line(r, begin)) return {};
  // ”We saw it.” with two closing marks is a quotation by its place alone.
  const auto marked = [&](Index t) { return r.token(t).is(kOpensQuote) || r.token(t).is(kClosesQuote); };
  if (!handle && (begin == last || !marked(begin) || !marked(last))) return {};
  return {{begin, dash}};
}

}  // namespace

bool signature(const Place& place, Index dash) {
  const Reading& r = place.reading;
  if (dash == 0 || dash + 1 >= r.size() || !r.dash(dash) || begins_line(r, dash + 1)) return false;
  const Range name = name_at(r, dash + 1);
  const bool handle = handle_at(r, name.end);
  if (name.empty() || (!handle && !ends_signature(r, name.end))) return false;
  if (!handle && name.size() == 1 && r[name.begin].name == kNone) return false;
  Draft draft;
  draft.content = signed_words(r, dash, handle);
  if (draft.content.empty()) return false;
  draft.lemma = r.form(dash);
  draft.rule = &rule(kSignature);
  draft.sentence = place.sentence;
  draft.cue = {dash, dash + 1};
  draft.source = name;
  place.drafts.push_back(std::move(draft));
  return true;
}

}  // namespace onrecord::statements
