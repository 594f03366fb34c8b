// SPDX-License-Identifier: Apache-2.0
#include "annotate/coreference/merge_names.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "annotate/coreference/rules.h"
#include "annotate/names/rules.h"

namespace onrecord::coreference {
namespace {

constexpr std::size_t kMostNames = 40;  // of an entity that are compared with a new one

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    std::string word;
    for (const char c : name.substr(0, end)) {
      if (c != '.') word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    if (!word.empty() && word != "the" && word != "of" && word != "and") words.push_back(std::move(word));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

// Whether `name` says more of an entity than `known`: by its words with capitals; of two with as many, the shorter.
// "Ana Pohl" more than "Pohl"; "Nordwire" more than "Nordwire news".
bool tells_more(std::string_view name, std::string_view known) {
  if (known.empty()) return true;
  const auto proper = [](std::string_view text) {
    std::size_t count = 0;
    for (std::size_t k = 0; k < text.size(); ++k) {
      const bool begins = k == 0 || text[k - 1] == ' ';
      count += begins && (text[k] < 'a' || text[k] > 'z') ? 1 : 0;
    }
    return count;
  };
  const std::size_t more = proper(name), less = proper(known);
  return more != less ? more > less : words_of(name).size() < words_of(known).size();
}

bool are_initials(const std::vector<std::string>& letters, const std::vector<std::string>& words) {
  if (letters.size() != 1 || words.size() != letters[0].size()) return false;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (words[k][0] != letters[0][k]) return false;
  }
  return true;
}

bool holds_all(const std::vector<std::string>& words, const std::vector<std::string>& some) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

std::size_t shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto shared = std::count_if(
      a.begin(), a.end(), [&](const std::string& word) { return std::find(b.begin(), b.end(), word) != b.end(); });
  return static_cast<std::size_t>(shared);
}

// "Resolution |12|", "World War |II|": what tells one of a series from the others.
std::vector<std::string> numbers_of(const std::vector<std::string>& words) {
  constexpr std::string_view kRoman[] = {"i", "ii", "iii", "iv", "vi", "vii", "viii", "ix"};
  std::vector<std::string> numbers;
  std::copy_if(words.begin(), words.end(), std::back_inserter(numbers), [&](const std::string& word) {
    const bool digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digit || std::find(std::begin(kRoman), std::end(kRoman), word) != std::end(kRoman);
  });
  return numbers;
}

}  // namespace

bool may_be_one(const NameFacts& a, const NameFacts& b) {
  if (!a.type.empty() && !b.type.empty() && a.type != b.type) return false;
  const std::vector<std::string> x = words_of(a.name), y = words_of(b.name);
  if (are_initials(x, y) || are_initials(y, x)) return true;
  const std::vector<std::string> m = numbers_of(x), n = numbers_of(y);
  if (!m.empty() && !n.empty() && m != n) return false;
  const bool person = a.type == "PERSON" || b.type == "PERSON";
  if (x.size() > 1 && y.size() > 1) {
    // "the Reyle Times" is not "the Norland Times"; "Ministry of Defence" may be "Norland Defence Ministry".
    return holds_all(x, y) || holds_all(y, x) || (!person && shared_words(x, y) > 1);
  }
  return shared_words(x, y) > 0;
}

namespace {

// Found chains and chains of names as one row of nodes: the found ones first.
class Merger {
 public:
  Merger(const Text& text, const Tokens& tokens, const Names& names, std::vector<FoundChain> chains)
      : text_(text),
        tokens_(tokens),
        names_(names),
        chains_(std::move(chains)),
        name_at_(tokens.size(), kNone),
        root_(chains_.size() + names.chains.size()),
        names_of_(root_.size()) {
    for (std::size_t m = 0; m < names.mentions.size(); ++m) {
      const Range range = names.mentions[m].tokens;
      for (Index t = range.begin; t < range.end; ++t) name_at_[t] = static_cast<Index>(m);
    }
    std::iota(root_.begin(), root_.end(), std::size_t{0});
    for (Index n = 0; n < names.chains.size(); ++n) names_of_[node_of(n)].push_back(n);
  }

  Coreference run() && {
    for (std::size_t c = 0; c < chains_.size(); ++c) join_names(c);
    collect();
    return std::move(out_);
  }

 private:
  std::size_t node_of(Index name_chain) const { return chains_.size() + name_chain; }

  std::size_t find(std::size_t node) {
    while (root_[node] != node) node = root_[node] = root_[root_[node]];
    return node;
  }

  // The chain of names that a mention hangs on.
  Index name_of(const FoundMention& mention) const {
    const Index m = name_at_[mention.head];
    return m == kNone ? name_in_apposition(mention) : names_.mentions[m].chain;
  }

