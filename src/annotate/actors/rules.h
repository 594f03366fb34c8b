// SPDX-License-Identifier: Apache-2.0
// The rules of actors, by what told country and sector.
#pragma once

#include "onrecord/rules.h"

namespace onrecord::actors {

enum RuleId { kOffice, kFormer, kOrganisation, kCountry, kSeat, kWord, kRole, kPlace, kDateline };

const Rule& rule(RuleId id);

}  // namespace onrecord::actors
