// SPDX-License-Identifier: Apache-2.0
// How much each thing counts in resolve(): natural log-odds, tuned on the development sets (docs/places.md).
#pragma once

#include <cstdint>

namespace onrecord::places {

// The place itself.
inline constexpr double kPerPeople = 0.7;  // for ten times as many people
inline constexpr double kOtherNameBonus = -2.2;
inline constexpr double kCountryBonus = 2.0;
inline constexpr double kRegionBonus = 6.0;
inline constexpr double kStateBonus = 3.3;
inline constexpr double kDivisionBonus = -0.75;
inline constexpr double kCountyBonus = -0.75;
inline constexpr double kCapitalBonus = 1.0;
inline constexpr double kSharedStateBonus = -1.0;  // of a state that a capital is called like: Washington
inline constexpr double kFamousBonus = 2.5;        // of a city of that many people in news of the world
inline constexpr std::uint32_t kFamousPeople = 300000;
inline constexpr double kDatelineBonus = 2.5;    // of such a city in a dateline without its state
inline constexpr double kRegionWordBonus = 5.0;  // of a first-level division before "region", "province"
inline constexpr double kNationWordBonus = 5.0;  // of a country whose foreign minister or army is spoken of
inline constexpr double kUnknownBonus = -2.0;    // a place without an id

// Names joined by a comma.
inline constexpr double kContainerBonus = 8.0;
inline constexpr double kHeldBonus = 4.0;

// The other places of the article.
inline constexpr double kStateContext = 1.3;    // its division is named
inline constexpr double kCountryContext = 1.8;  // its country is named, or people of it
inline constexpr double kSameCountryShare = 0.45;
inline constexpr double kNearContext = 3.4, kMostNear = 1.0, kNearKm = 150;
inline constexpr double kWithinContext = 1.2, kMostWithin = 2.0;  // others lie in it
inline constexpr double kCountyContext = 1.5;  // it lies in a county of the article, or holds one's town
inline constexpr double kHomeContext = 1.5;    // share of the other places that lie in its division
inline constexpr double kShareExponent = 0.5;  // how much an unsure reading of another name counts

}  // namespace onrecord::places
