// SPDX-License-Identifier: Apache-2.0
#include "annotate/names/designations.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string_view>

#include "annotate/names/lexicon.h"

namespace onrecord::names {
namespace {

constexpr const char *kWeapon = "WEAPON", *kVehicle = "VEHICLE";
constexpr unsigned kMostNickname = 2;  // words: "F-16 |Fighting Falcon|"

// Letters that stand for other things too are taken with the numbers that were built, others with any.
struct Series {
  std::string_view letters;  // as written
  const char* type;
  std::initializer_list<unsigned> numbers;  // none: all
};

constexpr Series kSeries[] = {
    // Aircraft and drones of the United States: type, then number.
    {"A", kVehicle, {7, 10}},
    {"AC", kVehicle, {119, 130}},
    {"AH", kVehicle, {1, 6, 64}},
    {"AV", kVehicle, {8}},
    {"B", kVehicle, {17, 21, 24, 25, 26, 29, 47, 52, 57}},
    {"C", kVehicle, {17, 47, 123, 130, 141}},
    {"CH", kVehicle, {46, 47, 53}},
    {"CV", kVehicle, {22}},
    {"EA", kVehicle, {6, 18}},
    {"EC", kVehicle, {121, 130, 135}},
    {"EF", kVehicle, {111}},
    {"F", kVehicle, {4, 5, 14, 15, 16, 18, 22, 35, 80, 82, 84, 86, 89, 94, 100, 101, 102, 104, 105, 106, 111, 117}},
    {"HH", kVehicle, {60}},
    {"KC", kVehicle, {10, 46, 130, 135}},
    {"MC", kVehicle, {12, 130}},
    {"MH", kVehicle, {6, 47, 53, 60}},
    {"MQ", kVehicle, {1, 4, 8, 9, 25}},
    {"MV", kVehicle, {22}},
    {"OH", kVehicle, {6, 58}},
    {"P", kVehicle, {3, 8, 38, 39, 40, 47, 51, 61}},
    {"RC", kVehicle, {135}},
    {"RF", kVehicle, {4, 101}},
    {"RQ", kVehicle, {4, 7, 11, 170}},
    {"SH", kVehicle, {60}},
    {"SR", kVehicle, {71}},
    {"UH", kVehicle, {1, 60, 72}},
    {"V", kVehicle, {22}},
    // Of other makers.
    {"An", kVehicle, {}},
    {"Il", kVehicle, {}},
    {"Ka", kVehicle, {}},
    {"Mi", kVehicle, {}},
    {"MiG", kVehicle, {}},
    {"Mig", kVehicle, {}},
    {"Su", kVehicle, {}},
    {"Tu", kVehicle, {}},
    {"Yak", kVehicle, {}},
    // Armoured vehicles.
    {"BMD", kVehicle, {}},
    {"BMP", kVehicle, {}},
    {"BRDM", kVehicle, {}},
    {"BTR", kVehicle, {}},
    {"T", kVehicle, {34, 54, 55, 62, 64, 72, 80, 90}},
    // Arms, rockets, missiles and what fires them.
    {"AGM", kWeapon, {}},
    {"AIM", kWeapon, {}},
    {"AK", kWeapon, {12, 47, 74}},
    {"BGM", kWeapon, {}},
    {"BM", kWeapon, {21, 27, 30}},
    {"FGM", kWeapon, {}},
    {"FIM", kWeapon, {}},
    {"Kh", kWeapon, {}},
    {"MIM", kWeapon, {}},
    {"RPG", kWeapon, {}},
    {"S", kWeapon, {75, 125, 200, 300, 400, 500}},
    {"SA", kWeapon, {2, 3, 5, 6, 7, 8, 10, 11, 14, 15, 16, 17, 18, 24}},
    {"Hwasong", kWeapon, {}},
    {"Shahed", kWeapon, {}},
};

bool dash(std::string_view form) { return form == "-" || form == "‑" || form == "–"; }

// "16", "16C", "22M3": the number, then what marks the variant; 0 where it is no number.
unsigned number_of(std::string_view form) {
  constexpr std::size_t kMostVariant = 4;
  unsigned number = 0;
  const auto [end, error] = std::from_chars(form.data(), form.data() + form.size(), number);
  const std::string_view rest = form.substr(static_cast<std::size_t>(end - form.data()));
  const auto plain = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  if (error != std::errc() || number > 999 || rest.size() > kMostVariant) return 0;
  return std::all_of(rest.begin(), rest.end(), plain) ? number : 0;
}

const char* type_of(std::string_view letters, unsigned number) {
  for (const Series& series : kSeries) {
    if (series.letters != letters) continue;
    const bool built = series.numbers.size() == 0 ||
                       std::find(series.numbers.begin(), series.numbers.end(), number) != series.numbers.end();
    return built && number != 0 ? series.type : nullptr;
  }
  return nullptr;
}

class Finder {
 public:
  Finder(const Words& words, const Sentence& sentence, std::vector<RawName>& names)
      : w_(words), end_(sentence.tokens.end), names_(names) {}

