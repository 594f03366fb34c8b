// SPDX-License-Identifier: Apache-2.0
#include "annotate/analyze.h"

#include "annotate/finders.h"
#include "annotate/stage_clock.h"

namespace onrecord {

// The way of the data, one line a stage. A stage sees only the layers in its call.
Document analyze(Article article, const std::vector<std::string>& skip, std::vector<StageTime>* times) {
  Document d(std::move(article));
  const Text& text = d.text();
  const MaybeText& published = d.article().about.published;
  StageClock clock(skip, times);

  // Paragraphs, words, sentences.
  clock.run("paragraphs", true, [&] { d.paragraphs.put(find_paragraphs(text)); });
  clock.run("tokens", d.paragraphs.present(), [&] { d.tokens.put(find_tokens(text, *d.paragraphs)); });
  clock.run("sentences", d.tokens.present(),
            [&] { d.sentences.put(find_sentences(text, *d.paragraphs, *d.tokens)); });

  // When and how much.
  const bool words = d.sentences.present();
  clock.run("times", words, [&] { d.times.put(find_times(text, *d.tokens, *d.sentences, published)); });
  clock.run("figures", d.times.present(),
            [&] { d.figures.put(find_figures(text, *d.tokens, *d.sentences, *d.times)); });

  // Who, and who said what.
  clock.run("names", words, [&] { d.names.put(find_names(text, *d.tokens, *d.sentences)); });
  clock.run("quotes", d.paragraphs.present(), [&] { d.quotes.put(find_quotes(text, *d.paragraphs)); });
  clock.run("statements", d.names.present() && d.quotes.present(), [&] {
    d.statements.put(find_statements(text, *d.paragraphs, *d.tokens, *d.sentences, *d.quotes, *d.names));
  });

  ONRECORD_ASSERT(verify(d).ok());
  return d;
}

}  // namespace onrecord
