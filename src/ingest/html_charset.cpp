// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_charset.h"

#include "ingest/charset.h"
#include "ingest/html_meta_tags.h"
#include "text/utf8.h"

namespace onrecord {
namespace {

constexpr std::size_t kHead = 4096;  // bytes in which browsers, too, look for the charset

// Labels that mean another charset than they say (WHATWG Encoding Standard), or that ICU calls otherwise.
struct Label {
  std::string_view label;
  const char* charset;
};
constexpr Label kLabels[] = {
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
    {"tis-620", "windows-874"},
    {"utf8", "utf-8"},
    {"utf-16", "utf-8"},
    {"utf-16le", "utf-8"},
    {"utf-16be", "utf-8"},
    {"utf-7", "windows-1252"},
};

bool is_label_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

Result<PageBytes> convert(PageBytes page, const std::string& charset, bool guessed) {
  Result<std::string> utf8 = convert_to_utf8(page.raw, charset);
  if (!utf8.ok()) return utf8.error();
  page.converted = std::move(utf8).value();
  page.is_converted = true;
  if (guessed) page.notes.push_back({"charset_guessed", "decoded as " + charset + "; the page does not say", {}});
  return page;
}

PageBytes repair(PageBytes page) {
  std::size_t replaced = 0;
  page.converted = repair_utf8(page.raw, replaced);
  page.is_converted = true;
  page.notes.push_back({"bad_utf8", std::to_string(replaced) + " ill-formed byte sequences replaced by U+FFFD", {}});
  return page;
}

}  // namespace

std::string declared_charset(std::string_view html) {
  const std::string head = lower_ascii(html.substr(0, kHead));
  for (std::size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
    const std::string tag = head.substr(at, head.find('>', at) - at);
    const std::size_t key = tag.find("charset");
    if (key == std::string::npos) continue;
    std::size_t begin = tag.find_first_not_of(" \t\r\n", key + 7);
    if (begin == std::string::npos || tag[begin] != '=') continue;
    begin = tag.find_first_not_of(" \t\r\n\"'", begin + 1);
    if (begin == std::string::npos) continue;
    std::size_t end = begin;
    while (end < tag.size() && is_label_byte(tag[end])) ++end;
    const std::string label = tag.substr(begin, end - begin);
    for (const Label& known : kLabels) {
      if (known.label == label) return known.charset;
    }
    return label;
  }
  return {};
}

Result<PageBytes> decode_page(std::string_view bytes) {
  const ByteOrderMark mark = find_byte_order_mark(bytes);
  PageBytes page;
  page.raw = bytes.substr(mark.size);
  page.skipped = mark.size;
  if (mark.size > 0 && mark.charset != std::string_view("UTF-8"))
    return convert(std::move(page), mark.charset, false);
  if (mark.size == 0) {
    if (const char* utf16 = guess_utf16(bytes)) return convert(std::move(page), utf16, true);
  }
  const std::string declared = declared_charset(page.raw);
  // Bytes above 0x7F that are good UTF-8 are no accident, whatever a template declares; a few charsets are seven bits
  // wide and must be believed.
  const bool escapes = declared.compare(0, 8, "iso-2022") == 0 || declared == "hz-gb-2312";
  const bool valid = valid_utf8_prefix(page.raw) == page.raw.size();
  if (valid && !escapes) return page;
  if (mark.size == 0 && !declared.empty() && declared != "utf-8") {
    Result<PageBytes> converted = convert(page, declared, false);
    if (converted.ok()) return converted;
    page.notes.push_back({"bad_charset", "the declared charset \"" + declared + "\" is unknown", {}});
  }
  if (mark.size > 0 || (declared == "utf-8" && !looks_like_windows_1252(page.raw))) return repair(std::move(page));
  return convert(std::move(page), "windows-1252", true);
}

}  // namespace onrecord
