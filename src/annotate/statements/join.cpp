// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/join.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

#include "annotate/statements/head_spans.h"
#include "annotate/statements/model_cue.h"
#include "annotate/statements/role_likelihood.h"
#include "annotate/statements/rules.h"

namespace onrecord::statements {
namespace {

// Tuned on PolNeAR's development part.
constexpr double kContentMargin = 15;  // a rule's content may be this much less likely than the heads' own, in nats
constexpr double kSourceMargin = 1;
constexpr double kNobody = 8;         // where a rule has a source, that there is none must be so much likelier
constexpr double kLeastCue = 0.35;    // of a rule's cue that the heads do not find
constexpr double kLeastAlone = 0.25;  // cue probability times likelihood of a span's word, where no rule agrees
constexpr double kLeastDeed = 0.45;   // the same, where the cue is no known word or nobody is the source
constexpr Index kLongestClause = 30;  // tokens of a relative clause that the heads leave out of a source
constexpr float kDoubtLeft = 0.5F;    // of a rule's doubt, where the heads find the same cue

// Whether a token is a mark that no span begins or ends with; quotation marks and brackets may.
bool stray(const Reading& r, Index t) {
  return r.comma(t) || r.colon(t) || r.stop(t) || r.form(t) == ";" || r.form(t) == "…" || r.dash(t);
}

// The runs of tokens with labels `begin` or `inside`; those of contents without stray marks at their ends.
std::vector<Range> runs_of(const Reading& r, const CueRoles& found, const std::vector<std::uint8_t>& labels,
                           RoleLabel begin, RoleLabel inside) {
  std::vector<Range> runs;
  for (Index k = 0; k < labels.size(); ++k) {
    if (labels[k] != begin && labels[k] != inside) continue;
    const Index t = found.window.begin + k;
    if (runs.empty() || runs.back().end != t) runs.push_back({t, t});
    runs.back().end = t + 1;
  }
  for (Range& run : runs) {
    if (begin == kBeginSource) break;  // the comma that closes an apposition belongs to the source
    while (!run.empty() && stray(r, run.end - 1)) --run.end;
    while (!run.empty() && stray(r, run.begin)) ++run.begin;
  }
  std::erase_if(runs, [](Range run) { return run.empty(); });
  return runs;
}

Range longest(const std::vector<Range>& runs) {
  const auto best = std::max_element(runs.begin(), runs.end(), [](Range a, Range b) { return a.size() < b.size(); });
  return best == runs.end() ? Range{} : *best;
}

bool inside_any(Range cue, const std::vector<Range>& content) {
  return std::any_of(content.begin(), content.end(),
                     [&](Range piece) { return piece.begin <= cue.begin && cue.end <= piece.end; });
}

class Joiner {
 public:
  Joiner(const Reading& reading, std::vector<Draft> by_rules)
      : r_(reading), rules_(std::move(by_rules)), spoken_(reading, rules_) {
    used_.resize(rules_.size());
    for (std::size_t k = 0; k < rules_.size(); ++k) {
      if (rules_[k].told_in == kNone) by_cue_.push_back(k);
      else cited_.insert(rules_[k].cue.begin);  // "citing": the rules know whose statement it is
    }
    std::stable_sort(by_cue_.begin(), by_cue_.end(),
                     [&](std::size_t a, std::size_t b) { return rules_[a].cue.begin < rules_[b].cue.begin; });
  }

