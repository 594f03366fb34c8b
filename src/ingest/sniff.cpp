// SPDX-License-Identifier: Apache-2.0
#include "ingest/sniff.h"

#include <algorithm>

#include "ingest/charset.h"

namespace onrecord {
namespace {

struct Magic {
  std::string_view bytes;
  const char* kind;
};

constexpr Magic kMagics[] = {
    {"%PDF-", "a PDF document"},
    {std::string_view("PK\x03\x04", 4), "a ZIP archive (or a Word, OpenDocument or EPUB file)"},
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF87a", "a GIF picture"},
    {"GIF89a", "a GIF picture"},
    {"\x1F\x8B", "a gzip file; unpack it first"},
    {"\x28\xB5\x2F\xFD", "a zstd file; unpack it first"},
    {"\xFD"
     "7zXZ",
     "an xz file; unpack it first"},
    {"BZh91AY&SY", "a bzip2 file; unpack it first"},
    {"7z\xBC\xAF", "a 7-Zip archive"},
    {"\xD0\xCF\x11\xE0", "an old Microsoft Office file"},
    {"{\\rtf", "an RTF document"},
    {"\x7F"
     "ELF",
     "a program"},
    {"SQLite format 3", "an SQLite database"},
    {"OggS", "an Ogg sound or film"},
    {"ID3\x03", "an MP3 sound"},
    {"ID3\x04", "an MP3 sound"},
    {"PAR1", "a Parquet file"},
};

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return text.size() >= ending.size() &&
           std::equal(ending.begin(), ending.end(), text.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return a == lower_ascii(b); });
  });
}

std::string_view skip_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

// Tags and declarations that a page or a piece of one begins with.
constexpr std::string_view kFirstTags[] = {
    "!doctype", "!--",  "html", "head",   "body",   "meta",   "title",  "article",   "main", "section", "div",
    "p",        "span", "h1",   "h2",     "h3",     "ul",     "ol",     "table",     "b",    "i",       "em",
    "strong",   "a",    "br",   "header", "script", "style",  "link",   "base",      "img",  "nav",     "center",
    "font",     "form", "pre",  "figure", "aside",  "footer", "iframe", "blockquote"};

bool begins_like_html(std::string_view text) {
  if (text.substr(0, 1) != "<") return false;
  std::string word;
  for (const char c : text.substr(1, 10)) word += lower_ascii(c);
  if (word.substr(0, 4) == "?xml") {
    const std::size_t end = text.find("?>");
    return end != std::string_view::npos && begins_like_html(skip_blanks(text.substr(end + 2)));
  }
  return std::any_of(std::begin(kFirstTags), std::end(kFirstTags), [&](std::string_view tag) {
    if (word.compare(0, tag.size(), tag) != 0) return false;
    if (tag[0] == '!') return true;
    const char next = tag.size() < word.size() ? word[tag.size()] : '\0';
    return next == '>' || next == '/' || is_blank(next);
  });
}

// {"key": …
bool begins_like_object(std::string_view text) {
  if (text.substr(0, 1) != "{") return false;
  text = skip_blanks(text.substr(1));
  if (text.substr(0, 1) != "\"") return false;
  const std::size_t close = text.find('"', 1);
  if (close == std::string_view::npos) return false;
  return skip_blanks(text.substr(close + 1)).substr(0, 1) == ":";
}

}  // namespace

InputFormat guess_format(std::string_view head, std::string_view source_uri) {
  if (ends_with_any(source_uri, {".jsonl", ".ndjson"})) return InputFormat::Jsonl;
  if (ends_with_any(source_uri, {".html", ".htm", ".xhtml"})) return InputFormat::Html;
  if (ends_with_any(source_uri, {".txt", ".text"})) return InputFormat::Text;
  head.remove_prefix(find_byte_order_mark(head).size);
  head = skip_blanks(head);
  if (begins_like_html(head)) return InputFormat::Html;
  if (begins_like_object(head)) return InputFormat::Jsonl;
  return InputFormat::Text;
}

const char* binary_kind(std::string_view head) {
  for (const Magic& magic : kMagics) {
    if (head.substr(0, magic.bytes.size()) == magic.bytes) return magic.kind;
  }
  if (find_byte_order_mark(head).size > 0 || guess_utf16(head) != nullptr) return nullptr;
  head = head.substr(0, kSniffBytes);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !is_blank(c) && c != '\f' && c != '\x1B';
  });
  return static_cast<std::size_t>(controls) * 10 > head.size() ? "a binary file (many control characters)" : nullptr;
}

}  // namespace onrecord
