// SPDX-License-Identifier: Apache-2.0
#include "store/search.h"

#include <algorithm>

#include "text/utf8.h"

namespace onrecord {
namespace {

// Put around every match by FTS5's highlight(). A text that holds such a sequence itself only gets an odd highlight.
constexpr std::string_view kOpen = "\x01\x02\x01";
constexpr std::string_view kClose = "\x02\x01\x02";

constexpr std::string_view kSpaces(" \t\r\n\0", 5);
constexpr std::string_view kWordEnds(" \t\r\n\0\"", 6);

bool searchable(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
  });
}

void append_term(std::string& out, std::string_view word, bool prefix) {
  if (!searchable(word)) return;
  if (!out.empty()) out += ' ';
  out += '"';
  out += word;
  out += prefix ? "\"*" : "\"";
}

struct Marked {
  std::string text;
  ByteSpans matches;
};

Marked unmark(std::string_view marked) {
  Marked out;
  std::uint32_t begin = 0;
  while (!marked.empty()) {
    const std::size_t at = std::min(marked.find(kOpen), marked.find(kClose));
    out.text += marked.substr(0, at);
    if (at == std::string_view::npos) break;
    const auto here = static_cast<std::uint32_t>(out.text.size());
    if (marked.substr(at, kOpen.size()) == kOpen) begin = here;
    else if (here > begin) out.matches.push_back({begin, here});
    marked.remove_prefix(at + kOpen.size());
  }
  return out;
}

// The window of about `size` bytes in which most matches begin, cut at spaces.
ByteSpan window_of(const Marked& marked, std::size_t size) {
  const std::string& text = marked.text;
  if (text.size() <= size) return {0, static_cast<std::uint32_t>(text.size())};
  std::size_t best = 0, most = 0;
  for (std::size_t first = 0; first < marked.matches.size(); ++first) {
    std::size_t last = first;
    while (last < marked.matches.size() && marked.matches[last].end <= marked.matches[first].begin + size * 3 / 4)
      ++last;
    if (last - first > most) {
      most = last - first;
      best = first;
    }
  }
  const std::size_t match = marked.matches.empty() ? 0 : marked.matches[best].begin;
  std::size_t begin = std::min(match - std::min(match, size / 4), text.size() - size);
  std::size_t end = begin + size;
  if (begin > 0) {
    const std::size_t space = text.find_first_of(" \n", begin);
    begin = space < match ? space + 1 : begin;
  }
  if (end < text.size()) {
    const std::size_t space = text.find_last_of(" \n", end);
    end = space != std::string::npos && space > match + size / 4 ? space : end;
  }
  while (!is_utf8_boundary(text, begin)) --begin;
  while (!is_utf8_boundary(text, end)) ++end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void set_snippet(SearchHit& hit, std::string_view highlighted, std::size_t size) {
  const Marked marked = unmark(highlighted);
  const ByteSpan window = window_of(marked, size);
  hit.snippet = marked.text.substr(window.begin, window.size());
  for (const ByteSpan match : marked.matches) {
    if (window.contains(match)) hit.highlights.push_back({match.begin - window.begin, match.end - window.begin});
  }
  hit.span = window;
}

// Columns: id, article, title, published, source_uri, speaker, score, highlighted text.
constexpr const char* kStatements =
    "SELECT s.id, s.article, a.title, a.published, a.source_uri, s.speaker, bm25(statements_fts), "
    "highlight(statements_fts, 1, ?2, ?3) FROM statements_fts JOIN statements s ON s.number = statements_fts.rowid "
    "JOIN articles a ON a.id = s.article WHERE statements_fts MATCH ?1 ORDER BY bm25(statements_fts), s.id LIMIT ?4";
constexpr const char* kArticles =
    "SELECT a.id, a.id, a.title, a.published, a.source_uri, NULL, bm25(articles_fts), "
    "highlight(articles_fts, 1, ?2, ?3) FROM articles_fts JOIN articles a ON a.number = articles_fts.rowid "
    "WHERE articles_fts MATCH ?1 ORDER BY bm25(articles_fts), a.id LIMIT ?4";

Status find_in(const Sqlite& db, const std::string& table, const std::string& query, const SearchOptions& options,
               std::vector<SearchHit>& hits) {
  const bool statements = table == "statements";
  ONRECORD_TRY(Prepared find, db.prepare(statements ? kStatements : kArticles));
  find.bind(query, kOpen, kClose, options.limit);
  while (true) {
    ONRECORD_TRY(const bool found, find.step());
    if (!found) return Ok{};
    SearchHit hit;
    hit.table = table;
    hit.row = find.string(0);
    hit.article = find.string(1);
    hit.title = find.maybe_text(2);
    hit.published = find.maybe_text(3);
    hit.source_uri = find.string(4);
    hit.speaker = find.maybe_text(5);
    hit.score = find.real(6);
    set_snippet(hit, find.text(7), options.snippet_bytes);
    if (statements) hit.span.reset();  // content may be broken; evidence tells where its pieces stand
    hits.push_back(std::move(hit));
  }
}

}  // namespace

std::string fts_query(std::string_view words) {
  std::string out;
  while (true) {
    const std::size_t start = words.find_first_not_of(kSpaces);
    if (start == std::string_view::npos) return out;
    words.remove_prefix(start);
    const bool phrase = words.front() == '"';
    if (phrase) words.remove_prefix(1);
    const std::size_t end = std::min(words.find_first_of(phrase ? "\"" : kWordEnds), words.size());
    std::string_view word = words.substr(0, end);
    words.remove_prefix(phrase ? std::min(end + 1, words.size()) : end);
    const bool prefix = !phrase && !word.empty() && word.back() == '*';
    if (prefix) word.remove_suffix(1);
    append_term(out, word, prefix);
  }
}

Result<std::vector<SearchHit>> search_text(const Sqlite& db, std::string_view words, const SearchOptions& options) {
  std::vector<SearchHit> hits;
  const std::string query = fts_query(words);
  if (query.empty()) return Error{ErrorCode::InvalidArgument, "there is no word to look for", std::string(words)};
  const Snapshot snapshot(db);
  if (options.in != SearchIn::Articles) ONRECORD_CHECK_OK(find_in(db, "statements", query, options, hits));
  if (options.in != SearchIn::Statements) ONRECORD_CHECK_OK(find_in(db, "articles", query, options, hits));
  return hits;
}

}  // namespace onrecord