  // "the mayor, |Ana Pohl|", "the head of Nordwire, |Ana Pohl|, 61,": the person who ends the phrase. Refused: "the
  // family of a victim, Ana Pohl", where the name may be that of the last noun.
  Index name_in_apposition(const FoundMention& mention) const {
    Index end = mention.tokens.end;
    const auto comma = [&](Index t) { return text_.bytes(tokens_[t].span) == ","; };
    if (end > mention.tokens.begin && comma(end - 1)) --end;
    if (end > mention.tokens.begin + 2 && tokens_[end - 1].is(kHasDigit) && comma(end - 2)) end -= 2;  // the age
    const Index m = end > mention.tokens.begin ? name_at_[end - 1] : kNone;
    if (m == kNone) return kNone;
    const NameMention& name = names_.mentions[m];
    const MaybeText& type = names_.chains[name.chain].type;
    const Index before = name.tokens.begin;
    if (!type || *type != "PERSON") return kNone;
    if (name.tokens.end != end || before < mention.tokens.begin + 2 || !comma(before - 1)) return kNone;
    return mention.head == before - 2 || name_at_[before - 2] != kNone ? name.chain : kNone;
  }

  // The names of a found chain, the one with the most mentions first.
  void join_names(std::size_t c) {
    std::vector<std::pair<Index, int>> votes;
    for (const FoundMention& mention : chains_[c]) {
      const Index name = name_of(mention);
      if (name == kNone) continue;
      const auto known =
          std::find_if(votes.begin(), votes.end(), [&](const auto& vote) { return vote.first == name; });
      if (known == votes.end()) votes.emplace_back(name, 1);
      else ++known->second;
    }
    std::stable_sort(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [name, count] : votes) {
      if (!join(c, node_of(name))) drop_mentions(c, name);
    }
  }

  bool join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return true;
    std::vector<Index>&x = names_of_[a], &y = names_of_[b];
    for (std::size_t i = 0; i < std::min(x.size(), kMostNames); ++i) {
      for (std::size_t j = 0; j < std::min(y.size(), kMostNames); ++j) {
        if (!may_be_one(facts(x[i]), facts(y[j]))) return false;
      }
    }
    x.insert(x.end(), y.begin(), y.end());
    root_[b] = a;
    return true;
  }

  NameFacts facts(Index name_chain) const {
    const NameChain& chain = names_.chains[name_chain];
    return {chain.name, chain.type ? std::string_view(*chain.type) : std::string_view()};
  }

  void drop_mentions(std::size_t c, Index name) {
    std::erase_if(chains_[c], [&](const FoundMention& mention) { return name_of(mention) == name; });
  }

  // "Karuvia, May 14 (Nordwire)": the name says all that there is.
  bool runs_along_dateline(const FoundMention& mention) const {
    const Index m = name_at_[mention.tokens.begin];
    if (m == kNone) return false;
    const NameMention& name = names_.mentions[m];
    const bool longer = name.tokens.begin == mention.tokens.begin && name.tokens.end < mention.tokens.end;
    if (!longer || !names::is_of_dateline(names_.chains[name.chain])) return false;
    const std::string_view next = text_.bytes(tokens_[name.tokens.end].span);
    return next == "," || next == "(" || next == "/";
  }

  // The mentions of each node's root, and their entities.
  void collect() {
    std::map<std::size_t, std::vector<EntityMention>> rows;
    std::set<std::pair<Index, Index>> taken;
    std::set<std::size_t> linked, persons;
    for (const NameMention& name : names_.mentions) {
      rows[find(node_of(name.chain))].push_back({name.span, name.tokens, name.tokens.end - 1, 0, name.form});
      taken.emplace(name.tokens.begin, name.tokens.end);
    }
    for (std::size_t c = 0; c < chains_.size(); ++c) {
      const std::size_t root = find(c);
      if (chains_[c].size() < 2 && names_of_[root].empty()) continue;
      for (const FoundMention& m : chains_[c]) {
        linked.insert(root);
        if (m.person) persons.insert(root);
        if (runs_along_dateline(m)) continue;
        if (!taken.emplace(m.tokens.begin, m.tokens.end).second) continue;
        const ByteSpan span = hull(tokens_[m.tokens.begin].span, tokens_[m.tokens.end - 1].span);
        rows[root].push_back({span, m.tokens, m.head, 0, m.pronoun ? MentionForm::Pronoun : MentionForm::Nominal});
      }
    }
    for (auto& [root, mentions] : rows) {
      drop_nested(mentions);
      if (names_of_[root].empty() && mentions.size() < 2) mentions.clear();
    }
    number(rows);
    describe(linked, persons);
  }

