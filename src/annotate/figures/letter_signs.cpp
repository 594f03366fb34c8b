// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/letter_signs.h"

#include <algorithm>

namespace onrecord::figures {
namespace {

struct LetterSign {
  std::string_view sign, code, noun;
  std::string_view countries;  // words of the article, "|" between them, that tell whose it is; empty: none needed
};

// Signs with more than one country stand once for each.
constexpr LetterSign kLetterSigns[] = {
    {"N", "NGN", "naira", "nigeria|nigerian|naira|lagos|abuja"},
    {"R", "ZAR", "rand", "south africa|south african|rand|johannesburg|pretoria|cape town"},
    {"K", "ZMW", "kwacha", "zambia|zambian|lusaka"},
    {"K", "MWK", "kwacha", "malawi|malawian|lilongwe"},
    {"K", "PGK", "kina", "papua new guinea|png|port moresby"},
    {"P", "PHP", "peso", "philippines|philippine|filipino|manila"},
    {"P", "BWP", "pula", "botswana|gaborone"},
    {"W", "KRW", "won", "south korea|south korean|korean|seoul"},
    {"L", "HNL", "lempira", "honduras|honduran|tegucigalpa"},
    {"Q", "GTQ", "quetzal", "guatemala|guatemalan"},
    {"B", "THB", "baht", "thailand|thai|bangkok"},
    {"D", "GMD", "dalasi", "gambia|gambian|banjul"},
    {"E", "SZL", "lilangeni", "eswatini|swaziland|mbabane"},
    {"M", "LSL", "loti", "lesotho|maseru"},
    {"Y", "JPY", "yen", "japan|japanese|tokyo|yen"},
    {"SR", "SAR", "", ""},
    {"QR", "QAR", "", ""},
    {"KD", "KWD", "", ""},
    {"BD", "BHD", "", ""},
    {"JD", "JOD", "", ""},
    {"RO", "OMR", "", ""},
    {"LE", "EGP", "", ""},
    {"TL", "TRY", "", ""},
    {"LL", "LBP", "", ""},
    {"DM", "DEM", "", ""},
    {"Kz", "AOA", "", ""},
    {"Gs", "PYG", "", ""},
    {"Bs", "BOB", "boliviano", "bolivia|bolivian|la paz"},
    {"Bs", "VES", "bolivar", "venezuela|venezuelan|caracas"},
    {"Sh", "", "shilling", ""},
    {"Shs", "", "shilling", ""},
    {"CFA", "", "CFA franc", ""},
    {"FCFA", "", "CFA franc", ""},
};

bool search_one_of(const Reader& r, std::string_view words) {
  while (!words.empty()) {
    const std::size_t bar = std::min(words.find('|'), words.size());
    if (has_whole_word(r.low(), words.substr(0, bar))) return true;
    words.remove_prefix(std::min(bar + 1, words.size()));
  }
  return false;
}

// Whether the article has one of the words; looked for once.
bool names_one_of(const Reader& r, std::string_view words) {
  for (const auto& [known, named] : r.whole().named) {
    if (known == words) return named;
  }
  const bool named = search_one_of(r, words);
  r.whole().named.emplace_back(words, named);
  return named;
}

}  // namespace

bool written_as_sum(const Reader& r, At at) {
  if (!r.digit_at(at)) return false;
  bool grouped = false;
  At decimals = 0;
  while (r.digit_at(at) || ((r.at(at) == '.' || r.at(at) == ',' || r.at(at) == ' ') && r.digit_at(at + 1))) {
    const bool three = r.digit_at(at + 2) && r.digit_at(at + 3) && !r.digit_at(at + 4);
    if (r.at(at) == ' ' && !three) break;
    grouped = grouped || ((r.at(at) == ',' || r.at(at) == ' ') && three);
    decimals = r.at(at) == '.' ? at + 1 : decimals;
    ++at;
  }
  if (grouped || (decimals != 0 && at - decimals == 2)) return true;
  static constexpr std::string_view kScales[] = {"million", "billion", "trillion", "crore", "lakh", "bn", "mn",
                                                 "m",       "b",       "tn",       "trn",   "k",    "t"};
  const At next = r.skip_joint(at);
  const std::string_view word = r.word(next);
  const bool letter = word.size() == 1 && next != at;  // "N 5 m wide"
  return !letter && std::find(std::begin(kScales), std::end(kScales), word) != std::end(kScales);
}

std::optional<Money> letter_sign_before(const Reader& r, At number_begin) {
  const At end = r.skip_blanks_back(number_begin);
  const std::string_view word = r.word_before(end);
  if (word.empty() || word.size() > 4 || !r.capital_at(r.begin_of(word))) return std::nullopt;
  if (word.size() == 1 && end != number_begin) return std::nullopt;
  const std::string_view exact = r.all().substr(r.begin_of(word), word.size());
  std::optional<Money> found;
  for (const LetterSign& sign : kLetterSigns) {
    if (sign.sign != exact || !written_as_sum(r, number_begin)) continue;
    if (!sign.countries.empty() && !names_one_of(r, sign.countries)) continue;
    if (found) {  // two countries of the article write it so
      found->code = {};
      continue;
    }
    found.emplace();
    found->code = sign.code;
    found->noun = sign.noun;
    found->begin = r.begin_of(word);
  }
  return found;
}

}  // namespace onrecord::figures
