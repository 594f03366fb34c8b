// SPDX-License-Identifier: Apache-2.0
#include "nn/model_file.h"

#include <simdjson.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/hash.h"

namespace onrecord::nn {
namespace {

constexpr std::string_view kMagic = "ONRECORD";
constexpr std::size_t kFixed = 16;  // magic, version, length

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

std::size_t bytes_each(std::string_view dtype) {
  return dtype == "f32" ? 4 : dtype == "bf16" ? 2 : dtype == "i8" ? 1 : 0;
}

}  // namespace

// Reads the header step by step; the first thing that is wrong ends it.
class ModelParser {
 public:
  ModelParser(std::string bytes, std::string where) : where_(std::move(where)) { file_.bytes_ = std::move(bytes); }

  Result<ModelFile> parse() && {
    ONRECORD_CHECK_OK(fixed_part());
    simdjson::dom::parser parser;
    simdjson::dom::element header;
    if (parser.parse(file_.bytes_.substr(kFixed, data_begin_ - kFixed)).get(header) != simdjson::SUCCESS) {
      return bad("the header is not JSON");
    }
    ONRECORD_CHECK_OK(dimensions(header));
    ONRECORD_CHECK_OK(labels(header));
    ONRECORD_CHECK_OK(tensors(header));
    return std::move(file_);
  }

 private:
  Error bad(const std::string& what) const {
    return {ErrorCode::BadInput, "the model file cannot be used: " + what + "; get it again", where_};
  }

  Status fixed_part() {
    const std::string_view bytes = file_.bytes_;
    if (bytes.substr(0, kMagic.size()) != kMagic) return bad("it does not start as a model file");
    if (bytes.size() < kFixed) return bad("it is cut short");
    const std::uint32_t version = u32_at(bytes, 8);
    if (version != kModelFormatVersion) return wrong_version("format", version, kModelFormatVersion);
    data_begin_ = kFixed + u32_at(bytes, 12);
    if (bytes.size() < data_begin_) return bad("it is cut short inside its header");
    return Ok{};
  }

  Error wrong_version(const std::string& what, std::uint64_t found, std::uint64_t wanted) const {
    return {ErrorCode::WrongVersion,
            "the model has " + what + " version " + std::to_string(found) + ", this program reads version " +
                std::to_string(wanted),
            where_};
  }

  static bool strings(simdjson::dom::element from, std::string_view key, std::vector<std::string>& into) {
    simdjson::dom::array list;
    if (from[key].get(list) != simdjson::SUCCESS) return false;
    for (const simdjson::dom::element one : list) {
      std::string_view text;
      if (one.get(text) != simdjson::SUCCESS) return false;
      into.emplace_back(text);
    }
    return !into.empty();
  }

  Status dimensions(simdjson::dom::element header) {
    simdjson::dom::element sizes;
    if (header["dimensions"].get(sizes) != simdjson::SUCCESS) return bad("its header names no dimensions");
    Dimensions& d = file_.dimensions_;
    const std::pair<const char*, std::size_t*> fields[] = {{"hidden", &d.hidden},
                                                           {"positions", &d.positions},
                                                           {"arc", &d.arc},
                                                           {"rel", &d.rel},
                                                           {"cue_hidden", &d.cue_hidden},
                                                           {"coref_mention", &d.coref_mention},
                                                           {"coref_link", &d.coref_link},
                                                           {"coref_pair", &d.coref_pair},
                                                           {"coref_edge", &d.coref_edge}};
    for (const auto& [name, into] : fields) {
      if (!size_of(sizes[name], *into)) return bad(std::string("its dimension ") + name + " is missing or no size");
    }
    if (!sizes_of(sizes["heads"], d.heads) || !sizes_of(sizes["inner"], d.inner))
      return bad("its dimensions heads and inner are no lists of sizes, a layer each");
    if (d.heads.size() != d.inner.size() || d.positions < kMaxPieces)
      return bad("its dimensions do not fit the program");
    return Ok{};
  }

  static bool size_of(simdjson::simdjson_result<simdjson::dom::element> from, std::size_t& into) {
    std::uint64_t size = 0;
    if (from.get(size) != simdjson::SUCCESS || size == 0 || size > 8192) return false;
    into = size;
    return true;
  }

  static bool sizes_of(simdjson::simdjson_result<simdjson::dom::element> from, std::vector<std::size_t>& into) {
    simdjson::dom::array list;
    if (from.get(list) != simdjson::SUCCESS) return false;
    into.clear();
    for (simdjson::dom::element one : list) {
      if (!size_of(std::move(one), into.emplace_back())) return false;
    }
    return !into.empty();
  }

  Status labels(simdjson::dom::element header) {
    std::uint64_t spec = 0;
    std::string_view name, card;
    if (header["spec_version"].get(spec) != simdjson::SUCCESS) return bad("its header names no spec_version");
    if (spec != kSpecVersion) return wrong_version("spec", spec, kSpecVersion);
    if (header["name"].get(name) != simdjson::SUCCESS || header["card"].get(card) != simdjson::SUCCESS) {
      return bad("its header lacks a name or a card");
    }
    file_.name_ = name;
    file_.card_ = card;
    strings(header, "licences", file_.licences_);  // may be empty
    simdjson::dom::element sets;
    if (!strings(header, "vocabulary", file_.vocabulary_) || header["labels"].get(sets) != simdjson::SUCCESS ||
        !strings(sets, "tags", file_.labels_.tags) || !strings(sets, "lemmas", file_.labels_.lemmas) ||
        !strings(sets, "relations", file_.labels_.relations) || !strings(sets, "names", file_.labels_.names) ||
        !strings(sets, "known", file_.labels_.known)) {
      return bad("its header lacks the vocabulary or a label set");
    }
    return Ok{};
  }

