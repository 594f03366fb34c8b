// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/bounds.h"

namespace onrecord::figures {
namespace {

using enum Bound;

struct Phrase {
  std::string_view text;
  Bound bound;
};

// Longer phrases before those they end with.
constexpr Phrase kBefore[] = {
    {"no more than", AtMost},
    {"not more than", AtMost},
    {"no greater than", AtMost},
    {"as many as", AtMost},
    {"as much as", AtMost},
    {"up to", AtMost},
    {"at most", AtMost},
    {"a maximum of", AtMost},
    {"maximum of", AtMost},
    {"at the most", AtMost},
    {"no higher than", AtMost},
    {"as high as", AtMost},
    {"no fewer than", AtLeast},
    {"not less than", AtLeast},
    {"no less than", AtLeast},
    {"at least", AtLeast},
    {"a minimum of", AtLeast},
    {"minimum of", AtLeast},
    {"not fewer than", AtLeast},
    {"as few as", AtLeast},
    {"upwards of", MoreThan},
    {"in excess of", MoreThan},
    {"north of", MoreThan},
    {"more than", MoreThan},
    {"greater than", MoreThan},
    {"higher than", MoreThan},
    {"longer than", MoreThan},
    {"larger than", MoreThan},
    {"bigger than", MoreThan},
    {"over", MoreThan},
    {"above", MoreThan},
    {"exceeding", MoreThan},
    {"exceeds", MoreThan},
    {"exceeded", MoreThan},
    {"exceed", MoreThan},
    {"beyond", MoreThan},
    {"topping", MoreThan},
    {"topped", MoreThan},
    {"surpassed", MoreThan},
    {"fewer than", LessThan},
    {"less than", LessThan},
    {"lower than", LessThan},
    {"smaller than", LessThan},
    {"shorter than", LessThan},
    {"under", LessThan},
    {"below", LessThan},
    {"shy of", LessThan},
    {"short of", LessThan},
    {"about", About},
    {"around", About},
    {"roughly", About},
    {"approximately", About},
    {"nearly", About},
    {"almost", About},
    {"an estimated", About},
    {"estimated", About},
    {"some", About},
    {"close to", About},
    {"circa", About},
    {"approx.", About},
    {"approx", About},
    {"in the region of", About},
    {"on the order of", About},
    {"something like", About},
    {"or so", About},
    {"virtually", About},
    {"near", About},
    {"~", About},
    {"≈", About},
    {">=", AtLeast},
    {"≥", AtLeast},
    {"<=", AtMost},
    {"≤", AtMost},
    {">", MoreThan},
    {"<", LessThan},
};

constexpr Phrase kAfter[] = {
    {"or more", AtLeast}, {"or greater", AtLeast}, {"or higher", AtLeast}, {"and up", AtLeast},
    {"or over", AtLeast}, {"or above", AtLeast},   {"and above", AtLeast}, {"and over", AtLeast},
    {"or fewer", AtMost}, {"or less", AtMost},     {"or under", AtMost},   {"or lower", AtMost},
    {"or so", About},     {"at most", AtMost},     {"at least", AtLeast},  {"plus", AtLeast}};

bool ends_before(const Reader& r, At end, std::string_view phrase) {
  const At size = static_cast<At>(phrase.size());
  if (end < size || r.low().substr(end - size, size) != phrase) return false;
  return !ascii_lower(phrase[0]) || !r.letter_before(end - size);
}

// "handing over two prisoners", "took over 3 firms".
bool hands_over(const Reader& r, At over) {
  const std::string_view verb = r.previous_word(over);
  static constexpr std::string_view kVerbs[] = {
      "hand",    "handing", "handed", "hands", "take", "took",   "taking", "taken",   "takes",   "turn",
      "turning", "turned",  "won",    "win",   "pass", "passed", "hang",   "hanging", "victory", "triumph"};
  for (const std::string_view known : kVerbs) {
    if (verb == known) return true;
  }
  return false;
}

// "15 cents plus a special dividend", "$3m plus costs": what stands behind "plus" comes on top.
bool adds(const Reader& r, At end) {
  const At at = r.skip_blanks(end);
  const char c = r.at(at);
  if (r.digit_at(at) || c == '$' || static_cast<unsigned char>(c) >= 0x80) return true;
  static constexpr std::string_view kAdded[] = {
      "a",     "an",  "the",      "its",     "their", "his", "her",   "any",   "some", "another", "interest",
      "costs", "tax", "expenses", "bonuses", "one",   "two", "three", "other", "vat",  "fees",    "benefits"};
  const std::string_view word = r.word(at);
  for (const std::string_view known : kAdded) {
    if (word == known) return true;
  }
  return false;
}

// Words that may stand between a bound and its number: "at least another 20", "about a further 5".
bool stands_between(std::string_view word) {
  return word == "another" || word == "the" || word == "a" || word == "an" || word == "further" ||
         word == "additional" || word == "only" || word == "just";
}

}  // namespace

std::optional<Bound> bound_before(const Reader& r, At begin, bool duration) {
  At end = r.skip_blanks_back(begin, true);
  if (duration && r.word_before(end) == "within") return AtMost;
  for (int step = 0; step < 3; ++step) {
    for (const Phrase& phrase : kBefore) {
      if (!ends_before(r, end, phrase.text)) continue;
      // "under a 55-day pact": behind an article these are prepositions of place or rule.
      const bool place =
          phrase.text == "under" || phrase.text == "over" || phrase.text == "above" || phrase.text == "below";
      if (place && step > 0) return std::nullopt;
      if (phrase.text == "over" && hands_over(r, end - 4)) return std::nullopt;
      if (duration && phrase.text == "over") {
        const std::string_view ahead = r.previous_word(end - 4);
        if (ahead != "for" && ahead != "well" && ahead != "just" && ahead != "is" && ahead != "was")
          return std::nullopt;
      }
      return phrase.bound;
    }
    const std::string_view word = r.word_before(end);
    if (!stands_between(word)) break;
    end = r.skip_blanks_back(r.begin_of(word));
  }
  return std::nullopt;
}

std::optional<Bound> bound_after(const Reader& r, At end) {
  if (r.at(end) == '+' && !r.digit_at(end + 1)) return AtLeast;
  if (r.at(end) == '-' && r.starts_word(end + 1, "plus")) return AtLeast;  // "$50m-plus"
  const At at = r.skip_blanks(end);
  const char c = r.at(at);
  if (c != 'o' && c != 'a' && c != 'p') return std::nullopt;
  for (const Phrase& phrase : kAfter) {
    if (!r.starts_word(at, phrase.text)) continue;
    return phrase.text == "plus" && adds(r, at + 4) ? std::nullopt : std::optional(phrase.bound);
  }
  return std::nullopt;
}

}  // namespace onrecord::figures
