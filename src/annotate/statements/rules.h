// SPDX-License-Identifier: Apache-2.0
// The rules of statements, one per pattern.
#pragma once

#include "onrecord/rules.h"

namespace onrecord::statements {

enum RuleId {
  kQuoteBefore,
  kQuoteInverted,
  kQuoteAfter,
  kThatRule,
  kBareClause,
  kParenthetical,
  kNounObject,
  kInfinitiveRule,
  kWhetherRule,
  kHearer,
  kOrderRule,
  kPrepositionRule,
  kAccordingTo,
  kPassiveRule,
  kParticiple,
  kColon,
  kHeadline,
  kReportedly,
  kPassiveBy,
  kColonQuote,
  kSignature,
  kTurn,
  kHeadlineTail,
  kHeads,  // the language model's, no rule of the table
};

const Rule& rule(RuleId id);

}  // namespace onrecord::statements