  void take(CueRoles found) {
    keep_near(r_, found);
    const std::vector<std::uint8_t> labels = best_roles(found.roles);
    const Range source = longest(runs_of(r_, found, labels, kBeginSource, kInsideSource));
    Spans spans = {source, runs_of(r_, found, labels, kBeginContent, kInsideContent)};
    const double likely = found.cue_probability * word_likelihood(found, spans);
    spoken_.take_out(spans.content, found.cue);
    spans.source = whole_phrase(source, found.cue);
    if (overlap(spans)) spans.source = source;
    finish_phrases(spans, found.cue);
    const std::size_t same = rule_at(found.cue);
    if (same != rules_.size()) {
      Draft& draft = rules_[same];
      if (by_layout(draft)) out_.push_back(std::move(draft));
      else merge(found, std::move(spans), likely, draft);
      return;
    }
    if (spans.content.empty() || says_nothing(spans.content)) return;
    const ModelCue cue = name_cue(r_, found.cue);
    Draft draft = draft_of(found, cue, std::move(spans));
    // "was introduced", "supporting": deeds look like statements.
    draft.confidence = static_cast<float>(share_right(likely));
    const bool deed = !cue.known || draft.source.empty();
    if (likely < (deed ? kLeastDeed : kLeastAlone) || cited_.count(found.cue.begin) != 0) return;
    extend(draft.content, found.window.end);
    out_.push_back(std::move(draft));
  }

  // A rule's statement that no cue of the heads met.
  void keep_rules(const std::function<double(Range)>& cue_probability) {
    const std::size_t joined = out_.size();
    for (std::size_t k = 0; k < rules_.size(); ++k) {
      if (used_[k]) continue;
      Draft& draft = rules_[k];
      const double probability = cue_probability(draft.cue);
      const bool sure = draft.told_in != kNone || by_layout(draft) || probability >= kLeastCue;
      if (!sure && !nested(draft, joined)) continue;
      out_.push_back(std::move(draft));
    }
  }

  std::vector<Draft> finish() && { return std::move(out_); }

 private:
  // A source that begins or ends inside a name or a clause takes all of it.
  Range whole_phrase(Range source, Range cue) const {
    if (source.empty()) return source;
    // A comma closes an apposition ("Ana Pohl, the mayor,"), or is none of the source's ("two officials,").
    const auto comma = [&](Index t) { return r_.comma(t); };
    if (comma(source.end - 1) && source.size() > 1) {
      Index inner = source.begin;
      while (!comma(inner)) ++inner;
      if (inner == source.end - 1) --source.end;
    }
    // "Ostrana, which has fought |Karuvia since 2022,| denied": a clause is taken to its end.
    const bool before = source.end < cue.begin && cue.begin - source.end < kLongestClause;
    if (before && comma(cue.begin - 1) && !comma(source.end) && !comma(source.end - 1)) {
      for (Index t = source.begin + 2; t < source.end; ++t) {
        if (r_.is(t, kRelative) && comma(t - 1)) source.end = cue.begin;
      }
    }
    const Names& names = r_.layers().names;
    if (r_[source.begin].name != kNone)
      source.begin = std::min(source.begin, names.mentions[r_[source.begin].name].tokens.begin);
    if (r_[source.end - 1].name != kNone)
      source.end = std::max(source.end, names.mentions[r_[source.end - 1].name].tokens.end);
    if (source.begin < cue.begin) source.end = std::min(source.end, cue.begin);
    else source.begin = std::max(source.begin, cue.end);
    return source;
  }

  // "|What| he said |and| why": words that stand for what is said elsewhere.
  bool says_nothing(const std::vector<Range>& content) const {
    constexpr std::uint32_t kEmpty = kAnd | kWhWord | kRelative | kThatWord | kPreposition | kToWord | kAux;
    return std::all_of(content.begin(), content.end(), [&](Range piece) {
      for (Index t = piece.begin; t < piece.end; ++t) {
        if (r_.word(t) && !r_.is(t, kEmpty)) return false;
      }
      return true;
    });
  }

