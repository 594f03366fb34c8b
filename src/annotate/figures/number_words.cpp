// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/number_words.h"

#include <algorithm>
#include <array>

namespace onrecord::figures {
namespace {

using enum WordKind;

// Sorted by text.
constexpr NumberWord kWords[] = {
    {"billion", Magnitude, 1e9},
    {"billions", Plural, 1e9},
    {"bln", Magnitude, 1e9},
    {"bn", Magnitude, 1e9},
    {"crore", Magnitude, 1e7},
    {"crores", Magnitude, 1e7},
    {"dozen", Dozen, 12},
    {"dozens", Plural, 12},
    {"eight", Small, 8},
    {"eighteen", Small, 18},
    {"eighteenth", Ordinal, 18},
    {"eighth", Ordinal, 8},
    {"eightieth", Ordinal, 80},
    {"eighty", Ten, 80},
    {"eleven", Small, 11},
    {"eleventh", Ordinal, 11},
    {"fifteen", Small, 15},
    {"fifteenth", Ordinal, 15},
    {"fifth", Ordinal, 5},
    {"fiftieth", Ordinal, 50},
    {"fifty", Ten, 50},
    {"first", Ordinal, 1},
    {"five", Small, 5},
    {"fortieth", Ordinal, 40},
    {"forty", Ten, 40},
    {"four", Small, 4},
    {"fourteen", Small, 14},
    {"fourteenth", Ordinal, 14},
    {"fourth", Ordinal, 4},
    {"half", Part, 2},
    {"hundred", Hundred, 100},
    {"hundreds", Plural, 100},
    {"hundredth", Ordinal, 100},
    {"lakh", Magnitude, 1e5},
    {"lakhs", Magnitude, 1e5},
    {"mil", Magnitude, 1e6},
    {"million", Magnitude, 1e6},
    {"millions", Plural, 1e6},
    {"millionth", Ordinal, 1e6},
    {"mln", Magnitude, 1e6},
    {"mn", Magnitude, 1e6},
    {"nine", Small, 9},
    {"nineteen", Small, 19},
    {"nineteenth", Ordinal, 19},
    {"ninetieth", Ordinal, 90},
    {"ninety", Ten, 90},
    {"ninth", Ordinal, 9},
    {"one", Small, 1},
    {"quadrillion", Magnitude, 1e15},
    {"quarter", Part, 4},
    {"quarters", Part, 4},
    {"scores", Plural, 20},
    {"second", Ordinal, 2},
    {"seven", Small, 7},
    {"seventeen", Small, 17},
    {"seventeenth", Ordinal, 17},
    {"seventh", Ordinal, 7},
    {"seventieth", Ordinal, 70},
    {"seventy", Ten, 70},
    {"six", Small, 6},
    {"sixteen", Small, 16},
    {"sixteenth", Ordinal, 16},
    {"sixth", Ordinal, 6},
    {"sixtieth", Ordinal, 60},
    {"sixty", Ten, 60},
    {"ten", Small, 10},
    {"tens", Plural, 10},
    {"tenth", Ordinal, 10},
    {"third", Ordinal, 3},
    {"thirteen", Small, 13},
    {"thirteenth", Ordinal, 13},
    {"thirtieth", Ordinal, 30},
    {"thirty", Ten, 30},
    {"thousand", Magnitude, 1e3},
    {"thousands", Plural, 1e3},
    {"thousandth", Ordinal, 1e3},
    {"three", Small, 3},
    {"tln", Magnitude, 1e12},
    {"tn", Magnitude, 1e12},
    {"trillion", Magnitude, 1e12},
    {"trillions", Plural, 1e12},
    {"trn", Magnitude, 1e12},
    {"twelfth", Ordinal, 12},
    {"twelve", Small, 12},
    {"twentieth", Ordinal, 20},
    {"twenty", Ten, 20},
    {"two", Small, 2},
    {"zero", Small, 0},
};

constexpr bool before(const NumberWord& a, const NumberWord& b) { return a.text < b.text; }
static_assert(std::is_sorted(std::begin(kWords), std::end(kWords), before));

// Which lengths the words with a first letter have: most words of a text fall here, before any comparison.
constexpr std::array<std::uint32_t, 26> lengths_by_letter() {
  std::array<std::uint32_t, 26> lengths{};
  for (const NumberWord& word : kWords)
    lengths[static_cast<std::size_t>(word.text[0] - 'a')] |= 1U << word.text.size();
  return lengths;
}
constexpr auto kLengths = lengths_by_letter();

}  // namespace

const NumberWord* number_word(std::string_view word) {
  if (word.size() < 2 || word.size() > 12 || word[0] < 'a' || word[0] > 'z') return nullptr;
  if ((kLengths[static_cast<std::size_t>(word[0] - 'a')] >> word.size() & 1U) == 0) return nullptr;
  const auto* found = std::lower_bound(std::begin(kWords), std::end(kWords), NumberWord{word, Small, 0}, before);
  return found != std::end(kWords) && found->text == word ? found : nullptr;
}

double fraction_word(std::string_view word, bool& plural) {
  plural = false;
  if (word == "halves") {
    plural = true;
    return 2;
  }
  plural = word.ends_with('s');
  const NumberWord* found = number_word(plural ? word.substr(0, word.size() - 1) : word);
  if (found == nullptr) return 0;
  const bool part = found->kind == Part || (found->kind == Ordinal && found->value > 2);
  return part ? found->value : 0;
}

}  // namespace onrecord::figures
