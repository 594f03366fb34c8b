// SPDX-License-Identifier: Apache-2.0
// Chains: all mentions of one name string in an article.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "annotate/names/spans.h"

namespace onrecord::names {

// Takes raw names in text order and groups them: same string, last name after full name, acronym after name.
class Chains {
 public:
  explicit Chains(const Words& words) : words_(words) {}

  void add(const RawName& raw, const Sentence& sentence);
  // Adds the known names that stand in a headline.
  void add_headline(const Sentence& sentence);
  Names finish() &&;

 private:
  struct About {
    bool person = false, titled = false, organisation = false, acronym = false;
    bool bare = false;     // was called by one word of the name
    bool company = false;  // was called with "Inc" or the like
    bool male = false, female = false;
    const char* thing = nullptr;     // WEAPON or VEHICLE, where a rule says so
    bool kind = false;               // by the word after it
    const char* dateline = nullptr;  // GPE or ORG, of the article's dateline
    bool adjective = false;          // a people is called by its adjective
    // What the language model says of the mentions: the probabilities of each type, added up.
    std::vector<std::pair<std::string_view, float>> types;

    Index seen = 0;  // mentions that it saw

    std::string_view best_type() const;  // empty where it saw none
    void vote(const NameSpan& seen);
    Index last_seen = 0;  // mention number
  };

  Index chain_of(std::string_view name, Range tokens, const RawName& raw);
  Index by_last_name(std::string_view last, const RawName& raw) const;
  bool may_be(const About& about, const RawName& raw) const;
  Index by_acronym(Range tokens) const;
  std::pair<std::string, std::string> plain_name(Range tokens) const;
  Index by_plain_name(Range tokens) const;
  Index by_capitals(std::string_view name, const RawName& raw);
  Index company(std::string_view name, Range tokens);
  bool is_person(Index chain) const;
  Index full_name_of(Index chain) const;
  void join_forerunners();
  void settle_by_adjectives();
  Index by_bracket(Range tokens, const RawName& raw) const;
  std::uint32_t title_bits(Range title) const;
  Index new_chain(std::string_view name, Range tokens);
  void learn(Index chain, const RawName& raw, const Sentence& sentence);
  void mention(Range tokens, Index chain);
  void add_role(Index chain, Range title, Range of);

  const Words& words_;
  void describe(const About& about, NameChain& row) const;

  Names out_;
  std::vector<About> about_;
  std::unordered_map<std::string_view, Index> by_name_;               // full forms, as written
  std::unordered_map<std::string_view, std::vector<Index>> by_last_;  // last words of longer names
  std::unordered_map<std::string, Index> by_capitals_;                // full forms, all in capitals
  // A name without its middle initials, and those: "Ana Pohl" of "Ana B. Pohl".
  struct Plain {
    Index chain;
    std::string initials;
  };
  std::unordered_map<std::string, Plain> by_plain_;
};

}  // namespace onrecord::names