  void finish_phrases(Spans& spans, Range cue) const {
    const Sentences& sentences = r_.layers().sentences;
    const auto limit = [&](Range span) {
      const Index end = sentences[sentences.of_token(span.end - 1)].tokens.end;
      return cue.begin >= span.end ? std::min(end, cue.begin) : end;
    };
    const auto past_clock = [&](Range& span) {  // "|09:31| The mayor"
      const Index first = r_.body(sentences.of_token(span.begin)).begin;
      if (span.begin < first && first < span.end) span.begin = first;
    };
    const Spans before = spans;
    if (!spans.source.empty()) past_clock(spans.source);
    for (Range& piece : spans.content) past_clock(piece);
    if (!spans.source.empty()) spans.source = whole_noun_phrase(r_, spans.source, limit(spans.source));
    for (std::size_t k = 0; k < spans.content.size(); ++k) {
      Range& piece = spans.content[k];
      const Index next = k + 1 < spans.content.size() ? spans.content[k + 1].begin : limit(piece);
      piece = whole_noun_phrase(r_, piece, std::min(next, limit(piece)));
    }
    if (overlap(spans)) spans = before;
  }

  // The last rule's draft whose cue overlaps and that is not taken; rules_.size() if there is none.
  std::size_t rule_at(Range cue) {
    std::size_t best = rules_.size();
    while (next_ < by_cue_.size() && rules_[by_cue_[next_]].cue.end <= cue.begin) ++next_;
    for (std::size_t k = next_; k < by_cue_.size() && rules_[by_cue_[k]].cue.begin < cue.end; ++k) {
      if (rules_[by_cue_[k]].cue.end > cue.begin && !used_[by_cue_[k]]) best = by_cue_[k];
    }
    if (best != rules_.size()) used_[best] = true;
    return best;
  }

  Draft draft_of(const CueRoles& found, const ModelCue& cue, Spans spans) const {
    Draft draft;
    draft.rule = &rule(kHeads);
    draft.lemma = cue.lemma;
    draft.force = cue.force;
    draft.sentence = r_.layers().sentences.of_token(found.cue.begin);
    draft.cue = found.cue;
    draft.source = spans.source;
    draft.content = std::move(spans.content);
    return draft;
  }

  // Marks tell better than the heads where a quotation ends; the heads may find quotations that go on from it.
  std::vector<Range> with_rules_quotations(std::vector<Range> content, Draft& draft) const {
    std::erase_if(content, [&](Range piece) {
      const bool apart = std::none_of(draft.content.begin(), draft.content.end(),
                                      [&](Range one) { return piece.begin < one.end && one.begin < piece.end; });
      return !apart || !r_.quoted(piece.end - 1);
    });
    content.insert(content.end(), draft.content.begin(), draft.content.end());
    std::sort(content.begin(), content.end(), [](Range a, Range b) { return a.begin < b.begin; });
    draft.content = content;
    return content;
  }

  // The quotations that an indirect statement goes on with; the heads, who look for one clause, know nothing of them.
  std::vector<Range> take_later_quotations(Draft& draft) const {
    std::vector<Range> later;
    if (is_direct(r_, draft) || !draft.goes_on) return later;
    const Index end = r_.sentence(draft.sentence).tokens.end;
    while (draft.content.size() > 1 && draft.content.back().begin >= end && r_[draft.content.back().begin].opens) {
      later.insert(later.begin(), draft.content.back());
      draft.content.pop_back();
    }
    return later;
  }

  // Whose source and whose content of a cue on which rule and heads agree.
  struct Choice {
    bool source = true, content = true;  // the rule's
  };

  // The rule's spans where the heads think them likely enough.
  Choice choose(const CueRoles& found, const Spans& spans, const Draft& draft) const {
    const bool participle = draft.rule == &rule(kParticiple);
    // "quoted X as |saying|": X says it, and the heads would have who quotes.
    const bool quoted_as = participle && draft.cue.begin > 0 && r_.lower(draft.cue.begin - 1) == "as";
    // Who goes on with a participle is who spoke before, however far away.
    const double nobody = participle ? 10 * kNobody : kNobody;
    Choice best;
    double most = -std::numeric_limits<double>::infinity();
    for (const auto& [choice, margin] : {std::pair{Choice{false, false}, 0.0},
                                         {Choice{true, false}, kSourceMargin},
                                         {Choice{false, true}, kContentMargin},
                                         {Choice{true, true}, kSourceMargin + kContentMargin}}) {
      const Spans mixed = {choice.source ? draft.source : spans.source,
                           choice.content ? draft.content : spans.content};
      const bool all_rule = choice.source && choice.content;
      if (mixed.content.empty() || (!all_rule && overlap(mixed)) || (quoted_as && !choice.source)) continue;
      const double lost = mixed.source.empty() && !draft.source.empty() ? nobody : 0;
      const double now = likelihood(found, mixed) + margin - lost;
      if (now <= most) continue;
      most = now;
      best = choice;
    }
    return best;
  }

