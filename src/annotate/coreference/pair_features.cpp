// SPDX-License-Identifier: Apache-2.0
#include "annotate/coreference/pair_features.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "annotate/language/lemma_scripts.h"
#include "text/utf8.h"

namespace onrecord::coreference {
namespace {

constexpr std::size_t kLongestRun = 32;    // words of a run of names; a longer one is cut
constexpr Index kQuotationSentences = 10;  // a quotation that is longer was not one
constexpr std::uint8_t kKeyClasses = 5;

// The classes, from 1 on, of pronouns; a bar ends a class.
constexpr std::string_view kPronouns =
    "i me my mine | we us our ours 's | you your yours | he him his | she her hers | it its | "
    "they them their theirs 'em | myself ourselves | yourself yourselves | himself | herself | itself | "
    "themselves themself | this | that | these those | who whom whose | which what | "
    "one ones another other others | here there then now";

// Words that stand with a capital at a sentence's start and are no names.
constexpr std::string_view kNotNames =
    "a an the and or but nor so yet if as at by for from in into of off on onto out over to up with about after "
    "before "
    "is are was were be been am do does did has have had will would can could may might shall should must not no yes "
    "how when where why because while although though since than too also just all both each every some any many "
    "most "
    "few such however well oh okay";

constexpr std::string_view kQuotes[] = {"\"", "“", "”", "``", "''", "«", "»", "„"};

template <class Take>
void for_each_word(std::string_view list, const Take& take) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (end > 0) take(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

// The class of each pronoun; 0 for words that are neither pronouns nor names.
std::unordered_map<std::string_view, std::uint8_t> make_word_classes() {
  std::unordered_map<std::string_view, std::uint8_t> classes;
  for_each_word(kNotNames, [&](std::string_view word) { classes[word] = 0; });
  std::uint8_t now = 1;
  for_each_word(kPronouns, [&](std::string_view word) {
    if (word == "|") ++now;
    else classes[word] = now;
  });
  return classes;
}

const std::unordered_map<std::string_view, std::uint8_t>& word_classes() {
  static const auto kClasses = make_word_classes();
  return kClasses;
}

bool begins_with_capital(std::string_view form) {
  return !form.empty() && u_isUUppercase(static_cast<UChar32>(decode_utf8(form, 0).code)) != 0;
}

bool is_quote(std::string_view form) {
  return std::find(std::begin(kQuotes), std::end(kQuotes), form) != std::end(kQuotes);
}

}  // namespace

std::uint8_t pronoun_class(std::string_view lower) {
  const auto found = word_classes().find(lower);
  return found == word_classes().end() ? 0 : found->second;
}

class PairFeatures::Builder {
 public:
  Builder(PairFeatures& out, const std::vector<std::string_view>& forms) : out_(out), forms_(forms) {}

  void number_forms() {
    out_.words_.resize(forms_.size());
    for (std::size_t w = 0; w < forms_.size(); ++w) {
      const auto [found, isnew] =
          number_.try_emplace(small_letters(forms_[w]), static_cast<std::uint32_t>(out_.forms_.size()));
      if (isnew) out_.forms_.push_back(found->first);
      Word& word = out_.words_[w];
      word.form = found->second;
      const auto known = word_classes().find(found->first);
      word.pronoun = known == word_classes().end() ? std::uint8_t{0} : known->second;
      word.name_like = known == word_classes().end() && begins_with_capital(forms_[w]);
    }
    for (const std::string& form : out_.forms_) {
      out_.plural_.push_back(number_of(form + "s"));
      out_.plural_es_.push_back(number_of(form + "es"));
    }
    key_of_form_.assign(out_.forms_.size(), kNoForm);
  }

  void add_sentence(Range words, Index sentence) {
    for (Index at = words.begin; at < words.end;) {
      Index end = at + 1;
      const bool name = out_.words_[at].name_like;
      while (name && end < words.end && out_.words_[end].name_like && end - at < kLongestRun) ++end;
      add_run({at, end});
      at = end;
    }
    for (Index w = words.begin; w < words.end; ++w) {
      out_.words_[w].sentence = sentence;
      out_.words_[w].quote = quotation_at(w, sentence);
    }
  }

 private:
  std::uint32_t number_of(const std::string& form) const {
    const auto found = number_.find(form);
    return found == number_.end() ? kNoForm : found->second;
  }

