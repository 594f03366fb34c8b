// SPDX-License-Identifier: Apache-2.0
#include "ingest/jsonl.h"

#include <simdjson.h>

#include <unordered_set>

#include "base/hash.h"
#include "ingest/checks.h"

namespace onrecord {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

const char* type_word(element value) {
  switch (value.type()) {
    case element_type::ARRAY: return "a list";
    case element_type::OBJECT: return "an object";
    case element_type::BOOL: return "true or false";
    case element_type::NULL_VALUE: return "null";
    case element_type::STRING: return "a string";
    default: return "a number";
  }
}

// The ids seen lately, to tell of duplicates in bounded memory: at least the last 500,000.
class RecentIds {
 public:
  // Whether the id was there before; remembers it.
  bool seen(std::string_view id) {
    const std::uint64_t hash = hash64(id);
    if (older_.count(hash) > 0 || !newer_.insert(hash).second) return true;
    if (newer_.size() >= kGeneration) {
      older_ = std::move(newer_);
      newer_.clear();
    }
    return false;
  }

 private:
  static constexpr std::size_t kGeneration = 500'000;
  std::unordered_set<std::uint64_t> newer_, older_;
};

// Makes each \uD800…\uDFFF escape that has no partner a \uFFFD of the same length; the number of them.
std::size_t replace_lone_surrogates(std::string& json) {
  const auto unit_at = [&](std::size_t at) -> unsigned {
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return 0;
    unsigned unit = 0;
    for (const char c : std::string_view(json).substr(at + 2, 4)) {
      const char small = static_cast<char>(c | 0x20);
      if (c >= '0' && c <= '9') unit = unit * 16 + static_cast<unsigned>(c - '0');
      else if (small >= 'a' && small <= 'f') unit = unit * 16 + static_cast<unsigned>(small - 'a' + 10);
      else return 0;
    }
    return unit;
  };
  std::size_t replaced = 0;
  for (std::size_t at = json.find('\\'); at != std::string::npos && at + 1 < json.size(); at = json.find('\\', at)) {
    const unsigned unit = unit_at(at);
    if (unit < 0xD800 || unit > 0xDFFF) {
      at += 2;
    } else if (unit < 0xDC00 && unit_at(at + 6) >= 0xDC00 && unit_at(at + 6) <= 0xDFFF) {
      at += 12;
    } else {
      json.replace(at + 2, 4, "fffd");
      ++replaced;
      at += 6;
    }
  }
  return replaced;
}

// The fields of one object, with a note for each that cannot be used.
class Fields {
 public:
  Fields(object fields, std::vector<Note>& notes) : fields_(fields), notes_(notes) {}

  MaybeText text(const char* key) {
    element value;
    if (fields_[key].get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
    std::string_view chars;
    if (value.get(chars) == simdjson::SUCCESS) return std::string(chars);
    wrong_type(key, value, "a string");
    return std::nullopt;
  }

  // A string, or a number as it would print.
  MaybeText text_or_number(const char* key) {
    element value;
    if (fields_[key].get(value) != simdjson::SUCCESS || !value.is_number()) return text(key);
    return simdjson::minify(value);
  }

  MaybeText date(const char* key, const char* code) {
    element value;
    if (fields_[key].get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
    std::string_view chars;
    if (value.get(chars) != simdjson::SUCCESS) return checked_date(simdjson::minify(value), code, notes_);
    return chars.empty() ? std::nullopt : checked_date(chars, code, notes_);
  }

  std::vector<std::string> texts(const char* key) {
    element value;
    simdjson::dom::array list;
    if (fields_[key].get(value) != simdjson::SUCCESS || value.get(list) != simdjson::SUCCESS) {
      const MaybeText one = text(key);
      return one && !one->empty() ? std::vector<std::string>{*one} : std::vector<std::string>{};
    }
    std::vector<std::string> out;
    for (const element item : list) {
      std::string_view chars;
      if (item.get(chars) == simdjson::SUCCESS) out.emplace_back(chars);
      else wrong_type(key, item, "a list of strings");
    }
    return out;
  }

 private:
  void wrong_type(const char* key, element value, const char* wanted) {
    notes_.push_back({"bad_field",
                      std::string("\"") + key + "\" holds " + type_word(value) + ", not " + wanted + "; left out",
                      {}});
  }

  object fields_;
  std::vector<Note>& notes_;
};

Result<std::string_view> text_of(object fields, const std::string& where) {
  element value;
  std::string_view text;
  if (fields["text"].get(value) != simdjson::SUCCESS) {
    return Error{ErrorCode::BadInput, "the object has no \"text\"", where};
  }
  if (value.get(text) == simdjson::SUCCESS) return text;
  return Error{ErrorCode::BadInput, std::string("\"text\" is ") + type_word(value) + ", not a string", where};
}

}  // namespace

struct JsonlReader::Impl {
  InputOptions options;
  simdjson::dom::parser parser;
  RecentIds ids;

