// SPDX-License-Identifier: Apache-2.0
#include "format/html.h"

#include "base/sha256.h"
#include "format/html_cards.h"
#include "format/html_text.h"
#include "format/page/assets.h"
#include "onrecord/version.h"

namespace onrecord {
namespace {

// The last part of a path or address.
std::string last_part(const std::string& uri) {
  const std::size_t slash = uri.find_last_of('/', uri.size() - 2);
  return slash == std::string::npos || uri.size() < 2 ? uri : uri.substr(slash + 1);
}

// What a reader knows the article by: its title, else a short first line, else the name of its file.
std::string title_of(const ArticleRow& article) {
  if (article.title && !article.title->empty()) return *article.title;
  const std::size_t begin = article.text.find_first_not_of(" \n\t");
  if (begin == std::string::npos) return last_part(article.source_uri);
  const std::string line = article.text.substr(begin, article.text.find('\n', begin) - begin);
  return line.size() <= 140 ? line : last_part(article.source_uri);
}

// Only these become links: a "javascript:" address in a feed must stay text.
bool is_web_address(std::string_view uri) { return uri.substr(0, 7) == "http://" || uri.substr(0, 8) == "https://"; }

void append_source(const std::string& uri, std::string& out) {
  if (is_web_address(uri)) {
    out += "<a rel=\"noreferrer\" href=\"";
    append_escaped(out, uri);
    out += "\">";
    append_escaped(out, uri);
    out += "</a>";
  } else {
    append_escaped(out, uri);
  }
}

// "The Harbour Post · 2024-04-25 · counts": what stands under a title.
std::string facts_of(const Record& record) {
  std::string facts;
  const auto add = [&](const MaybeText& words) {
    if (words && !words->empty()) facts += escaped(*words) + " · ";
  };
  add(record.article.publisher);
  for (const std::string& author : record.article.authors) add(author);
  if (record.article.published) add(record.article.published);
  else facts += "no publication date · ";
  const std::size_t count = record.statements.size();
  return facts + std::to_string(count) + (count == 1 ? " statement" : " statements");
}

void append_language(const MaybeText& language, std::string& out) {
  if (!language || language->empty()) return;
  out += " lang=\"";
  append_escaped(out, *language);
  out += '"';
}

constexpr const char* kLayerChoices[][2] = {
    {"statements", "Statements"}, {"events", "Events"},  {"transfers", "Transfers"}, {"figures", "Figures"},
    {"times", "Times"},           {"entities", "Names"}, {"places", "Places"},       {"sources", "Sources"},
};

}  // namespace

void HtmlPage::add(const Record& record) {
  const std::string number = std::to_string(++articles_);
  const std::string title = title_of(record.article);
  if (articles_ == 1) title_ = title;
  const std::string facts = facts_of(record);
  list_ += "<li><a href=\"#article-" + number + "\">" + escaped(title) + "</a> <span>" + facts + "</span></li>\n";

  body_ += "<article class=\"record\" id=\"article-" + number + "\">\n<header><h2>" + escaped(title) + "</h2>\n";
  body_ += "<p class=\"facts\">" + facts + "</p>\n<p class=\"from\">";
  append_source(record.article.source_uri, body_);
  body_ += "</p></header>\n<div class=\"text\" dir=\"auto\"";
  append_language(record.article.language, body_);
  body_ += ">\n";
  append_marked_text(record, body_);
  body_ += "</div>\n<aside class=\"cards\" aria-label=\"Record\">\n";
  append_cards(record, "a" + number + '-', body_);
  body_ += "</aside>\n</article>\n";
}

void HtmlPage::append_top(std::string& page) const {
  page += "<header class=\"top\"><a class=\"brand\" href=\"#top\">onrecord</a>\n";
  page +=
      "<label class=\"search\"><span class=\"hidden\">Search</span>"
      "<input type=\"search\" id=\"search\" placeholder=\"Search text and records\" autocomplete=\"off\">"
      "<output id=\"found\"></output></label>\n";
  page += "<fieldset class=\"layers\"><legend class=\"hidden\">Layers</legend>";
  for (const auto& [layer, words] : kLayerChoices) {
    if (body_.find(std::string("class=\"layer l-") + layer + '"') == std::string::npos) continue;
    page += std::string("<label class=\"k-") + layer + "\"><input type=\"checkbox\" checked value=\"" + layer +
            "\"><span>" + words + "</span></label>";
  }
  page += "</fieldset></header>\n";
}

std::string HtmlPage::finish() const {
  const std::string title = articles_ == 1 ? title_ : std::to_string(articles_) + " articles";
  std::string page = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  page += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" +
          sha256_base64(kPageStyle) + "'; script-src 'sha256-" + sha256_base64(kPageScript) +
          "'; base-uri 'none'; form-action 'none'\">\n";
  page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  page += "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + escaped(title) + " – onrecord</title>\n";
  page.append("<style>").append(kPageStyle).append("</style>\n</head>\n<body id=\"top\">\n");
  append_top(page);
  page += "<main>\n";
  if (articles_ > 1) page += "<nav aria-label=\"Articles\"><h1>" + title + "</h1><ol>\n" + list_ + "</ol></nav>\n";
  if (articles_ == 0) page += "<p class=\"empty\">No article was read.</p>\n";
  page += body_;
  page += std::string("</main>\n<footer>Made by onrecord ") + kVersion + ", record format " + kRecordFormat +
          ". Every highlight is a span of the text it stands in. Places: GeoNames, CC BY 4.0.</footer>\n";
  page.append("<script>").append(kPageScript).append("</script>\n</body>\n</html>\n");
  return page;
}

}  // namespace onrecord
