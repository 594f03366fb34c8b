// SPDX-License-Identifier: Apache-2.0
#include "nn/wordpiece.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace onrecord::nn {
namespace {

constexpr std::size_t kMaxPart = 100;  // characters; a longer part is [UNK]

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// BERT's notion: ASCII symbols count too.
bool is_piece_punctuation(UChar32 c) {
  if (c < 0x80) return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
  return (U_GET_GC_MASK(c) & U_GC_P_MASK) != 0;
}

// Lower case, NFD, without nonspacing marks.
std::string folded(std::string_view word) {
  if (is_ascii(word)) {
    std::string out(word);
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  wide.toLower(icu::Locale::getRoot());
  const icu::UnicodeString apart = nfd->normalize(wide, status);
  icu::UnicodeString kept;
  for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 c = apart.char32At(at);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

// Calls `take` with each run of characters between punctuation, and with each sign of punctuation.
template <class Take>
void cut_parts(std::string_view word, Take&& take) {
  std::int32_t at = 0, begin = 0;
  const auto size = static_cast<std::int32_t>(word.size());
  while (at < size) {
    UChar32 c = 0;
    std::int32_t next = at;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(word.data()), next, size, c);
    if (is_piece_punctuation(c)) {
      if (begin < at) take(word.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
      take(word.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(next - at)));
      begin = next;
    }
    at = next;
  }
  if (begin < size) take(word.substr(static_cast<std::size_t>(begin)));
}

std::size_t codepoints(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

std::int8_t shape_of(std::string_view word) {
  int letters = 0, upper = 0, digits = 0, all = 0;
  bool first_upper = false;
  const auto size = static_cast<std::int32_t>(word.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(word.data()), at, size, c);
    ++all;
    if (u_isdigit(c)) ++digits;
    if (!u_isalpha(c)) continue;
    const bool is_upper = u_isupper(c) || u_istitle(c);
    first_upper = letters == 0 ? is_upper : first_upper;
    ++letters;
    upper += is_upper ? 1 : 0;
  }
  if (letters == 0) return static_cast<std::int8_t>(digits == 0 ? 0 : digits == all ? 1 : 2);
  const int with_digits = digits > 0 ? 6 : 0;
  if (upper == 0) return static_cast<std::int8_t>(3 + with_digits);
  if (upper == letters) return static_cast<std::int8_t>((letters == 1 ? 4 : 5) + with_digits);
  if (first_upper && upper == 1) return static_cast<std::int8_t>(6 + with_digits);
  return static_cast<std::int8_t>((first_upper ? 7 : 8) + std::min(with_digits, 5));
}

WordPiece::WordPiece(const std::vector<std::string>& vocabulary) {
  for (std::size_t k = 0; k < vocabulary.size(); ++k) {
    const std::string& piece = vocabulary[k];
    const auto id = static_cast<std::int32_t>(k);
    if (piece == "[UNK]") unknown_ = id;
    if (piece == "[CLS]") first_ = id;
    if (piece == "[SEP]") last_ = id;
    if (piece.rfind("##", 0) == 0) inside_.emplace(piece.substr(2), id);
    else begin_.emplace(piece, id);
  }
}

void WordPiece::append(std::string_view word, std::vector<std::int32_t>& out) const {
  const std::size_t before = out.size();
  const std::string plain = folded(word);
  cut_parts(plain, [&](std::string_view part) { match(part, before + kMaxWordPieces, out); });
  if (out.size() == before) out.push_back(unknown_);
  if (out.size() > before + kMaxWordPieces) out.resize(before + kMaxWordPieces);
}

// Greedy, longest piece first; a part with a rest that no piece fits is [UNK] as a whole.
void WordPiece::match(std::string_view part, std::size_t limit, std::vector<std::int32_t>& out) const {
  if (out.size() >= limit) return;
  const std::size_t before = out.size();
  bool whole = codepoints(part) <= kMaxPart;
  for (std::size_t at = 0; whole && at < part.size();) {
    const auto& table = at == 0 ? begin_ : inside_;
    std::size_t end = part.size();
    auto found = table.find(part.substr(at, end - at));
    while (found == table.end() && end > at + 1) {
      --end;
      if ((static_cast<unsigned char>(part[end]) & 0xC0) == 0x80) continue;
      found = table.find(part.substr(at, end - at));
    }
    whole = found != table.end();
    if (!whole) break;
    out.push_back(found->second);
    at = end;
  }
  if (whole) return;
  out.resize(before);
  out.push_back(unknown_);
}

}  // namespace onrecord::nn
