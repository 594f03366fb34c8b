// SPDX-License-Identifier: Apache-2.0
// CoNLL-U (universaldependencies.org/format.html). A sentence is
//   # newdoc id = …      before the first of an article
//   # newpar             before the first of a paragraph
//   # sent_id = ARTICLE-N
//   # text = …           the words as they stand; runs of blanks and line ends become one blank
//   ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC, tab-separated, "_" where unknown
// MISC holds SpaceAfter=No where the next word follows without a blank, and TokenRange=START:END in code points of
// the article's text. Words that share one span are the parts of a multiword token and follow its range line.
#include "format/format.h"
#include "text/offsets.h"

namespace onrecord {
namespace {

class ConlluWriter {
 public:
  ConlluWriter(const Record& record, std::string& out)
      : record_(record), text_(record.article.text), index_(record.article.text), out_(out) {}

  void write();

 private:
  void sentence(std::uint32_t number, std::size_t begin, std::size_t end);
  void header(std::uint32_t number, std::size_t begin, std::size_t end);
  void word(const TokenRow& token, std::size_t begin, std::size_t at, bool part);
  void misc(std::size_t at);
  bool space_after(std::size_t at) const;
  std::size_t same_span(std::size_t at, std::size_t end) const;
  void column(const MaybeText& value) { out_.append(1, '\t').append(value && !value->empty() ? *value : "_"); }

  const Record& record_;
  std::string_view text_;
  OffsetIndex index_;
  std::string& out_;
  std::size_t paragraph_ = 0;  // the next that has not begun
};

// The first token after `at` that has another span.
std::size_t ConlluWriter::same_span(std::size_t at, std::size_t end) const {
  std::size_t next = at + 1;
  while (next < end && record_.tokens[next].span == record_.tokens[at].span) ++next;
  return next;
}

// Whether anything but the next token follows the token at `at`; true at the text's end.
bool ConlluWriter::space_after(std::size_t at) const {
  const std::size_t next = same_span(at, record_.tokens.size());
  return next == record_.tokens.size() || record_.tokens[next].span.begin != record_.tokens[at].span.end;
}

void ConlluWriter::header(std::uint32_t number, std::size_t begin, std::size_t end) {
  if (begin == 0) out_.append("# newdoc id = ").append(record_.article.id).append(1, '\n');
  bool opens = false;
  while (paragraph_ < record_.paragraphs.size() &&
         record_.paragraphs[paragraph_].begin <= record_.tokens[begin].span.begin) {
    opens = true;
    ++paragraph_;
  }
  if (opens) out_ += "# newpar\n";
  out_.append("# sent_id = ").append(record_.article.id).append(1, '-').append(std::to_string(number + 1));
  out_ += "\n# text = ";
  for (std::size_t at = begin; at < end; at = same_span(at, end)) {
    const ByteSpan span = record_.tokens[at].span;
    out_ += text_.substr(span.begin, span.size());
    if (same_span(at, end) < end && space_after(at)) out_ += ' ';
  }
  out_ += '\n';
}

void ConlluWriter::misc(std::size_t at) {
  const CodepointSpan range = index_.to_codepoints(record_.tokens[at].span);
  out_ += !space_after(at) ? "\tSpaceAfter=No|TokenRange=" : "\tTokenRange=";
  out_.append(std::to_string(range.begin)).append(1, ':').append(std::to_string(range.end)).append(1, '\n');
}

void ConlluWriter::word(const TokenRow& token, std::size_t begin, std::size_t at, bool part) {
  out_.append(std::to_string(at - begin + 1)).append(1, '\t').append(token.form.empty() ? "_" : token.form);
  column(token.lemma);
  column(token.upos);
  column(token.xpos);
  column(token.feats);
  const bool root = !token.head && token.deprel;
  if (token.head && *token.head >= begin) out_.append(1, '\t').append(std::to_string(*token.head - begin + 1));
  else out_ += root ? "\t0" : "\t_";
  column(token.deprel);
  out_ += "\t_";
  if (part) out_ += "\t_\n";
}

void ConlluWriter::sentence(std::uint32_t number, std::size_t begin, std::size_t end) {
  header(number, begin, end);
  for (std::size_t at = begin; at < end;) {
    const std::size_t next = same_span(at, end);
    const bool multiword = next - at > 1;
    if (multiword) {
      const ByteSpan span = record_.tokens[at].span;
      out_.append(std::to_string(at - begin + 1)).append(1, '-').append(std::to_string(next - begin)).append(1, '\t');
      out_.append(text_.substr(span.begin, span.size())).append("\t_\t_\t_\t_\t_\t_\t_");
      misc(at);
    }
    for (std::size_t part = at; part < next; ++part) word(record_.tokens[part], begin, part, multiword);
    if (!multiword) misc(at);
    at = next;
  }
  out_ += '\n';
}

void ConlluWriter::write() {
  const std::size_t size = record_.tokens.size();
  for (std::size_t begin = 0; begin < size;) {
    const std::uint32_t number = record_.tokens[begin].sentence;
    std::size_t end = begin;
    while (end < size && record_.tokens[end].sentence == number) ++end;
    sentence(number, begin, end);
    begin = end;
  }
}

}  // namespace

void append_conllu(const Record& record, std::string& out) { ConlluWriter(record, out).write(); }

}  // namespace onrecord
