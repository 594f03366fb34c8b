// SPDX-License-Identifier: Apache-2.0
// Chu-Liu/Edmonds after Tarjan (1977): every node takes its best head; a cycle becomes one node, in place, whose arcs
// are the best of its members'; at the end the nodes are opened again, the last made first. Quadratic in the words
// whatever the scores. That one word stands under the root comes of making every arc from the root dearer by more
// than any two trees differ (Stanojević & Cohen 2021).
#include "nn/tree.h"

#include <algorithm>
#include <limits>

namespace onrecord::nn {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

// An arc between nodes, and the words that it runs between (0: the root).
struct Arc {
  double score = -std::numeric_limits<double>::infinity();
  std::uint32_t child = 0, head = 0;
};

// A node lies in a slot, 0..words; one that was made of a cycle takes the slot of one of its members. Node 0 is the
// root.
class Arborescence {
 public:
  Arborescence(const std::vector<float>& scores, std::size_t words)
      : slots_(words + 1),
        arcs_(slots_ * slots_),
        best_(slots_, 0),
        node_(slots_),
        parent_(slots_, kNone),
        chosen_(slots_) {
    const auto [least, most] = std::minmax_element(scores.begin(), scores.end());
    const double root_cost = (static_cast<double>(*most) - *least + 1) * static_cast<double>(slots_);
    for (std::uint32_t slot = 0; slot < slots_; ++slot) {
      live_.push_back(slot);
      node_[slot] = slot;
    }
    for (std::uint32_t child = 1; child < slots_; ++child) {
      for (std::uint32_t head = 0; head < slots_; ++head) {
        if (head == child) continue;
        const double score = scores[(child - 1) * slots_ + head];
        at(child, head) = {head == 0 ? score - root_cost : score, child, head};
      }
      find_best(child);
    }
  }

  std::vector<std::uint32_t> heads() && {
    for (std::vector<std::uint32_t> cycle = find_cycle(); !cycle.empty(); cycle = find_cycle()) contract(cycle);
    for (const std::uint32_t slot : live_) {
      if (slot != 0) chosen_[node_[slot]] = at(slot, best_[slot]);
    }
    for (std::size_t node = parent_.size(); node-- > slots_;) open(static_cast<std::uint32_t>(node));
    std::vector<std::uint32_t> heads;
    for (std::uint32_t word = 1; word < slots_; ++word) heads.push_back(chosen_[word].head);
    return heads;
  }

 private:
  Arc& at(std::uint32_t child, std::uint32_t head) { return arcs_[child * slots_ + head]; }

  void find_best(std::uint32_t child) {
    best_[child] = 0;
    for (const std::uint32_t head : live_) {
      if (head != child && at(child, head).score > at(child, best_[child]).score) best_[child] = head;
    }
  }

  // The slots of one cycle of best heads, or none.
  std::vector<std::uint32_t> find_cycle() const {
    std::vector<std::uint32_t> seen(slots_, 0);
    for (const std::uint32_t start : live_) {
      std::uint32_t slot = start;
      while (slot != 0 && seen[slot] == 0) {
        seen[slot] = start;
        slot = best_[slot];
      }
      if (slot == 0 || seen[slot] != start) continue;
      std::vector<std::uint32_t> cycle{slot};
      for (std::uint32_t next = best_[slot]; next != slot; next = best_[next]) cycle.push_back(next);
      return cycle;
    }
    return {};
  }

  // Makes one node of the cycle. To enter it at a member costs that member's arc in the cycle.
  void contract(const std::vector<std::uint32_t>& cycle) {
    const std::uint32_t joint = cycle[0];
    const auto made = static_cast<std::uint32_t>(parent_.size());
    std::vector<double> costs;
    for (const std::uint32_t slot : cycle) {
      const Arc& arc = at(slot, best_[slot]);
      costs.push_back(arc.score);
      chosen_[node_[slot]] = arc;
      parent_[node_[slot]] = made;
    }
    std::erase_if(live_,
                  [&](std::uint32_t slot) { return std::find(cycle.begin(), cycle.end(), slot) != cycle.end(); });
    for (const std::uint32_t other : live_) {
      Arc in, out;
      for (std::size_t k = 0; k < cycle.size(); ++k) {
        Arc arc = at(cycle[k], other);
        arc.score -= costs[k];
        if (arc.score > in.score) in = arc;
        if (other != 0 && at(other, cycle[k]).score > out.score) out = at(other, cycle[k]);
        if (best_[other] == cycle[k]) best_[other] = joint;
      }
      at(joint, other) = in;
      at(other, joint) = out;
    }
    parent_.push_back(kNone);
    chosen_.emplace_back();
    node_[joint] = made;
    find_best(joint);
    live_.push_back(joint);
  }

  // The member of a node where the node's arc enters takes that arc; the others keep theirs in the cycle.
  void open(std::uint32_t node) {
    std::uint32_t member = chosen_[node].child;
    while (parent_[member] != node) member = parent_[member];
    chosen_[member] = chosen_[node];
  }

  const std::size_t slots_;
  std::vector<Arc> arcs_;              // child * slots + head
  std::vector<std::uint32_t> live_;    // slots that hold a node
  std::vector<std::uint32_t> best_;    // by slot: the slot of the best head
  std::vector<std::uint32_t> node_;    // by slot
  std::vector<std::uint32_t> parent_;  // by node: the node made of its cycle
  std::vector<Arc> chosen_;            // by node
};

}  // namespace

std::vector<std::uint32_t> best_tree(const std::vector<float>& scores, std::size_t words) {
  return Arborescence(scores, words).heads();
}

}  // namespace onrecord::nn