  Result<object> parse(const InputReader::Line& line, const std::string& where, std::vector<Note>& notes);
  ArticleRow read_about(Fields& fields, const std::string& where, std::vector<Note>& notes);
};

Result<object> JsonlReader::Impl::parse(const InputReader::Line& line, const std::string& where,
                                        std::vector<Note>& notes) {
  element root;
  // The padding lies behind the line (kLinePadding), so nothing is copied.
  auto code = parser.parse(line.bytes.data(), line.bytes.size(), false).get(root);
  if (code == simdjson::UTF8_ERROR || code == simdjson::STRING_ERROR) {
    std::size_t bad_bytes = 0;
    std::string repaired = repair_utf8(line.bytes, bad_bytes);
    const std::size_t surrogates = replace_lone_surrogates(repaired);
    code = parser.parse(repaired).get(root);
    if (bad_bytes > 0) {
      notes.push_back({"bad_utf8", std::to_string(bad_bytes) + " ill-formed byte sequences replaced by U+FFFD", {}});
    }
    if (surrogates > 0) {
      notes.push_back({"lone_surrogate", std::to_string(surrogates) + " lone surrogates replaced by U+FFFD", {}});
    }
  }
  if (code != simdjson::SUCCESS) {
    return Error{ErrorCode::BadInput, std::string("the line is not JSON: ") + simdjson::error_message(code), where};
  }
  object fields;
  if (root.get(fields) == simdjson::SUCCESS) return fields;
  return Error{ErrorCode::BadInput, std::string("the line holds ") + type_word(root) + ", not an object", where};
}

ArticleRow JsonlReader::Impl::read_about(Fields& fields, const std::string& where, std::vector<Note>& notes) {
  ArticleRow about;
  about.source_id = fields.text_or_number("id");
  about.title = fields.text("title");
  about.publisher = fields.text("publisher");
  about.language = fields.text("language");
  about.authors = fields.texts("authors");
  about.updated = fields.date("updated", "bad_updated");
  const MaybeText url = fields.text("url");
  about.source_uri = url && !url->empty() ? *url
                     : about.source_id    ? options.source_uri + '#' + *about.source_id
                                          : where;
  about.published = fields.date("published", "bad_published");
  if (about.published) about.published_from = "metadata";
  set_published_argument(about, options);
  if (about.source_id && ids.seen(*about.source_id)) {
    notes.push_back({"duplicate_id", "the id \"" + *about.source_id + "\" was there before in this input", {}});
  }
  return about;
}

JsonlReader::JsonlReader(InputOptions options) : impl_(std::make_unique<Impl>()) {
  impl_->options = std::move(options);
}
JsonlReader::JsonlReader(JsonlReader&&) noexcept = default;
JsonlReader::~JsonlReader() = default;

bool JsonlReader::is_blank(const InputReader::Line& line) {
  return !line.too_long && line.bytes.find_first_not_of(" \t\r") == std::string_view::npos;
}

Result<Article> JsonlReader::read(const InputReader::Line& line) {
  const std::string where = impl_->options.source_uri + ':' + std::to_string(line.number);
  if (line.too_long) return too_large(std::to_string(line.size), impl_->options, where);
  std::vector<Note> notes;
  ONRECORD_TRY(const object fields, impl_->parse(line, where, notes));
  ONRECORD_TRY(const std::string_view text, text_of(fields, where));
  Fields reader(fields, notes);
  ArticleRow about = impl_->read_about(reader, where, notes);
  Article article = make_article(std::move(about), text);
  if (!has_words(article)) notes.push_back({"no_text", "the article has no text, only what is said of it", {}});
  article.notes.insert(article.notes.begin(), notes.begin(), notes.end());
  return article;
}

}  // namespace onrecord
