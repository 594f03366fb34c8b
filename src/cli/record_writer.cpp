// SPDX-License-Identifier: Apache-2.0
#include "cli/record_writer.h"

#include <filesystem>
#include <functional>
#include <unordered_set>

#include "cli/output_file.h"
#include "format/format.h"
#include "format/html.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

// Formats in which records simply follow each other.
class StreamSink : public RecordSink {
 public:
  using Append = std::function<void(const Record&, std::string&)>;
  StreamSink(OutputFile file, Append append) : file_(std::move(file)), append_(std::move(append)) {}

  std::string render(const Record& record) const override {
    std::string bytes;
    append_(record, bytes);
    return bytes;
  }
  Status write(const Record&, const std::string& rendered) override { return file_.write(rendered); }
  Status finish() override { return file_.finish(); }

 private:
  OutputFile file_;
  Append append_;
};

// brat reads a folder of NAME.txt and NAME.ann.
class BratFolder : public RecordSink {
 public:
  explicit BratFolder(std::string folder) : folder_(std::move(folder)) {}

  std::string render(const Record& record) const override {
    std::string annotations;
    append_brat(record, annotations);
    return annotations;
  }
  Status write(const Record& record, const std::string& rendered) override {
    const std::string stem = (fs::path(folder_) / name_of_article(record.article)).string();
    ONRECORD_CHECK_OK(write_file(stem + ".txt", record.article.text));
    return write_file(stem + ".ann", rendered);
  }
  Status finish() override { return Ok{}; }

 private:
  static Status write_file(const std::string& path, const std::string& bytes) {
    Result<OutputFile> file = OutputFile::open(path);
    if (!file.ok()) return file.error();
    ONRECORD_CHECK_OK(file->write(bytes));
    return file->finish();
  }

  // The stem of the file's name in safe letters, with the article's id where another article has it already.
  std::string name_of_article(const ArticleRow& article) {
    constexpr std::size_t kLongest = 100;  // file systems stop at 255 bytes
    std::string name = fs::path(article.source_uri).stem().string().substr(0, kLongest);
    for (char& c : name) {
      const bool safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      if (!safe) c = '-';
    }
    if (name.empty() || name == "-" || !taken_.insert(name).second) name += '-' + article.id;
    return name;
  }

  std::string folder_;
  std::unordered_set<std::string> taken_;
};

// All records on one page, written at the end.
class HtmlSink : public RecordSink {
 public:
  explicit HtmlSink(OutputFile file) : file_(std::move(file)) {}

  std::string render(const Record&) const override { return ""; }  // a page is numbered through: in order
  Status write(const Record& record, const std::string&) override {
    page_.add(record);
    return Ok{};
  }
  Status finish() override {
    ONRECORD_CHECK_OK(file_.write(page_.finish()));
    return file_.finish();
  }

 private:
  OutputFile file_;
  HtmlPage page_;
};

// On a stream each article begins with a line that names its text; brat takes "# " lines for comments.
void append_brat_with_header(const Record& record, std::string& out) {
  out.append("# article ").append(record.article.id).append(" text ").append(record.article.source_uri);
  out += '\n';
  append_brat(record, out);
}

}  // namespace

const std::vector<std::string>& format_words() {
  static const std::vector<std::string> kWords = {"jsonl", "conllu", "brat", "html"};
  return kWords;
}

Result<std::unique_ptr<RecordSink>> open_sink(const std::string& format, const std::string& out) {
  if (format == "brat" && !out.empty()) {
    std::error_code error;
    fs::create_directories(out, error);
    if (error) return Error{ErrorCode::Unreadable, "cannot make the folder (" + error.message() + ')', out};
    return std::unique_ptr<RecordSink>(std::make_unique<BratFolder>(out));
  }
  ONRECORD_TRY(OutputFile file, OutputFile::open(out));
  if (format == "html") return std::unique_ptr<RecordSink>(std::make_unique<HtmlSink>(std::move(file)));
  StreamSink::Append append = append_jsonl;
  if (format == "conllu") append = append_conllu;
  if (format == "brat") append = append_brat_with_header;
  return std::unique_ptr<RecordSink>(std::make_unique<StreamSink>(std::move(file), std::move(append)));
}

}  // namespace onrecord
