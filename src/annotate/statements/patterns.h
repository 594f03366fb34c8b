// SPDX-License-Identifier: Apache-2.0
// The patterns by which statements are found, each in a file of its own. Each adds a draft and returns true, or
// returns false and adds nothing.
#pragma once

#include "annotate/statements/draft.h"

namespace onrecord::statements {

// Where a cue stands and what is known so far.
struct Place {
  const Reading& reading;
  Index sentence;
  Range body;                  // of the sentence
  Index paragraph_begin;       // first token
  std::vector<Draft>& drafts;  // of the article so far
};

// "…," she said. "…," said X. X said: "…"
bool direct_speech(const Place& place, const VerbGroup& group, Range subject, const Right& right);

// X fired back: "…" - a predicate that is no known cue, a colon and a quotation.
bool colon_speech(const Place& place, Index colon);

// The plan, she said, was old.
bool parenthetical(const Place& place, const VerbGroup& group, Range subject, const Right& right);

// The plan was old, said the mayor.
bool inverted(const Place& place, const VerbGroup& group);

// X said that …, promised to …, told Y that …, praised Z
bool indirect_speech(const Place& place, const VerbGroup& group, Range subject, const Right& right);

// X closed it, saying that …
bool participle_speech(const Place& place, const VerbGroup& group, const Right& right);

// It is said that …; X is expected to …
bool passive_speech(const Place& place, const VerbGroup& group, Range subject, const Right& right);

// The plan was rejected by X.
bool passive_by(const Place& place, const VerbGroup& group, Range subject, const Right& right);

// According to X, …
bool according_to(const Place& place, Index t);

// A headline "Pohl: bridge will open"; "the bridge will reportedly open".
bool headline(const Place& place);
bool headline_tail(const Place& place);  // "Bridge will open in May: officials"
bool reportedly(const Place& place, Index t);

// “The bridge is unsafe.” — Ana Pohl
bool signature(const Place& place, Index dash);

// An interview: paragraphs that begin with who speaks, "POHL: The dam is old."
void find_turns(const Reading& reading, std::vector<Draft>& drafts);
bool is_turn(const Rule* rule);

// Turns "…, citing two officials" into a statement of the officials, told by whoever cites them.
void resolve_citing(const Reading& reading, std::vector<Draft>& drafts);

// Adds the quotations that go on after direct speech without a cue of their own.
void continue_speech(const Reading& reading, std::vector<Draft>& drafts);

// A draft with what all patterns share.
Draft make_draft(const Place& place, const VerbGroup& group, const Right& right);

}  // namespace onrecord::statements
