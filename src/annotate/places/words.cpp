// SPDX-License-Identifier: Apache-2.0
#include "annotate/places/words.h"

#include <unordered_map>

namespace onrecord::places {
namespace {

struct Row {
  std::uint32_t bits;
  std::string_view words;  // with blanks between
};

constexpr Row kRows[] = {
    {kIn, "in within inside"},
    {kNear,
     "near outside around across throughout into onto downtown via visit visited visiting toward towards between "
     "beyond midtown uptown nearby neighboring neighbouring surrounding mainland left leaving invaded entered"},
    {kFrom, "from"},
    {kTo, "to through"},
    {kAt, "at on"},
    {kOf, "of"},
    {kBy, "by with for against that as than like including said told"},
    {kDirection,
     "north south east west northern southern eastern western northeast northwest southeast southwest northeastern "
     "northwestern southeastern southwestern central upper lower rural metro metropolitan greater suburban inner "
     "outer "
     "historic old new"},
    {kSettlement,
     "city town village township borough county state province capital port suburb community municipality "
     "mayor governor residents island region district republic kingdom outskirts streets area people government "
     "north south east west university"},
    {kStreetWord,
     "street streets avenue avenues road roads drive boulevard lane parkway st. ave. rd. dr. blvd. ln. pike turnpike "
     "expressway "
     "freeway trafficway bypass st ave rd blvd prospekt pkwy. hwy. circle terrace"},
    {kRoadWord, "highway route interstate hwy hwy. us fm cr county state road"},
    {kLandmarkEnd,
     "river creek lake valley bay mountain mountains island islands forest wilderness peninsula desert reservoir "
     "canyon "
     "airport stadium hills beach falls harbor harbour pond gorge strait sea ocean gulf basin plateau bridge refuge "
     "preserve tunnel dam marsh glacier park village heights square mall subdivision township parish borough"},
    {kLandmarkStart, "lake mount mt. fort ft. cape camp port loch ben isle"},
    {kCountyWord, "county parish township borough"},
    {kOffice,
     "police city state department mayor high fire community sheriff sheriff’s sheriff's public district school "
     "board "
     "national circuit council town army senior regional international volunteer foreign court medical jail area "
     "chamber superior environmental central detention arts health republican democratic attorney junior fair "
     "governor "
     "gov. courthouse water municipal middle electric commissioners civic memorial parks adult interior common "
     "coroner "
     "village genealogy hospital museum food university general film metropolitan coast commission judicial citizens "
     "recreation marina historical veterans clerk emergency bureau convention elementary education college county "
     "minister ministry president parliament supreme federal government airport authority housing schools library "
     "center centre planning zoning economic housing road highway downtown township university's rotary senate house "
     "garden humane first united baptist church catholic chief secretary prime agriculture election"},
    {kOutletWord,
     "herald times post news tribune gazette daily journal star observer register chronicle mercury mail "
     "telegram review courier independent zoo airlines airways republican democrat sentinel dispatch sun "
     "world magazine press enquirer examiner"},
    {kSaid,
     "said says told added asked thinks thought explained noted wrote recalled laughed replied continued "
     "pleaded testified smiled agreed joked who whose he she"},
    {kPeople,
     "resident residents native natives area man woman men women couple family officials police-officer mayor "
     "firefighters lawmakers suburb suburbs region-wide teen teenager businessman officer officers residents' police "
     "city council school schools region neighborhood neighbourhood based-in"},
    {kPersonTitle,
     "mr. mrs. ms. mr mrs ms dr. dr miss sir judge justice sgt. lt. capt. cpl. pfc. pvt. col. maj. gen. officer "
     "detective deputy sheriff trooper chief rep. sen. gov. reps. sens. congressman congresswoman senator "
     "representative "
     "governor coach rev. father sister brother pastor bishop professor prof. president secretary minister mayor "
     "councilman councilwoman commissioner superintendent principal attorney supervisor chancellor prince princess "
     "king "
     "queen lord lady saint st. det. cmdr. adm. ambassador spokesman spokeswoman director manager author singer "
     "actor "
     "actress star pitcher quarterback guard forward"},
    {kAnd, "and or & /"},
    {kEveryday,
     "reading mobile nice bath hull sale battle deal rugby cork split bend normal independence commerce hope liberty "
     "union "
     "sandwich march wells diss eye ware barking hove ham rye ash hay bell bury cheddar poole pole wigan crook "
     "orange "
     "buffalo phoenix eureka surprise enterprise defiance providence concord freedom justice harmony paradise temple "
     "police sheriff marshall lincoln pioneer eagle eagles bears bulls lions tigers falcon falcons star delta angel "
     "angels trinity victory success progress universal superior supreme emerald metro moss stone berry price "
     "chance"},
};

using Classes = std::unordered_map<std::string_view, std::uint32_t>;

Classes all_classes() {
  Classes classes;
  for (const Row& row : kRows) {
    for (std::size_t at = 0; at < row.words.size();) {
      const std::size_t end = std::min(row.words.find(' ', at), row.words.size());
      classes[row.words.substr(at, end - at)] |= row.bits;
      at = end + 1;
    }
  }
  return classes;
}

}  // namespace

std::uint32_t classes_of(std::string_view lower_word) {
  static const Classes kClasses = all_classes();
  const auto found = kClasses.find(lower_word);
  return found == kClasses.end() ? 0 : found->second;
}

}  // namespace onrecord::places
