// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_entities.h"

#include "text/utf8.h"

namespace onrecord {
namespace {

struct Entity {
  std::string_view name;
  char32_t code;
};
constexpr Entity kEntities[] = {
    {"amp", U'&'},         {"quot", U'"'},        {"apos", U'\''},       {"lt", U'<'},          {"gt", U'>'},
    {"nbsp", U'\u00A0'},   {"rsquo", U'\u2019'},  {"lsquo", U'\u2018'},  {"rdquo", U'\u201D'},  {"ldquo", U'\u201C'},
    {"ndash", U'\u2013'},  {"mdash", U'\u2014'},  {"hellip", U'\u2026'}, {"pound", U'\u00A3'},  {"euro", U'\u20AC'},
    {"eacute", U'\u00E9'}, {"egrave", U'\u00E8'}, {"auml", U'\u00E4'},   {"ouml", U'\u00F6'},   {"uuml", U'\u00FC'},
    {"szlig", U'\u00DF'},  {"agrave", U'\u00E0'}, {"ccedil", U'\u00E7'}, {"ntilde", U'\u00F1'}, {"laquo", U'\u00AB'},
    {"raquo", U'\u00BB'},  {"copy", U'\u00A9'},
};

// The value of "8217" or "x2019"; 0 where it is none or no character.
char32_t numeric_value(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return 0;
  char32_t value = 0;
  for (const char c : digits) {
    const char small = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') value = value * (hex ? 16 : 10) + static_cast<char32_t>(c - '0');
    else if (hex && small >= 'a' && small <= 'f') value = value * 16 + static_cast<char32_t>(small - 'a' + 10);
    else return 0;
  }
  return value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) ? 0 : value;
}

char32_t value_of(std::string_view name) {
  if (!name.empty() && name[0] == '#') return numeric_value(name.substr(1));
  for (const Entity& entity : kEntities) {
    if (entity.name == name) return entity.code;
  }
  return 0;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t amp = std::min(text.find('&'), text.size());
    out.append(text.substr(0, amp));
    text.remove_prefix(amp);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, 12).find(';');
    const char32_t code = end == std::string_view::npos ? 0 : value_of(text.substr(1, end - 1));
    if (code != 0) append_utf8(out, code);
    else out += '&';
    text.remove_prefix(code != 0 ? end + 1 : 1);
  }
  return out;
}

}  // namespace onrecord
