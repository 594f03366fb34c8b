// SPDX-License-Identifier: Apache-2.0
#include "annotate/finders.h"

namespace onrecord {

Figures find_figures(const Text&, const Tokens&, const Sentences&, const Times&) { return {}; }
Rules figure_rules() { return {}; }

}  // namespace onrecord