  static bool holds(Range outer, Range inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end && outer.size() > inner.size();
  }

  // A phrase does not mean what a pronoun inside it means ("Pohl and |her| dog"), and where a name stands once, the
  // phrase around it ("the |Reyle| council") is no second mention. Kept: "the |Reyle| council", mentioned again as
  // "it".
  static void drop_nested(std::vector<EntityMention>& mentions) {
    std::vector<EntityMention> pronouns;
    std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(pronouns),
                 [](const EntityMention& one) { return one.form == MentionForm::Pronoun; });
    const auto by_begin = [](const EntityMention& a, const EntityMention& b) {
      return a.tokens.begin < b.tokens.begin;
    };
    std::sort(pronouns.begin(), pronouns.end(), by_begin);
    std::erase_if(mentions, [&](const EntityMention& one) {
      if (one.form != MentionForm::Nominal) return false;
      auto inside = std::lower_bound(pronouns.begin(), pronouns.end(), one, by_begin);
      return inside != pronouns.end() && holds(one.tokens, inside->tokens);
    });
    if (mentions.size() != 2) return;
    const auto phrase = std::find_if(mentions.begin(), mentions.end(),
                                     [](const EntityMention& one) { return one.form == MentionForm::Nominal; });
    if (phrase == mentions.end()) return;
    const EntityMention& other = mentions[phrase == mentions.begin() ? 1 : 0];
    if (other.form == MentionForm::Name && holds(phrase->tokens, other.tokens)) mentions.erase(phrase);
  }

  // Mentions into text order, entities into the order of their first.
  void number(const std::map<std::size_t, std::vector<EntityMention>>& rows) {
    std::vector<std::pair<EntityMention, std::size_t>> all;
    for (const auto& [root, mentions] : rows) {
      for (const EntityMention& mention : mentions) all.emplace_back(mention, root);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      const ByteSpan x = a.first.span, y = b.first.span;
      return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
    });
    out_.entity_of_chain.assign(names_.chains.size(), kNone);
    std::map<std::size_t, Index> number;
    for (auto& [mention, root] : all) {
      const auto [found, isnew] = number.try_emplace(root, static_cast<Index>(out_.entities.size()));
      if (isnew) {
        EntityRow& row = out_.entities.emplace_back();
        row.chains = names_of_[root];
        std::sort(row.chains.begin(), row.chains.end());
        for (const Index name : row.chains) out_.entity_of_chain[name] = found->second;
        roots_.push_back(root);
      }
      mention.entity = found->second;
      out_.entities[found->second].mentions.push_back(static_cast<Index>(out_.mentions.size()));
      out_.mentions.push_back(mention);
    }
  }

  void describe(const std::set<std::size_t>& linked, const std::set<std::size_t>& persons) {
    for (std::size_t e = 0; e < out_.entities.size(); ++e) {
      EntityRow& row = out_.entities[e];
      row.named = !row.chains.empty();
      row.rule = &rule(row.named ? kNamed : kUnnamed);
      if (row.named && !linked.contains(roots_[e])) {
        row.rule = names_.chains[row.chains[0]].rule;
        row.confidence = names_.chains[row.chains[0]].confidence;
      }
      for (const Index name : row.chains) {
        const NameChain& chain = names_.chains[name];
        if (tells_more(chain.name, row.name)) row.name = chain.name;
        if (!row.type) row.type = chain.type;
      }
      if (row.named && row.name.empty()) row.name = names_.chains[row.chains[0]].name;
      if (!row.named) row.name = phrase_of(row);
      if (!row.type && persons.contains(roots_[e])) row.type = "PERSON";
    }
  }

  // The first mention that is no pronoun, else the first.
  std::string phrase_of(const EntityRow& row) const {
    const auto found = std::find_if(row.mentions.begin(), row.mentions.end(),
                                    [&](Index m) { return out_.mentions[m].form != MentionForm::Pronoun; });
    const Index m = found == row.mentions.end() ? row.mentions[0] : *found;
    return std::string(text_.bytes(out_.mentions[m].span));
  }

  const Text& text_;
  const Tokens& tokens_;
  const Names& names_;
  std::vector<FoundChain> chains_;
  std::vector<Index> name_at_;
  std::vector<std::size_t> root_;
  std::vector<std::vector<Index>> names_of_;  // of roots
  std::vector<std::size_t> roots_;            // of entities
  Coreference out_;
};

}  // namespace

Coreference merge_names(const Text& text, const Tokens& tokens, const Names& names, std::vector<FoundChain> chains) {
  return Merger(text, tokens, names, std::move(chains)).run();
}

}  // namespace onrecord::coreference
