// SPDX-License-Identifier: Apache-2.0
#include "nn/tree.h"

#include <limits>

namespace onrecord::nn {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();
using Heads = std::vector<std::size_t>;

// A square table over nodes 0..n-1, node 0 the root; score(child, head).
struct Table {
  std::size_t n = 0;
  std::vector<float> cells;

  float& at(std::size_t child, std::size_t head) { return cells[child * n + head]; }
  float at(std::size_t child, std::size_t head) const { return cells[child * n + head]; }
};

Heads greedy(const Table& table) {
  Heads heads(table.n, 0);
  for (std::size_t child = 1; child < table.n; ++child) {
    for (std::size_t head = 0; head < table.n; ++head) {
      if (head != child && (heads[child] == child || table.at(child, head) > table.at(child, heads[child]))) {
        heads[child] = head;
      }
    }
  }
  return heads;
}

// The nodes of one cycle, or none.
std::vector<std::size_t> find_cycle(const Heads& heads) {
  std::vector<std::size_t> seen(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = heads[node];
    }
    if (node == 0 || seen[node] != start) continue;
    std::vector<std::size_t> cycle{node};
    for (std::size_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

Heads arborescence(const Table& table);

// Puts the cycle into one node (the last of a smaller table), solves that, and opens the cycle where the solution
// enters it.
Heads contract(const Table& table, const Heads& heads, const std::vector<std::size_t>& cycle) {
  std::vector<bool> inside(table.n, false);
  for (const std::size_t node : cycle) inside[node] = true;
  std::vector<std::size_t> outer;  // of the small table
  for (std::size_t node = 0; node < table.n; ++node) {
    if (!inside[node]) outer.push_back(node);
  }
  const std::size_t joint = outer.size();
  Table small{joint + 1, std::vector<float>((joint + 1) * (joint + 1), kNever)};
  std::vector<std::size_t> enters(joint, cycle[0]), leaves(joint, cycle[0]);
  for (std::size_t k = 0; k < joint; ++k) {
    for (std::size_t m = 0; m < joint; ++m) small.at(k, m) = table.at(outer[k], outer[m]);
    for (const std::size_t node : cycle) {
      const float out = table.at(outer[k], node);
      if (out > small.at(k, joint)) {
        small.at(k, joint) = out;
        leaves[k] = node;
      }
      const float in = table.at(node, outer[k]) - table.at(node, heads[node]);
      if (in > small.at(joint, k)) {
        small.at(joint, k) = in;
        enters[k] = node;
      }
    }
  }
  const Heads solved = arborescence(small);
  Heads out = heads;
  for (std::size_t k = 1; k < joint; ++k) {
    out[outer[k]] = solved[k] == joint ? leaves[k] : outer[solved[k]];
  }
  out[enters[solved[joint]]] = outer[solved[joint]];
  return out;
}

Heads arborescence(const Table& table) {
  Heads heads = greedy(table);
  const std::vector<std::size_t> cycle = find_cycle(heads);
  return cycle.empty() ? heads : contract(table, heads, cycle);
}

float total(const Table& table, const Heads& heads) {
  float sum = 0;
  for (std::size_t child = 1; child < table.n; ++child) sum += table.at(child, heads[child]);
  return sum;
}

std::size_t roots(const Heads& heads) {
  std::size_t count = 0;
  for (std::size_t child = 1; child < heads.size(); ++child) count += heads[child] == 0 ? 1 : 0;
  return count;
}

// Tries each word that the free solution put under the root as the only one.
Heads single_root(const Table& table, const Heads& free) {
  Heads best;
  float most = kNever;
  for (std::size_t root = 1; root < table.n; ++root) {
    if (free[root] != 0) continue;
    Table forced = table;
    for (std::size_t child = 1; child < table.n; ++child) {
      if (child != root) forced.at(child, 0) = -1e9F;
    }
    const Heads heads = arborescence(forced);
    const float sum = total(forced, heads);
    if (best.empty() || sum > most) {
      best = heads;
      most = sum;
    }
  }
  return best;
}

}  // namespace

std::vector<std::uint32_t> best_tree(const std::vector<float>& scores, std::size_t words) {
  Table table{words + 1, std::vector<float>((words + 1) * (words + 1), kNever)};
  for (std::size_t c = 0; c < words; ++c) {
    for (std::size_t h = 0; h <= words; ++h) {
      if (h != c + 1) table.at(c + 1, h) = scores[c * (words + 1) + h];
    }
  }
  Heads heads = arborescence(table);
  if (roots(heads) > 1) heads = single_root(table, heads);
  return {heads.begin() + 1, heads.end()};
}

}  // namespace onrecord::nn