  Status tensors(simdjson::dom::element header) {
    simdjson::dom::array list;
    if (header["tensors"].get(list) != simdjson::SUCCESS) return bad("its header lists no tensors");
    for (const simdjson::dom::element one : list) ONRECORD_CHECK_OK(tensor(one));
    const auto specs = weight_specs(file_.dimensions_, file_.labels_, file_.vocabulary_.size());
    for (const WeightSpec& spec : specs) {
      const auto found = shapes_.find(spec.name);
      if (found == shapes_.end()) return bad("the weight " + spec.name + " is missing");
      if (found->second != spec.shape) return bad("the weight " + spec.name + " has another shape");
    }
    if (shapes_.size() != specs.size()) return bad("it holds weights that are not in the spec");
    return Ok{};
  }

  Status tensor(simdjson::dom::element one) {
    std::string_view name, dtype;
    std::uint64_t offset = 0, scales = 0;
    simdjson::dom::array dims;
    if (one["name"].get(name) != simdjson::SUCCESS || one["dtype"].get(dtype) != simdjson::SUCCESS ||
        one["offset"].get(offset) != simdjson::SUCCESS || one["shape"].get(dims) != simdjson::SUCCESS) {
      return bad("a tensor has no name, dtype, shape or offset");
    }
    std::vector<std::size_t> shape;
    for (const simdjson::dom::element dim : dims) {
      std::uint64_t size = 0;
      if (dim.get(size) != simdjson::SUCCESS || size == 0 || size > (1U << 24)) {
        return bad("the weight " + std::string(name) + " has a dimension that is no size");
      }
      shape.push_back(size);
    }
    ModelFile::Entry entry{std::string(dtype), shape.size() > 1 ? shape[0] : 1, 1, data_begin_ + offset, 0};
    for (std::size_t k = shape.size() > 1 ? 1 : 0; k < shape.size(); ++k) entry.cols *= shape[k];
    const std::size_t size = entry.rows * entry.cols * bytes_each(dtype);
    if (size == 0) return bad("the weight " + std::string(name) + " has the unknown type " + std::string(dtype));
    if (dtype == "i8") {
      if (one["scales"].get(scales) != simdjson::SUCCESS)
        return bad("the weight " + std::string(name) + " has no scales");
      entry.scales = data_begin_ + scales;
      if (!inside(entry.scales, entry.rows * sizeof(float))) return bad("it is cut short at " + std::string(name));
    }
    if (!inside(entry.offset, size)) return bad("it is cut short at " + std::string(name));
    if (!shapes_.emplace(name, shape).second) return bad("the weight " + std::string(name) + " stands twice");
    file_.entries_.emplace(name, std::move(entry));
    return Ok{};
  }

  bool inside(std::size_t begin, std::size_t size) const {
    return begin >= data_begin_ && begin <= file_.bytes_.size() && size <= file_.bytes_.size() - begin;
  }

  ModelFile file_;
  std::string where_;
  std::size_t data_begin_ = 0;
  std::unordered_map<std::string, std::vector<std::size_t>> shapes_;
};

Result<ModelFile> ModelFile::open(const std::string& path) {
  std::error_code missing;
  const auto size = static_cast<std::streamsize>(std::filesystem::file_size(path, missing));
  std::ifstream stream(path, std::ios::binary);
  if (missing || !stream) return Error{ErrorCode::NotFound, "there is no model file here", path};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!stream.read(bytes.data(), size)) return Error{ErrorCode::Unreadable, "the model file cannot be read", path};
  return parse(std::move(bytes), path);
}

Result<ModelFile> ModelFile::parse(std::string bytes, const std::string& where) {
  return ModelParser(std::move(bytes), where).parse();
}

std::uint64_t ModelFile::hash() const { return hash64(bytes_); }

std::uint64_t ModelFile::weight_count() const {
  std::uint64_t count = 0;
  for (const auto& [name, entry] : entries_) count += entry.rows * entry.cols;
  return count;
}

std::vector<float> ModelFile::weight(const std::string& name) const {
  const Entry& entry = entries_.at(name);
  std::vector<float> out(entry.rows * entry.cols);
  const char* data = bytes_.data() + entry.offset;
  if (entry.dtype == "f32") {
    std::memcpy(out.data(), data, out.size() * sizeof(float));
  } else if (entry.dtype == "bf16") {
    for (std::size_t k = 0; k < out.size(); ++k) {
      std::uint16_t half = 0;
      std::memcpy(&half, data + 2 * k, sizeof half);
      const std::uint32_t bits = static_cast<std::uint32_t>(half) << 16;
      std::memcpy(&out[k], &bits, sizeof bits);
    }
  } else {
    for (std::size_t r = 0; r < entry.rows; ++r) {
      float scale = 0;
      std::memcpy(&scale, bytes_.data() + entry.scales + r * sizeof scale, sizeof scale);
      for (std::size_t c = 0; c < entry.cols; ++c) {
        out[r * entry.cols + c] = scale * static_cast<float>(static_cast<signed char>(data[r * entry.cols + c]));
      }
    }
  }
  return out;
}

}  // namespace onrecord::nn
