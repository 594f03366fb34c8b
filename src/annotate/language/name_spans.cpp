// SPDX-License-Identifier: Apache-2.0
#include "annotate/language/name_spans.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace onrecord {
namespace {

using Mark = NameLabel::Mark;
constexpr std::uint32_t kNoLabel = 0xFFFFFFFF;

void log_softmax(float* scores, std::size_t count) {
  const float most = *std::max_element(scores, scores + count);
  float total = 0;
  for (std::size_t k = 0; k < count; ++k) total += std::exp(scores[k] - most);
  const float norm = most + std::log(total);
  for (std::size_t k = 0; k < count; ++k) scores[k] -= norm;
}

// For each I label the B label of its type; kNoLabel for others, and for an I whose type has no B.
std::vector<std::uint32_t> begins_of(const std::vector<NameLabel>& labels) {
  std::vector<std::uint32_t> begins(labels.size(), kNoLabel);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i].mark != Mark::Inside) continue;
    for (std::uint32_t b = 0; b < labels.size(); ++b) {
      if (labels[b].mark == Mark::Begin && labels[b].type == labels[i].type) begins[i] = b;
    }
  }
  return begins;
}

// The labels of the words with the greatest product of probabilities.
std::vector<std::uint32_t> best_labels(const float* scores, std::size_t words, const std::vector<NameLabel>& labels) {
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  const std::size_t n = labels.size();
  const std::vector<std::uint32_t> begins = begins_of(labels);
  std::vector<float> sum(n, kNever), next(n);
  std::vector<std::uint32_t> from(words * n, 0);
  for (std::size_t w = 0; w < words; ++w) {
    const auto best = static_cast<std::uint32_t>(std::max_element(sum.begin(), sum.end()) - sum.begin());
    for (std::uint32_t k = 0; k < n; ++k) {
      std::uint32_t before = best;
      if (labels[k].mark == Mark::Inside) {
        before = begins[k] != kNoLabel && sum[begins[k]] > sum[k] ? begins[k] : k;
        next[k] = w == 0 ? kNever : sum[before] + scores[w * n + k];
      } else {
        next[k] = (w == 0 ? 0 : sum[before]) + scores[w * n + k];
      }
      from[w * n + k] = before;
    }
    std::swap(sum, next);
  }
  std::vector<std::uint32_t> path(words);
  auto label = static_cast<std::uint32_t>(std::max_element(sum.begin(), sum.end()) - sum.begin());
  for (std::size_t w = words; w-- > 0;) {
    path[w] = label;
    label = from[w * n + label];
  }
  return path;
}

bool in_list(std::string_view form, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), form) != list.end();
}

// "the Reform Party |of|", "|'s|", and the kind of a place in small letters: "the Reyle |district|".
bool no_last_word(std::string_view form, const std::string& type) {
  if (in_list(form, {"'s", "’s", "'", "’"})) return true;
  if (type == "WORK") return false;
  if (in_list(form, {"and", "at", "for", "in", "of", "or", "the", "to"})) return true;
  const bool place = type == "GPE" || type == "LOC";
  return place && in_list(form, {"area", "border", "coast", "district", "parish", "province", "region"});
}

// "ann.lee@example.org", "https://example.org/ann": the head sees "ann" in them.
bool is_address(std::string_view form) {
  const std::size_t at = form.find('@');
  return (at != std::string_view::npos && at > 0) || form.find("://") != std::string_view::npos ||
         form.starts_with("www.");
}

bool holds_address(Range name, const Text& text, const Tokens& tokens) {
  for (Index t = name.begin; t < name.end; ++t) {
    if (is_address(text.lower(tokens[t].span))) return true;
  }
  return false;
}

}  // namespace

std::vector<LabelSpan> decode_bio(float* scores, std::size_t words, const std::vector<NameLabel>& labels) {
  const std::size_t n = labels.size();
  for (std::size_t w = 0; w < words; ++w) log_softmax(scores + w * n, n);
  std::vector<LabelSpan> spans;
  if (words == 0) return spans;
  const std::vector<std::uint32_t> path = best_labels(scores, words, labels);
  for (Index w = 0; w < words; ++w) {
    const Mark mark = labels[path[w]].mark;
    if (mark == Mark::Outside) continue;
    const float probability = std::exp(scores[w * n + path[w]]);
    if (mark == Mark::Begin) spans.push_back({w, w + 1, path[w], probability});
    else
      spans.back() = {spans.back().begin, w + 1, spans.back().label, std::min(spans.back().probability, probability)};
  }
  return spans;
}

Range name_bounds(Range name, const std::string& type, Range sentence, const Text& text, const Tokens& tokens) {
  const auto form = [&](Index t) { return text.bytes(tokens[t].span); };
  const auto quote = [&](Index t) { return tokens[t].is(kOpensQuote) || tokens[t].is(kClosesQuote); };
  while (!name.empty() && (quote(name.begin) || text.lower(tokens[name.begin].span) == "the")) ++name.begin;
  while (!name.empty() && (quote(name.end - 1) || no_last_word(form(name.end - 1), type))) --name.end;
  const bool war = name.size() > 1 && name.end < sentence.end && form(name.end - 1) == "War";
  if (war && in_list(form(name.end), {"I", "II", "III"})) ++name.end;  // taken for the pronoun at times
  return name;
}

bool is_description(Range name, const Text& text, const Tokens& tokens, const Syntax& syntax) {
  bool pronouns = true, small = true, proper = true;
  for (Index t = name.begin; t < name.end; ++t) {
    const std::string_view form = text.bytes(tokens[t].span);
    const std::string& upos = syntax.upos(t);
    pronouns = pronouns && (upos == "PRON" || form == "I");
    small = small && text.lower(tokens[t].span) == form && !tokens[t].is(kHasDigit);
    proper = proper && upos == "PROPN";
  }
  return pronouns || (small && !proper);
}

NameSpans find_name_spans(const Text& text, const Tokens& tokens, const Sentences& sentences,
                          const WordVectors& vectors, const Syntax& syntax, const LanguageModel& model,
                          LanguageScratch& scratch) {
  NameSpans found;
  const std::vector<NameLabel>& labels = model.name_labels();
  for (const Sentence& sentence : sentences.rows) {
    const Range words = sentence.tokens;
    if (words.empty()) continue;
    model.heads().scores(nn::Heads::Label::Name, vectors.of(words.begin), words.size(), scratch.scores,
                         scratch.heads);
    for (const LabelSpan& span : decode_bio(scratch.scores.data(), words.size(), labels)) {
      const std::string& type = labels[span.label].type;
      const Range seen{words.begin + span.begin, words.begin + span.end};
      const Range name = name_bounds(seen, type, words, text, tokens);
      if (name.empty() || holds_address(name, text, tokens) || is_description(name, text, tokens, syntax)) continue;
      found.rows.push_back({name, type, span.probability});
    }
  }
  return found;
}

}  // namespace onrecord
