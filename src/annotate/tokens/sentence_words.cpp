// SPDX-License-Identifier: Apache-2.0
#include "annotate/tokens/sentence_words.h"

#include "annotate/tokens/word_set.h"

namespace onrecord::tokens {
namespace {

constexpr auto kStarters = std::to_array<std::string_view>(
    {"a",      "after", "all",       "also",  "although", "an",    "another", "as",    "at",   "because",
     "before", "both",  "but",       "by",    "during",   "each",  "even",    "for",   "from", "he",
     "her",    "here",  "his",       "how",   "however",  "i",     "if",      "in",    "it",   "its",
     "last",   "many",  "meanwhile", "more",  "most",     "my",    "no",      "not",   "now",  "on",
     "one",    "our",   "she",       "since", "so",       "some",  "such",    "that",  "the",  "their",
     "then",   "there", "these",     "they",  "this",     "those", "under",   "until", "we",   "what",
     "when",   "where", "whether",   "while", "why",      "with",  "yet",     "you",   "your"});

constexpr auto kSpeechVerbs = std::to_array<std::string_view>(
    {"added",     "adds",     "announced", "answered",  "argued",   "ask",       "asked",    "asks",    "called",
     "continued", "cried",    "demanded",  "exclaimed", "inquired", "insisted",  "joked",    "laughed", "muttered",
     "noted",     "observed", "quipped",   "replied",   "reply",    "responded", "said",     "say",     "says",
     "screamed",  "shouted",  "thought",   "told",      "tweeted",  "whispered", "wondered", "wrote",   "yelled"});

constexpr auto kUnfinished = std::to_array<std::string_view>(
    {"a",    "an",  "and",   "are",  "as",  "at",   "be",    "but",   "by",   "for",  "from", "had",  "has",
     "have", "if",  "in",    "into", "is",  "its",  "nor",   "of",    "on",   "or",   "our",  "said", "than",
     "that", "the", "their", "to",   "was", "were", "which", "while", "will", "with", "would"});

static_assert(is_sorted(kUnfinished) && is_sorted(kStarters) && is_sorted(kSpeechVerbs));

}  // namespace

bool starts_sentences(std::string_view lower_word) { return holds(kStarters, lower_word); }

bool is_speech_verb(std::string_view lower_word) { return holds(kSpeechVerbs, lower_word); }

bool needs_a_word_after(std::string_view lower_word) { return holds(kUnfinished, lower_word); }

}  // namespace onrecord::tokens
