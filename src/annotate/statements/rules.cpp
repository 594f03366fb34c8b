// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/rules.h"

#include <iterator>

#include "annotate/finders.h"

namespace onrecord {
namespace {

constexpr Rule kRules[] = {
    {"statements.quote_before", 1, "A quotation, then its speaker and a cue.",
     "“The bridge will open in May,” the engineer said.", "The engineer liked the “old bridge” very much.", 0.95},
    {"statements.quote_inverted", 1, "A quotation, then a cue and its speaker.",
     "“The bridge will open in May,” said the engineer.", "The engineer said the bridge will open in May.", 0.87},
    {"statements.quote_after", 1, "A speaker and a cue, then a quotation.",
     "The engineer said: “The bridge will open in May.”", "The engineer crossed the “old bridge” in May.", 0.81},
    {"statements.that", 1, "A speaker and a cue, then a clause with “that”.",
     "The engineer warned that the bridge was unsafe.", "The engineer was sure of the bridge that was unsafe.", 0.85},
    {"statements.clause", 1, "A speaker and a cue, then a clause without “that”.",
     "The engineer said the bridge was unsafe.", "The engineer kept the bridge open.", 0.83},
    {"statements.parenthetical", 1, "A speaker and a cue set off by commas inside or after what is said.",
     "The bridge, the engineer said, was unsafe.", "The bridge, the engineer and the road were unsafe.", 0.91},
    {"statements.object", 1, "A speaker and a cue, then the thing spoken of.", "The engineer praised the new bridge.",
     "The engineer painted the new bridge.", 0.75},
    {"statements.infinitive", 1, "A speaker and a cue, then “to” and what is promised, refused or expected.",
     "The engineer promised to repair the bridge.", "The engineer managed to repair the bridge.", 0.59},
    {"statements.whether", 1, "A speaker and a cue, then a clause with “whether”, “how” or “why”.",
     "The engineer asked whether the bridge was safe.", "The engineer slept while the bridge was closed.", 0.8},
    {"statements.hearer", 1, "A speaker, “told” and a hearer, then what was said.",
     "The engineer told the council the bridge was unsafe.", "The engineer told jokes.", 0.8},
    {"statements.order", 1, "A speaker and a cue of asking, a hearer, then “to”.",
     "The engineer urged the council to close the bridge.", "The engineer helped the council to close the bridge.",
     0.73},
    {"statements.preposition", 1, "A speaker and a cue with its preposition: called for, spoke about.",
     "The engineer called for a new bridge.", "The engineer looked for a new bridge.", 0.72},
    {"statements.according_to", 1, "“According to” and a source, before or after what it says.",
     "According to the engineer, the bridge was unsafe.", "Prices vary according to size.", 0.82},
    {"statements.passive", 1, "Something is said or expected, and the text does not say by whom.",
     "The bridge is expected to open in May.", "The bridge is about to open in May.", 0.67},
    {"statements.participle", 1, "“saying”, “adding” and the like; the speaker is that of the clause before.",
     "The engineer closed the bridge, saying that it was unsafe.", "The engineer closed the bridge, leaving at once.",
     0.58},
    {"statements.colon", 1, "A cue and a colon, then words without quotation marks.",
     "The engineer added: we shall never open that bridge.", "The engineer had three bridges: all were unsafe.", 0.6},
    {"statements.headline", 1, "A headline that names a speaker before a colon.", "Pohl: bridge will open in May",
     "The old bridge: a history of the town", 0.65},
    {"statements.reportedly", 1, "“reportedly”: something is said, and the text does not say by whom.",
     "The bridge will reportedly open in May.", "The bridge will surely open in May.", 0.55},
    {"statements.passive_by", 1, "Something is praised, rejected or announced “by” a speaker.",
     "The plan was rejected by the engineer.", "The plan was rejected at once.", 0.54},
    {"statements.colon_quote", 1, "A person, words that are no known cue, a colon and a quotation.",
     "She lost her temper: “The bridge is unsafe, and you know it.”", "The sign was new: “Bridge closed.”", 0.84},
    {"statements.signature", 1, "A quotation on a line of its own, then a dash and the name of who said it.",
     "“The bridge is unsafe, and they know it.” — Ana Pohl", "“The bridge is unsafe” — Ana Pohl never tires of it.",
     0.9},
    {"statements.turn", 1, "In an interview, a paragraph that begins with who speaks and a colon.",
     "An interview.\n\nPOHL: The dam is old.\n\nHALE: And the bridge?\n\nPOHL: It is unsafe.",
     "A list.\n\nBridge: The old one is closed.\n\nDam: The dam is old.", 0.8},
    {"statements.headline_tail", 1, "A headline that ends with its source after a colon or a dash.",
     "Old bridge to open in May: officials", "Old bridge to open in May: a history", 0.65},
};

// What the model makes has the form of a rule, so that every row can say what made it. Its sentences are looked at
// with the shipped model only.
constexpr Rule kModelRules[] = {
    {"statements.heads", 1, "The language model takes some words for a cue, and others for its source and content.",
     "Fears among engineers that the bridge was unsafe grew.", "The engineers built a new bridge.", 0.7},
};

}  // namespace

const Rule& statements::rule(statements::RuleId id) {
  return id < std::size(kRules) ? kRules[id] : kModelRules[id - std::size(kRules)];
}

Rules statement_rules() { return kRules; }

Rules statement_model_rules() { return kModelRules; }

}  // namespace onrecord
