// SPDX-License-Identifier: Apache-2.0
// How much each thing counts in resolve(): natural log-odds, tuned on the development sets (docs/places.md).
#pragma once

namespace onrecord::places {

inline constexpr double kPerPeople = 1.0;  // for ten times as many people
inline constexpr double kOtherNameBonus = -1.0;
inline constexpr double kCountryBonus = 3.0;
inline constexpr double kRegionBonus = 9.0;
inline constexpr double kStateBonus = 2.2;
inline constexpr double kDivisionBonus = -0.5;
inline constexpr double kCountyBonus = -0.5;
inline constexpr double kCapitalBonus = 0.8;
inline constexpr double kUnknownBonus = -0.5;  // a place without an id
inline constexpr double kContainerBonus = 8.0;
inline constexpr double kHeldBonus = 4.0;
inline constexpr double kStateContext = 2.0;
inline constexpr double kCountryContext = 1.2;
inline constexpr double kNearContext = 1.5, kMostNear = 1.5, kNearKm = 150;
inline constexpr double kWithinContext = 1.2, kMostWithin = 2.0;
inline constexpr double kSameCountryShare = 0.3;
inline constexpr double kCountyContext = 1.0;   // a county of the article holds it
inline constexpr double kHomeContext = 1.0;     // share of the other places that lie in its division
inline constexpr double kShareExponent = 0.5;

}  // namespace onrecord::places
