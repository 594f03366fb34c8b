// SPDX-License-Identifier: Apache-2.0
#include "annotate/names/lexicon.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "annotate/names/common_words.h"
#include "annotate/names/given_names.h"
#include "annotate/names/thing_words.h"
#include "annotate/names/title_words.h"

namespace onrecord::names {
namespace {

using Classes = std::unordered_map<std::string_view, std::uint32_t>;

template <std::size_t N>
void add(Classes& classes, const std::string_view (&words)[N], std::uint32_t bits) {
  for (const std::string_view word : words) classes[word] |= bits;
}

Classes all_classes() {
  Classes classes;
  add(classes, kTitleHeads, kTitleHead);
  add(classes, kTitleModifiers, kTitleModifier);
  add(classes, kHonorifics, kHonorific);
  add(classes, kMaleTitles, kMaleTitle);
  add(classes, kFemaleTitles, kFemaleTitle);
  add(classes, kGivenMaleNames, kGivenMale);
  add(classes, kGivenFemaleNames, kGivenFemale);
  add(classes, kOrgHeads, kOrgHead);
  add(classes, kCompanySuffixes, kCompanySuffix);
  add(classes, kCalendarWords, kCalendar);
  add(classes, kConnectors, kConnector);
  add(classes, kOfHeads, kOfHead);
  add(classes, kOutlets, kOutlet);
  add(classes, kNationalities, kNationality);
  add(classes, kPlaceNames, kPlaceName);
  add(classes, kCommonWords, kCommon);
  return classes;
}

constexpr std::string_view kOutletNames[] = {"abc news",
                                             "agence france-presse",
                                             "al arabiya",
                                             "al jazeera",
                                             "associated press",
                                             "bbc news",
                                             "bbc",
                                             "boston globe",
                                             "business insider",
                                             "cbs news",
                                             "chicago tribune",
                                             "daily beast",
                                             "daily mail",
                                             "daily telegraph",
                                             "der spiegel",
                                             "deutsche welle",
                                             "financial times",
                                             "fox business",
                                             "fox news",
                                             "kyiv independent",
                                             "kyiv post",
                                             "la stampa",
                                             "le figaro",
                                             "le monde",
                                             "los angeles times",
                                             "moscow times",
                                             "national review",
                                             "nbc news",
                                             "new york magazine",
                                             "new york post",
                                             "new york times",
                                             "radio free europe",
                                             "russia today",
                                             "saudi press agency",
                                             "sky news",
                                             "sky sports",
                                             "sunday times",
                                             "the guardian",
                                             "the hill",
                                             "the times",
                                             "the sun",
                                             "usa today",
                                             "vanity fair",
                                             "voice of america",
                                             "wall street journal",
                                             "washington post",
                                             "washington times"};

}  // namespace

std::uint32_t classes_of(std::string_view lower_word) {
  static const Classes kClasses = all_classes();
  auto found = kClasses.find(lower_word);
  if (found == kClasses.end() && lower_word.size() > 2 && lower_word.back() == '.') {  // "sen."
    found = kClasses.find(lower_word.substr(0, lower_word.size() - 1));
  }
  return found == kClasses.end() ? 0 : found->second;
}

bool is_outlet(std::string_view lower_name) {
  if (lower_name.starts_with("the ")) {
    if (std::find(std::begin(kOutletNames), std::end(kOutletNames), lower_name) != std::end(kOutletNames))
      return true;
    lower_name.remove_prefix(4);
  }
  if ((classes_of(lower_name) & kOutlet) != 0) return true;
  return std::find(std::begin(kOutletNames), std::end(kOutletNames), lower_name) != std::end(kOutletNames);
}

}  // namespace onrecord::names
