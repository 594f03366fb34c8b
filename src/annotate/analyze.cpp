// SPDX-License-Identifier: Apache-2.0
#include "annotate/analyze.h"

#include "annotate/coreference/find_coreference.h"
#include "annotate/finders.h"
#include "annotate/language/encode_words.h"
#include "annotate/language/find_syntax.h"
#include "annotate/language/name_spans.h"
#include "annotate/stage_clock.h"
#include "annotate/statements/role_scores.h"

namespace onrecord {

namespace {

// The model to read an article with: none for one that is too long.
const LanguageModel* model_for(Article& article, const AnalyzeOptions& options) {
  if (options.model == nullptr || article.text.size() <= kMostModelBytes) return options.model;
  article.notes.push_back({"too_long_for_model",
                           "the text is longer than " + std::to_string(kMostModelBytes) +
                               " bytes and was read without the language model",
                           std::nullopt});
  return nullptr;
}

}  // namespace

// The way of the data, one line a stage. A stage sees only the layers in its call.
Document analyze(Article article, const AnalyzeOptions& options) {
  const LanguageModel* model = model_for(article, options);
  LanguageScratch* scratch = options.scratch;
  Document d(std::move(article));
  const Text& text = d.text();
  const MaybeText& published = d.article().about.published;
  StageClock clock(options.skip, options.times);

  // Paragraphs, words, sentences.
  clock.run("paragraphs", true, [&] { d.paragraphs.put(find_paragraphs(text)); });
  clock.run("tokens", d.paragraphs.present(), [&] { d.tokens.put(find_tokens(text, *d.paragraphs)); });
  clock.run("sentences", d.tokens.present(),
            [&] { d.sentences.put(find_sentences(text, *d.paragraphs, *d.tokens)); });
  const bool words = d.sentences.present();

  // What the language model makes of the words.
  clock.run("encoder", words && model != nullptr,
            [&] { d.vectors.put(encode_words(text, *d.tokens, *d.sentences, *model, *scratch)); });
  clock.run("syntax", d.vectors.present(),
            [&] { d.syntax.put(find_syntax(text, *d.tokens, *d.sentences, *d.vectors, *model, *scratch)); });
  clock.run("name spans", d.syntax.present(), [&] {
    d.name_spans.put(find_name_spans(text, *d.tokens, *d.sentences, *d.vectors, *d.syntax, *model, *scratch));
  });

  // When and how much.
  clock.run("times", words, [&] { d.times.put(find_times(text, *d.tokens, *d.sentences, published)); });
  clock.run("figures", d.times.present(),
            [&] { d.figures.put(find_figures(text, *d.tokens, *d.sentences, *d.times)); });

  // Who, where, and who said what.
  const NameSpans* seen = d.name_spans.present() ? &*d.name_spans : nullptr;
  clock.run("names", words, [&] { d.names.put(find_names(text, *d.tokens, *d.sentences, seen)); });
  clock.run("coreference", d.names.present() && d.syntax.present(), [&] {
    d.coreference.put(
        find_coreference(text, *d.tokens, *d.sentences, *d.names, *d.vectors, *d.syntax, *model, *scratch));
  });
  clock.run("places", d.names.present() && options.gazetteer != nullptr,
            [&] { d.places.put(find_places(text, *d.tokens, *d.sentences, *d.names, *options.gazetteer)); });
  const Coreference* entities = d.coreference.present() ? &*d.coreference : nullptr;
  const Places* places = d.places.present() ? &*d.places : nullptr;
  clock.run("actors", d.names.present() && options.actors != nullptr, [&] {
    d.actors.put(find_actors(text, *d.tokens, *d.names, entities, places, published, *options.actors));
  });
  clock.run("quotes", d.paragraphs.present(), [&] { d.quotes.put(find_quotes(text, *d.paragraphs)); });
  clock.run("statements", d.names.present() && d.quotes.present(), [&] {
    std::optional<statements::RoleReader> heads;
    if (d.vectors.present()) heads.emplace(*model, *scratch, *d.vectors);
    StatementAids aids;
    if (heads) aids.heads = &*heads;
    if (d.coreference.present()) aids.coreference = &*d.coreference;
    if (d.times.present()) aids.times = &*d.times;
    aids.places = places;
    if (d.syntax.present()) aids.syntax = &*d.syntax;
    d.statements.put(find_statements(text, *d.paragraphs, *d.tokens, *d.sentences, *d.quotes, *d.names, aids));
  });

  ONRECORD_ASSERT(verify(d).ok());
  return d;
}

}  // namespace onrecord
