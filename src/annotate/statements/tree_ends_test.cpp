// SPDX-License-Identifier: Apache-2.0
// Ends of contents, with trees made by hand.
#include "annotate/statements/tree_ends.h"

#include <gtest/gtest.h>

#include <sstream>

#include "annotate/finders.h"

namespace onrecord::statements {
namespace {

struct Node {
  const char* relation;
  int head;  // 1-based as in CoNLL-U, 0: the root
};

// What becomes of the piece of `raw` up to `piece`, when it begins with `begin`; a node a token.
std::string mended(const char* raw, const std::string& begin, const std::string& piece,
                   const std::vector<Node>& nodes) {
  const Text text{std::string(raw)};
  const Paragraphs paragraphs = find_paragraphs(text);
  const Tokens tokens = find_tokens(text, paragraphs);
  const Sentences sentences = find_sentences(text, paragraphs, tokens);
  const Quotes quotes = find_quotes(text, paragraphs);
  const Names names = find_names(text, tokens, sentences);
  EXPECT_EQ(tokens.size(), nodes.size());
  auto labels = std::make_shared<SyntaxLabels>();
  Syntax tree;
  for (const Node& node : nodes) {
    SyntaxRow row;
    row.relation = static_cast<std::uint16_t>(labels->relations.size());
    labels->relations.push_back(node.relation);
    row.head = node.head == 0 ? kNone : static_cast<Index>(node.head - 1);
    tree.rows.push_back(row);
  }
  tree.labels = labels;
  Layers layers{text, paragraphs, tokens, sentences, quotes, names};
  layers.syntax = &tree;
  const Reading reading(layers);
  const auto from = static_cast<std::uint32_t>(text.all().find(begin));
  const auto to = static_cast<std::uint32_t>(text.all().find(piece) + piece.size());
  const Range found = end_by_tree(reading, tokens.covering({from, to}), tokens.size());
  return std::string(text.bytes(reading.span(found)));
}

const std::vector<Node> kRebuild = {{"nsubj", 2}, {"root", 0},      {"mark", 4},  {"xcomp", 2}, {"obj", 4},
                                    {"mark", 9},  {"nmod:poss", 8}, {"nsubj", 9}, {"advcl", 2}, {"punct", 2}};

TEST(EndByTree, AClauseOfSomethingElseIsCutOff) {
  EXPECT_EQ(mended("Pohl vowed to rebuild it after her party won.", "to", "her party", kRebuild), "to rebuild it");
  EXPECT_EQ(mended("Pohl vowed to rebuild it after her party won.", "to", "rebuild it", kRebuild), "to rebuild it");
}

TEST(EndByTree, AClauseOfTheContentIsTakenWhole) {
  std::vector<Node> nodes = kRebuild;
  nodes[8].head = 4;  // "rebuild … after … won"
  EXPECT_EQ(mended("Pohl vowed to rebuild it after her party won.", "to", "her party", nodes),
            "to rebuild it after her party won");
}

TEST(EndByTree, WhatCompletesTheLastWordIsTaken) {
  const std::vector<Node> nodes = {{"nsubj", 2},  {"root", 0}, {"det", 4},   {"obj", 2},       {"acl", 4},
                                   {"nummod", 7}, {"obj", 5},  {"punct", 9}, {"parataxis", 2}, {"punct", 2}};
  EXPECT_EQ(mended("Pohl approved the plan worth two crowns, reportedly.", "the", "worth", nodes),
            "the plan worth two crowns");
}

TEST(EndByTree, ContentBeforeItsCueStaysAsItWas) {
  const std::vector<Node> nodes = {{"nsubj", 2}, {"ccomp", 5}, {"punct", 5}, {"nsubj", 5}, {"root", 0}, {"punct", 5}};
  EXPECT_EQ(mended("Everybody left, Pohl said.", "Everybody", "left", nodes), "Everybody left");
}

}  // namespace
}  // namespace onrecord::statements