  void run(Index begin) {
    for (Index t = begin; t + 2 < end_; ++t) {
      if (!w_.capital(t) || !glued(t + 1) || !dash(w_.form(t + 1)) || !glued(t + 2)) continue;
      const char* type = type_of(w_.form(t), number_of(w_.form(t + 2)));
      if (type != nullptr && !in_longer_code({t, t + 3}, begin)) t = take({t, t + 3}, type) - 1;
    }
  }

 private:
  bool glued(Index t) const { return !w_.tokens[t].is(kSpaceBefore); }

  // "D&|P-8|", "|F-100|-GE-100".
  bool in_longer_code(Range found, Index begin) const {
    const Index before = found.begin - 1, after = found.end;
    const bool led = found.begin > begin && glued(found.begin) && !w_.tokens[before].is(kOpensQuote) &&
                     w_.form(before) != "(" && w_.form(before) != "—";
    return led || (after < end_ && glued(after) && dash(w_.form(after)));
  }

  RawName* name_at(Index t) const {
    const auto found =
        std::find_if(names_.begin(), names_.end(), [&](const RawName& n) { return n.tokens.contains(t); });
    return found == names_.end() ? nullptr : &*found;
  }

  static bool is_thing(const RawName& name) {
    return name.seen == nullptr || name.seen->type == "VEHICLE" || name.seen->type == "WEAPON" ||
           name.seen->type == "PRODUCT";
  }

  // Puts the designation among the names; one past its last word.
  Index take(Range found, const char* type) {
    for (unsigned k = 0; k < kMostNickname && nickname(found.end); ++k) ++found.end;
    for (Index t = found.begin; t < found.end; ++t) {
      const RawName* name = name_at(t);
      if (name == nullptr) continue;
      const bool around = name->tokens.begin <= found.begin && found.end <= name->tokens.end;
      if (name->seen == nullptr || !is_thing(*name)) continue;
      Index last = name->tokens.end;  // "T-72 |tanks|" is no part of it
      while (last > found.end && !w_.capital(last - 1) && !w_.tokens[last - 1].is(kHasDigit)) --last;
      if (around && last == name->tokens.end) return last;  // the model knows it
      found.end = std::max(found.end, last);
    }
    std::erase_if(names_, [&](const RawName& n) { return n.tokens.begin < found.end && found.begin < n.tokens.end; });
    RawName name;
    name.tokens = found;
    name.thing = type;
    const auto after =
        std::find_if(names_.begin(), names_.end(), [&](const RawName& n) { return n.tokens.begin >= found.end; });
    names_.insert(after, name);
    return found.end;
  }

  // "MiG-29 |Fulcrum|"; not the day, nor the name of something else, nor of the next sentence's kind ("F-16
  // |Pilots|").
  bool nickname(Index t) const {
    if (t >= end_ || glued(t) || !w_.capital(t) || w_.tokens[t].is(kHasDigit)) return false;
    if ((classes_of(w_.lower(t)) & (kCalendar | kCommon | kPlaceName | kNationality | kTitleHead | kOrgHead)) != 0)
      return false;
    const RawName* name = name_at(t);
    return name == nullptr || is_thing(*name);
  }

  const Words& w_;
  Index end_;
  std::vector<RawName>& names_;
};

}  // namespace

void add_designations(const Words& words, const Sentence& sentence, std::vector<RawName>& names) {
  Finder(words, sentence, names).run(sentence.tokens.begin);
}

}  // namespace onrecord::names
