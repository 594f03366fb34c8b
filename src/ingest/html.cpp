// SPDX-License-Identifier: Apache-2.0
// HTML: charset, parse, metadata, body, text.
#include "ingest/charset.h"
#include "ingest/checks.h"
#include "ingest/html_charset.h"
#include "ingest/html_metadata.h"
#include "ingest/html_text.h"
#include "ingest/ingest.h"

namespace onrecord {
namespace {

Error at_source(Error error, const InputOptions& options) {
  error.where = options.source_uri;
  return error;
}

// The article's text, or where no part of the page is one, all of it.
PageText text_of(const Page& page, std::string_view title, std::vector<Note>& notes) {
  PageText text = write_text(page, find_body(page), title);
  if (!text.text.empty()) return text;
  Body all;
  all.roots.push_back(0);
  all.dropped.assign(page.size(), false);
  for (NodeIndex at = 0; at < page.size(); ++at) {
    const GumboTag tag = page[at].tag();
    all.dropped[at] = tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE;
  }
  text = write_text(page, all, title);
  if (!text.text.empty())
    notes.push_back({"no_article", "no part of the page looks like an article; all is kept", {}});
  return text;
}

}  // namespace

Result<Article> read_html(std::string_view bytes, const InputOptions& options) {
  ONRECORD_CHECK_OK(check_input(bytes, options));
  Result<PageBytes> decoded = decode_page(bytes);
  if (!decoded.ok()) return at_source(decoded.error(), options);
  Result<Page> page = Page::parse(decoded->utf8());
  if (!page.ok()) return at_source(page.error(), options);

  ArticleRow about;
  about.source_uri = options.source_uri;
  set_published_argument(about, options);
  std::vector<Note> notes = decoded->notes;
  read_metadata(*page, options.source_uri, about, notes);
  PageText text = text_of(*page, about.title.value_or(""), notes);
  if (text.text.empty()) {
    return Error{ErrorCode::BadInput, "the page has no text", options.source_uri};
  }
  SourceMap map = decoded->is_copy() ? text.map.shifted(decoded->skipped) : SourceMap{};
  Article article = make_article(std::move(about), std::move(text.text), std::move(map));
  article.notes = std::move(notes);
  return check_has_words(std::move(article));
}

}  // namespace onrecord