  void add_run(Range run) {
    if (run.size() == 1) {
      Word& word = out_.words_[run.begin];
      word.key = key_of_form(word.form);
      return;
    }
    std::vector<std::uint32_t> key;
    std::string initials;
    for (Index w = run.begin; w < run.end; ++w) {
      key.push_back(out_.words_[w].form);
      const std::string& form = out_.forms_[out_.words_[w].form];
      initials += form.substr(0, decode_utf8(form, 0).size);
    }
    std::sort(key.begin(), key.end());
    key.erase(std::unique(key.begin(), key.end()), key.end());
    const std::uint32_t number = key.size() == 1 ? key_of_form(key[0]) : key_of_forms(std::move(key));
    const std::uint32_t letters = number_of(initials);
    for (Index w = run.begin; w < run.end; ++w) {
      out_.words_[w].key = number;
      out_.words_[w].initials = letters;
    }
  }

  std::uint32_t key_of_form(std::uint32_t form) {
    std::uint32_t& key = key_of_form_[form];
    if (key == kNoForm) {
      key = static_cast<std::uint32_t>(out_.keys_.size());
      out_.keys_.push_back({form});
    }
    return key;
  }

  std::uint32_t key_of_forms(std::vector<std::uint32_t> forms) {
    const auto [found, isnew] = key_of_forms_.try_emplace(forms, static_cast<std::uint32_t>(out_.keys_.size()));
    if (isnew) out_.keys_.push_back(std::move(forms));
    return found->second;
  }

  // The marks themselves are outside.
  std::uint32_t quotation_at(Index w, Index sentence) {
    if (open_ && sentence - since_ >= kQuotationSentences) open_ = false;
    if (is_quote(forms_[w])) {
      if (!open_) ++count_;
      open_ = !open_;
      since_ = sentence;
      return 0;
    }
    return open_ ? count_ : 0;
  }

  PairFeatures& out_;
  const std::vector<std::string_view>& forms_;
  std::unordered_map<std::string, std::uint32_t> number_;
  std::vector<std::uint32_t> key_of_form_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> key_of_forms_;
  bool open_ = false;
  Index since_ = 0;
  std::uint32_t count_ = 0;
};

PairFeatures::PairFeatures(const std::vector<std::string_view>& forms, const std::vector<Range>& sentences) {
  Builder builder(*this, forms);
  builder.number_forms();
  for (std::size_t s = 0; s < sentences.size(); ++s) builder.add_sentence(sentences[s], static_cast<Index>(s));
}

// One form is the other and "s" or "es".
bool PairFeatures::plural_of(std::uint32_t form, std::uint32_t other) const {
  return plural_[form] == other || plural_[other] == form || plural_es_[form] == other || plural_es_[other] == form;
}

// 3 the same, 2 one holds the other, 1 they share a word, 0 neither.
std::uint8_t PairFeatures::key_class(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return 3;
  const std::vector<std::uint32_t>&x = keys_[a], &y = keys_[b];
  std::size_t shared = 0, i = 0, j = 0;
  while (i < x.size() && j < y.size()) {
    if (x[i] == y[j]) ++shared, ++i, ++j;
    else if (x[i] < y[j]) ++i;
    else ++j;
  }
  if (shared == 0) return 0;
  return shared == std::min(x.size(), y.size()) ? 2 : 1;
}

nn::PairClasses PairFeatures::of(Index later, Index earlier) const {
  const Word &a = words_[later], &b = words_[earlier];
  const std::uint8_t form = a.form == b.form ? 1 : plural_of(a.form, b.form) ? 2 : 0;
  const bool initials = a.initials == b.form || b.initials == a.form;
  const std::uint8_t key = initials ? std::uint8_t{4} : key_class(a.key, b.key);
  nn::PairClasses classes;
  classes.words = nn::word_distance_class(later - earlier);
  classes.sentences = nn::sentence_distance_class(a.sentence - b.sentence);
  classes.match = static_cast<std::uint8_t>(form * kKeyClasses + key);
  classes.pronouns = static_cast<std::uint16_t>(a.pronoun * nn::kPronounClasses + b.pronoun);
  if (a.quote > 0 && b.quote > 0) classes.quotes = a.quote == b.quote ? 1 : 2;
  else if (a.quote > 0) classes.quotes = 3;
  else if (b.quote > 0) classes.quotes = 4;
  return classes;
}

}  // namespace onrecord::coreference
