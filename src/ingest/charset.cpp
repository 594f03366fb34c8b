// SPDX-License-Identifier: Apache-2.0
#include "ingest/charset.h"

#include <unicode/ucnv.h>

#include <memory>

#include "text/utf8.h"

namespace onrecord {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Windows-1252 letters and the marks that word processors put: quotes, dashes, ellipsis, bullet, euro, pound.
bool is_letter_1252(unsigned char byte) { return byte >= 0xC0 && byte != 0xD7 && byte != 0xF7; }
bool is_mark_1252(unsigned char byte) {
  return (byte >= 0x91 && byte <= 0x97) || byte == 0x80 || byte == 0x85 || byte == 0xA0 || byte == 0xA3 ||
         byte == 0xAB || byte == 0xBB || byte == 0xA9 || byte == 0xAE || byte == 0x99 || byte == 0xB0;
}

bool fits_1252(std::string_view bytes, std::size_t at) {
  const auto byte = static_cast<unsigned char>(bytes[at]);
  if (is_mark_1252(byte)) return true;
  const bool letter_before = at > 0 && is_ascii_letter(bytes[at - 1]);
  const bool letter_after = at + 1 < bytes.size() && is_ascii_letter(bytes[at + 1]);
  return is_letter_1252(byte) && (letter_before || letter_after);
}

}  // namespace

ByteOrderMark find_byte_order_mark(std::string_view bytes) {
  const auto begins = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (begins("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (begins(std::string_view("\xFF\xFE\0\0", 4))) return {"UTF-32LE", 4};
  if (begins(std::string_view("\0\0\xFE\xFF", 4))) return {"UTF-32BE", 4};
  if (begins("\xFF\xFE")) return {"UTF-16LE", 2};
  if (begins("\xFE\xFF")) return {"UTF-16BE", 2};
  return {};
}

const char* guess_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 512);
  if (head.size() < 4) return nullptr;
  std::size_t nuls[2] = {0, 0};
  for (std::size_t at = 0; at < head.size(); ++at) nuls[at % 2] += head[at] == '\0' ? 1 : 0;
  const std::size_t most = head.size() * 4 / 10, few = head.size() / 50;
  if (nuls[1] >= most && nuls[0] <= few) return "UTF-16LE";
  if (nuls[0] >= most && nuls[1] <= few) return "UTF-16BE";
  return nullptr;
}

bool looks_like_windows_1252(std::string_view bytes) {
  std::size_t fitting = 0, bad = 0, good_utf8 = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view rest = bytes.substr(at);
    if (static_cast<unsigned char>(rest[0]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t size = rest.size() < 4 ? rest.size() : 4;
    const std::size_t whole = valid_utf8_prefix(rest.substr(0, size));
    if (whole > 0) {
      ++good_utf8;
      at += decode_utf8(rest, 0).size;
      continue;
    }
    ++bad;
    fitting += fits_1252(bytes, at) ? 1 : 0;
    ++at;
  }
  return bad > 0 && good_utf8 * 10 <= bad && fitting * 10 >= bad * 9;
}

Result<std::string> convert_to_utf8(std::string_view bytes, const std::string& charset) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(charset.c_str(), &code));
  if (U_FAILURE(code)) return Error{ErrorCode::BadInput, "unknown charset \"" + charset + '"', {}};
  constexpr std::size_t kMost = std::size_t{1} << 29;  // ICU counts in 32 bits
  if (bytes.size() > kMost) {
    return Error{ErrorCode::TooLarge, "more than " + std::to_string(kMost) + " bytes in charset " + charset, {}};
  }
  std::string utf8(bytes.size() * 3 + 16, '\0');
  const auto size =
      ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), utf8.data(), static_cast<std::int32_t>(utf8.size()),
                         bytes.data(), static_cast<std::int32_t>(bytes.size()), &code);
  if (U_FAILURE(code)) {
    return Error{ErrorCode::BadInput, "cannot decode charset " + charset + ": " + u_errorName(code), {}};
  }
  utf8.resize(static_cast<std::size_t>(size));
  std::size_t replaced = 0;
  if (valid_utf8_prefix(utf8) != utf8.size()) utf8 = repair_utf8(utf8, replaced);
  return utf8;
}

}  // namespace onrecord