  void take_heads_content(const CueRoles& found, std::vector<Range> content, Draft& draft) const {
    for (const Range piece : draft.content) {  // what the heads could not see
      if (piece.begin >= found.window.end) content.push_back(piece);
    }
    draft.content = std::move(content);
    extend(draft.content, found.window.end);
    // "|declined to comment on| the plan": who leaves "to comment on" out of the content has it in the cue.
    const bool longer = found.cue.begin <= draft.cue.begin && draft.cue.end < found.cue.end;
    if (longer && r_.is(draft.cue.end, kToWord | kPreposition)) draft.cue.end = found.cue.end;
  }

  // Heads and rule agree on the cue. `likely`: what the heads found.
  void merge(const CueRoles& found, Spans spans, double likely, Draft& draft) {
    const std::vector<Range> later = take_later_quotations(draft);
    if (is_direct(r_, draft)) spans.content = with_rules_quotations(std::move(spans.content), draft);
    const Choice rules = choose(found, spans, draft);
    if (!rules.content) take_heads_content(found, std::move(spans.content), draft);
    for (const Range piece : later) {
      if (draft.content.back().end <= piece.begin) draft.content.push_back(piece);
    }
    if (!rules.source) draft.source = spans.source;
    draft.confidence = 1 - kDoubtLeft * (1 - draft.rule->confidence);
    if (!rules.source && !rules.content) {
      draft.rule = &rule(kHeads);
      draft.confidence = static_cast<float>(share_right(likely));
    }
    out_.push_back(std::move(draft));
  }

  // A quotation that runs on where the window ends belongs to the content to its own end.
  void extend(std::vector<Range>& content, Index window_end) const {
    const Index last = content.back().end - 1;
    if (!r_.quoted(last)) return;
    for (const Range& piece : r_.pieces(r_[last].quote)) {
      if (piece.contains(last) && content.back().end == window_end) content.back().end = piece.end;
      else if (piece.begin >= window_end && piece.begin > last) content.push_back(piece);
    }
  }

  // A signature or a turn is told by its line and marks, which the heads hardly see; of headlines they know nothing.
  bool by_layout(const Draft& draft) const {
    const bool tail = draft.rule == &rule(kParenthetical) || draft.rule == &rule(kQuoteInverted);
    if (tail && draft.sentence == 0 && !r_.stop(r_.sentence(0).tokens.end - 1)) return true;
    return draft.rule == &rule(kSignature) || draft.rule == &rule(kTurn) || draft.rule == &rule(kHeadlineTail);
  }

  bool nested(const Draft& draft, std::size_t joined) const {
    for (std::size_t k = 0; k < joined; ++k) {
      if (inside_any(draft.cue, out_[k].content)) return true;
    }
    return false;
  }

  const Reading& r_;
  std::vector<Draft> rules_;
  Spoken spoken_;
  std::vector<std::size_t> by_cue_;
  std::size_t next_ = 0;
  std::vector<bool> used_;
  std::set<Index> cited_;  // first tokens of their cues
  std::vector<Draft> out_;
};

}  // namespace

std::vector<Draft> join_drafts(const Reading& reading, std::vector<Draft> by_rules,
                               const std::vector<CueRoles>& found,
                               const std::function<double(Range)>& cue_probability) {
  Joiner joiner(reading, std::move(by_rules));
  for (const CueRoles& one : found) joiner.take(one);
  joiner.keep_rules(cue_probability);
  return std::move(joiner).finish();
}

}  // namespace onrecord::statements
