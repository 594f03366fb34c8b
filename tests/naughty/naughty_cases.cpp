// SPDX-License-Identifier: Apache-2.0
#include "naughty/naughty_cases.h"

namespace onrecord {
namespace {

using std::string_literals::operator""s;

std::string times(int count, const std::string& text) {
  std::string out;
  for (int k = 0; k < count; ++k) out += text;
  return out;
}

std::string utf16_le(const std::string& ascii) {
  std::string out = "\xFF\xFE";
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

constexpr auto kText = InputFormat::Text;
constexpr auto kHtml = InputFormat::Html;
constexpr auto kJsonl = InputFormat::Jsonl;
constexpr auto kBad = ErrorCode::BadInput;

std::vector<NaughtyCase> byte_cases() {
  return {
      {"empty", "", kText, kBad, "the file is empty", ""},
      {"empty page", "", kHtml, kBad, "the file is empty", ""},
      {"empty JSON Lines", "", kJsonl, kBad, "the file is empty", ""},
      {"blanks only", " \t\r\n\n \xC2\xA0", kText, kBad, "only blanks", ""},
      {"byte order mark only", "\xEF\xBB\xBF", kText, kBad, "only blanks", ""},
      {"UTF-16 mark only", "\xFF\xFE", kText, kBad, "only blanks", ""},
      {"bad UTF-8",
       "Zo\xC3\xAB and Ren\xC3\xA9 said \xFF\xFE no.",
       kText,
       {},
       "said \xEF\xBF\xBD\xEF\xBF\xBD no.",
       "bad_utf8"},
      {"overlong slash", "He said \xC0\xAF no.", kText, {}, "He said", "bad_utf8"},
      {"surrogates as UTF-8", "He said \xED\xA0\x80\xED\xB0\x80 no.", kText, {}, "He said", "bad_utf8"},
      {"above U+10FFFF", "He said \xF4\x90\x80\x80 no.", kText, {}, "He said", "bad_utf8"},
      {"cut sequence at the end",
       "Twenty caf\xC3\xA9s in Zo\xC3\xAB's street, he said \xE2\x82",
       kText,
       {},
       "he said",
       "bad_utf8"},
      {"windows-1252",
       "\x93I don\x92t know,\x94 the caf\xE9 owner said.",
       kText,
       {},
       "“I don’t know,” the café owner",
       "charset_guessed"},
      {"NULs", "He sa\0id n\0o, and nothing else was said that day."s, kText, {}, "He said no", "nul_bytes"},
      {"UTF-16", utf16_le("He said no.\r\n"), kText, {}, "He said no.\n", ""},
      {"CR line ends", "First line.\rSecond line.\r\rThird.", kText, {}, "First line.\nSecond line.\n\nThird.", ""},
      {"PDF", "%PDF-1.7\n1 0 obj", kText, kBad, "a PDF document", ""},
      {"ZIP named as a page", "PK\x03\x04\x14\0\0\0"s, kHtml, kBad, "a ZIP archive", ""},
      {"PNG named as JSON Lines", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, kJsonl, kBad, "a PNG picture", ""},
      {"random bytes", times(100, "\x01\x02\x00\x03\x7F\x80\xFF"s), kText, kBad, "a binary file", ""},
  };
}

std::vector<NaughtyCase> text_cases() {
  const std::string brackets =
      std::string("He said ").append(times(10'000, "(")).append("no").append(times(10'000, ")"));
  const std::string quotes =
      std::string("He said ").append(times(10'000, "“‘")).append("no").append(times(10'000, "’”"));
  return {
      {"one word of 1 MB", times(1'000'000, "a"), kText, {}, "aaa", ""},
      {"1 MB of combining marks", "e"s + times(500'000, "\xCC\x81"), kText, {}, "e\xCC\x81", ""},
      {"200,000 full stops", times(200'000, "."), kText, {}, "...", ""},
      {"50,000 quotation marks", times(50'000, "\""), kText, {}, "\"\"", ""},
      {"100,000 empty lines", "One."s + times(100'000, "\n") + "Two.", kText, {}, "Two.", ""},
      {"digits without end", times(300'000, "7"), kText, {}, "777", ""},
      {"commas and numbers", times(20'000, "1,"), kText, {}, "1,1", ""},
      {"names without end", times(10'000, "Ann Lee of "), kText, {}, "Ann Lee", ""},
      {"days without end", times(50'000, "5 to "), kText, {}, "5 to", ""},
      {"stages without end", times(100'000, "early "), kText, {}, "early", ""},
      {"single marks without end", times(50'000, "'a "), kText, {}, "'a", ""},
      {"opening marks without end", times(50'000, "“a "), kText, {}, "“a", ""},
      {"dollars without end", times(10'000, "$5 "), kText, {}, "$5", ""},
      {"said without end", times(10'000, "he said "), kText, {}, "he said", ""},
      {"capitals without end", times(10'000, "THE MAYOR "), kText, {}, "MAYOR", ""},
      {"months without end", times(10'000, "May "), kText, {}, "May", ""},
      {"unclosed quote",
       "He said: “We will come. And then some more.\n\nThe end came later.",
       kText,
       {},
       "We will",
       ""},
      {"10,000 nested brackets", brackets, kText, {}, "((", ""},
      {"10,000 nested quotes", quotes, kText, {}, "“‘“", ""},
      {"impossible dates",
       "On February 30, 2023, on 31/31/2031, at 25:99 on the 45th of Octember, he said so.",
       kText,
       {},
       "February 30",
       ""},
      {"huge numbers",
       "It cost 1e999 dollars, $"s + times(400, "9") +
           " million, or 1/0 of £-0, and 0.0000000001 per "
           "cent, said 99999999999999999999 officials.",
       kText,
       {},
       "1e999",
       ""},
      {"bidirectional controls",
       "He said \xE2\x80\xAE"
       "on\xE2\x80\xAC to \xE2\x81\xA6"
       "Cairo\xE2\x81\xA9, "
       "\xD9\x85\xD8\xB5\xD8\xB1.",
       kText,
       {},
       "\xE2\x80\xAE"
       "on",
       ""},
      {"emoji with joiners",
       "She said 👩🏽‍🚀👨‍👩‍👧‍👦 🇺🇦 to 1️⃣ person.",
       kText,
       {},
       "👩🏽‍🚀",
       ""},
      {"noncharacters", "He said \xEF\xBF\xBE\xEF\xBF\xBF\xF4\x8F\xBF\xBF no.", kText, {}, "He said", ""},
      {"a lone bracket", "<", kText, {}, "<", ""},
      {"looks like JSON", "{sic} he said", InputFormat::Auto, {}, "{sic}", ""},
      {"looks like a page", "<Reuters> He said no.", InputFormat::Auto, {}, "<Reuters>", ""},
  };
}

std::vector<NaughtyCase> page_cases() {
  return {
      {"broken page",
       "<html><body><p>He <b>said <i>no</b> to</p></div><table><td>it <a href='",
       kHtml,
       {},
       "He said no to",
       ""},
      {"page without body", "<html><head><title>Only a title</title></head></html>", kHtml, kBad, "no text", ""},
      {"page of script only", "<script>document.write('<p>He said no.</p>')</script>", kHtml, kBad, "no text", ""},
      {"unclosed script", "<p>He said no.</p><script>while (1 < 2) { <p>", kHtml, {}, "He said no.", ""},
      {"page 20,000 deep", times(20'000, "<div>") + "He said no.", kHtml, kBad, "levels deep", ""},
      {"page 4,000 deep", times(4'000, "<div>") + "<p>He said no.</p>", kHtml, {}, "He said no.", ""},
      {"10,000 unclosed paragraphs", times(10'000, "<p>He said no."), kHtml, {}, "He said no.", ""},
      {"bad references",
       "<p>He said &#xD800; &#0; &#x110000; &nosuch; &amp no.</p>",
       kHtml,
       {},
       "&nosuch; & no.",
       ""},
      {"absurd reference",
       "<p title='&#x0D6" + times(99, "e") + "0;'>He said &#x0D6" + times(99, "e") + "0; no.</p>",
       kHtml,
       {},
       "He said",
       ""},
      {"NUL in a page", "<p>He sa\0id no.</p><p>And he went.</p>"s, kHtml, {}, "no.", ""},
      {"text named as page", "He said no.", kHtml, {}, "He said no.", ""},
  };
}

std::vector<NaughtyCase> json_cases() {
  return {
      {"JSON Lines of blanks", "\xEF\xBB\xBF\n \n", kJsonl, kBad, "no article", ""},
      {"line cut off", "{\"text\": \"He said", kJsonl, kBad, "not JSON", ""},
      {"object without text", "{\"title\": \"He said\"}", kJsonl, kBad, "has no \"text\"", ""},
      {"text is null", "{\"text\": null}", kJsonl, kBad, "\"text\" is null", ""},
      {"text is a number", "{\"text\": 5}", kJsonl, kBad, "\"text\" is a number", ""},
      {"text is a list", "{\"text\": [\"He said\"]}", kJsonl, kBad, "\"text\" is a list", ""},
      {"text is blank", "{\"text\": \" \\n \"}", kJsonl, {}, "", "no_text"},
      {"not an object", "\"He said no.\"", kJsonl, kBad, "not an object", ""},
      {"nested 5,000 deep", "{\"text\": \"x\", \"y\": " + times(5'000, "[") + times(5'000, "]") + "}", kJsonl, kBad,
       "not JSON", ""},
      {"lone surrogates",
       R"({"text": "He said \ud800 no \udfff, and \ud83d\ude00."})",
       kJsonl,
       {},
       "\xF0\x9F\x98\x80",
       "lone_surrogate"},
      {"escaped NULs", R"({"text": "He\u0000 said no."})", kJsonl, {}, "He said no.", "nul_bytes"},
      {"impossible date",
       R"({"text": "He said no.", "published": "2023-02-29"})",
       kJsonl,
       {},
       "He said",
       "bad_published"},
      {"date as a number",
       R"({"text": "He said no.", "published": 1714041000})",
       kJsonl,
       {},
       "He said",
       "bad_published"},
      {"title of wrong type", R"({"text": "He said no.", "title": {"a": 1}})", kJsonl, {}, "He said", "bad_field"},
      {"id of 1e999", R"({"id": 1e999, "text": "He said no."})", kJsonl, kBad, "not JSON", ""},
  };
}

}  // namespace

std::vector<NaughtyCase> naughty_cases() {
  std::vector<NaughtyCase> all;
  for (auto make : {&byte_cases, &text_cases, &page_cases, &json_cases}) {
    for (NaughtyCase& one : make()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace onrecord
