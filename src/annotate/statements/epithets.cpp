// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/epithets.h"

#include <algorithm>

#include "annotate/names/lexicon.h"

namespace onrecord::statements {
namespace {

// The digits of "the |54|-year-old"; empty for other phrases.
std::string_view age_in(const Reading& r, Range head) {
  if (head.size() < 2 || r.lower(head.begin) != "the") return {};
  const std::string_view word = r.lower(head.begin + 1);
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (digits == 0 || digits > 3) return {};
  const std::string_view rest = r.layers().text.lower(r.span({head.begin + 1, head.end})).substr(digits);
  return rest.starts_with("-year-old") ? word.substr(0, digits) : std::string_view();
}

// "Ana Pohl|, 54|", "Ana Pohl| (54|", "Ana Pohl|, aged 54|".
bool age_follows(const Reading& r, Index t, std::string_view age) {
  if (t + 1 >= r.size() || !(r.comma(t) || r.form(t) == "(")) return false;
  ++t;
  if ((r.lower(t) == "aged" || r.lower(t) == "age") && t + 1 < r.size()) ++t;
  return r.form(t) == age && (t + 1 >= r.size() || !r.word(t + 1));
}

}  // namespace

Index by_age(const Reading& r, Range head) {
  const std::string_view age = age_in(r, head);
  if (age.empty()) return kNone;
  Index found = kNone;
  for (const NameMention& mention : r.layers().names.mentions) {
    const bool told = age_follows(r, mention.tokens.end, age);
    if (!told || mention.chain == found) continue;
    if (found != kNone) return kNone;
    found = mention.chain;
  }
  return found;
}

bool one_national(const Reading& r, Range head) {
  if (head.size() != 2 || r.lower(head.begin) != "the") return false;
  const std::string_view word = r.lower(head.begin + 1);
  const bool many = word.ends_with("s") || word.ends_with("sh") || word.ends_with("ch") || word.ends_with("ese");
  return !many && (names::classes_of(word) & names::kNationality) != 0;
}

}  // namespace onrecord::statements
