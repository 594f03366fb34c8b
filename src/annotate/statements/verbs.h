// SPDX-License-Identifier: Apache-2.0
// Cue verbs in place: which words belong to the verb group, whether it is a verb at all, what follows it.
#pragma once

#include "annotate/statements/draft.h"

namespace onrecord::statements {

// The verb group of the cue at `verb`; not before `floor`.
VerbGroup verb_group(const Reading& reading, Index verb, Index floor);

// What a cue asserts when its own words deny it: who "did not confirm" or "would not say" confirms and says nothing,
// while who "does not believe" thinks all the same.
Force force_in_place(const Reading& reading, Range cue, Force force);

// Whether a form that may be a noun ("claims", "report") is a verb after this subject.
bool is_verb_after(const Reading& reading, const VerbGroup& group, Range subject);

// "a statement issued by the board", "a group called Northern Light": a participle after a noun, not a verb.
bool reduced_participle(const Reading& reading, const VerbGroup& group, Range subject, Range body);

// What follows the cue within the sentence's body.
Right read_right(const Reading& reading, const VerbGroup& group, Range body);

}  // namespace onrecord::statements
