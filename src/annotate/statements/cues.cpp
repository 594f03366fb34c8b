// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/cues.h"

#include <deque>
#include <iterator>
#include <string>
#include <unordered_map>

#include "annotate/statements/cue_table.h"
#include "annotate/statements/word_table.h"

namespace onrecord::statements {
namespace {

struct Irregular {
  std::string_view lemma, third, past, participle, ing;
};

// Forms that the spelling rules below do not give; empty: regular.
constexpr Irregular kIrregular[] = {
    {"say", "", "said", "", ""},
    {"tell", "", "told", "", ""},
    {"write", "", "wrote", "written", ""},
    {"speak", "", "spoke", "spoken", ""},
    {"think", "", "thought", "", ""},
    {"swear", "", "swore", "sworn", ""},
    {"find", "", "found", "", ""},
    {"show", "", "", "shown", ""},
    {"hear", "", "heard", "", ""},
    {"read", "", "read", "", ""},
    {"plead", "", "pleaded", "", ""},
    {"refer", "", "referred", "", "referring"},
    {"admit", "", "admitted", "", "admitting"},
    {"forecast", "", "forecast", "", ""},
    {"quip", "", "quipped", "", "quipping"},
    {"blog", "", "blogged", "", "blogging"},
    {"brag", "", "bragged", "", "bragging"},
    {"beg", "", "begged", "", "begging"},
    {"slam", "", "slammed", "", "slamming"},
    {"snap", "", "snapped", "", "snapping"},
    {"signal", "", "signaled", "", "signaling"},
    {"label", "", "labeled", "", "labeling"},
    {"learn", "", "learned", "", ""},

    {"dub", "", "dubbed", "", "dubbing"},

};

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool sibilant(std::string_view lemma) {
  const char last = lemma.back();
  return last == 's' || last == 'x' || last == 'z' || lemma.ends_with("sh") || lemma.ends_with("ch");
}

bool consonant_y(std::string_view lemma) { return lemma.back() == 'y' && !vowel(lemma[lemma.size() - 2]); }

std::string third_form(std::string_view lemma) {
  std::string form(lemma);
  if (consonant_y(lemma)) return form.substr(0, form.size() - 1) + "ies";
  return form + (sibilant(lemma) ? "es" : "s");
}

std::string past_form(std::string_view lemma) {
  std::string form(lemma);
  if (consonant_y(lemma)) return form.substr(0, form.size() - 1) + "ied";
  return form + (lemma.back() == 'e' ? "d" : "ed");
}

std::string ing_form(std::string_view lemma) {
  std::string form(lemma);
  if (lemma.back() == 'e' && !lemma.ends_with("ee")) form.pop_back();
  return form + "ing";
}

// All known words. The words of the cues' forms are made here and live as long as the program.
class WordMap {
 public:
  WordMap() {
    for (const WordsOfKind& row : kWordTable) add_words(row);
    for (std::size_t k = 0; k < std::size(kCues); ++k) add_cue(static_cast<std::uint16_t>(k));
  }

  WordEntry find(std::string_view word) const {
    const auto found = entries_.find(word);
    return found == entries_.end() ? WordEntry{} : found->second;
  }

 private:
  void add_words(const WordsOfKind& row) {
    std::size_t at = 0;
    while (at < row.words.size()) {
      const std::size_t end = std::min(row.words.find(' ', at), row.words.size());
      if (end > at) entries_[row.words.substr(at, end - at)].kinds |= row.kinds;
      at = end + 1;
    }
  }

  void add_cue(std::uint16_t cue) {
    const std::string_view lemma = kCues[cue].lemma;
    Irregular forms{lemma, "", "", "", ""};
    for (const Irregular& row : kIrregular) {
      if (row.lemma == lemma) forms = row;
    }
    add_form(std::string(lemma), cue, VerbForm::Base);
    add_form(third_form(lemma), cue, VerbForm::Third);
    add_form(forms.ing.empty() ? ing_form(lemma) : std::string(forms.ing), cue, VerbForm::Ing);
    if (!forms.participle.empty()) add_form(std::string(forms.participle), cue, VerbForm::Participle);
    add_form(forms.past.empty() ? past_form(lemma) : std::string(forms.past), cue, VerbForm::Past);
  }

  void add_form(std::string form, std::uint16_t cue, VerbForm kind) {
    WordEntry& entry = entries_[forms_.emplace_back(std::move(form))];
    entry.cue = static_cast<std::uint16_t>(cue + 1);
    entry.form = kind;
    entry.kinds &= ~static_cast<std::uint32_t>(kFinite);
  }

  std::deque<std::string> forms_;
  std::unordered_map<std::string_view, WordEntry> entries_;
};

}  // namespace

const Cue& cue_at(std::uint16_t cue) { return kCues[cue]; }

WordEntry look_up(std::string_view lower_word) {
  static const WordMap kWords;
  return kWords.find(lower_word);
}

}  // namespace onrecord::statements
