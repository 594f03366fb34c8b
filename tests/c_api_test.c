/* SPDX-License-Identifier: Apache-2.0
 * The C API from C: compiled as C11 with all warnings, so that the header stays plain C. */
#include <stdio.h>
#include <string.h>

#include "onrecord/onrecord.h"

static int failures = 0;

#define CHECK(condition)                                                      \
  do {                                                                        \
    if (!(condition)) {                                                       \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
      ++failures;                                                             \
    }                                                                         \
  } while (0)

static size_t count(const char* text, const char* words) {
  size_t found = 0;
  for (const char* at = strstr(text, words); at != NULL; at = strstr(at + 1, words)) ++found;
  return found;
}

static void annotates_a_text(const onrecord_engine* engine) {
  const char* text = "Zo\xC3\xAB Holm left on Monday.";
  onrecord_input input = ONRECORD_INPUT_INIT;
  input.source_uri = "holm.txt";
  input.published = "2024-04-25";
  char* lines = NULL;
  size_t size = 0;
  CHECK(onrecord_annotate(engine, text, strlen(text), &input, &lines, &size) == ONRECORD_OK);
  CHECK(lines != NULL && strlen(lines) == size && size > 0 && lines[size - 1] == '\n');
  CHECK(strstr(lines, "\"source_uri\":\"holm.txt\"") != NULL);
  CHECK(strstr(lines, "\"published\":\"2024-04-25\"") != NULL);
  CHECK(strstr(lines, "\"text\":\"Zo\xC3\xAB Holm left on Monday.\"") != NULL);
  CHECK(strstr(lines, "\"tokens\":") == NULL);
  CHECK(onrecord_last_error()->code == ONRECORD_OK);
  CHECK(strcmp(onrecord_last_error()->message, "") == 0);
  onrecord_free(lines);
}

static void good_articles_come_out_beside_bad_ones(const onrecord_engine* engine) {
  const char* rows = "{\"id\":\"1\",\"text\":\"One.\"}\n{broken\n{\"id\":\"3\",\"text\":\"Three.\"}\n";
  onrecord_input input = ONRECORD_INPUT_INIT;
  input.format = ONRECORD_JSONL;
  input.source_uri = "feed.jsonl";
  char* lines = NULL;
  CHECK(onrecord_annotate(engine, rows, strlen(rows), &input, &lines, NULL) == ONRECORD_BadInput);
  CHECK(lines != NULL && count(lines, "\"format\":\"onrecord/1\"") == 2);
  CHECK(strcmp(onrecord_last_error()->name, "BadInput") == 0);
  CHECK(strcmp(onrecord_last_error()->where, "feed.jsonl:2") == 0);
  CHECK(strlen(onrecord_last_error()->message) > 0);
  onrecord_free(lines);
}

static void refuses_wrong_arguments(const onrecord_engine* engine) {
  char* lines = (char*)"untouched";
  CHECK(onrecord_annotate(NULL, "a", 1, NULL, &lines, NULL) == ONRECORD_InvalidArgument);
  CHECK(lines == NULL);
  CHECK(onrecord_annotate(engine, NULL, 1, NULL, &lines, NULL) == ONRECORD_InvalidArgument);
  CHECK(onrecord_annotate(engine, "a", 1, NULL, NULL, NULL) == ONRECORD_InvalidArgument);
  onrecord_input input;
  memset(&input, 0, sizeof input); /* struct_size was forgotten */
  CHECK(onrecord_annotate(engine, "a", 1, &input, &lines, NULL) == ONRECORD_InvalidArgument);
  onrecord_input odd = ONRECORD_INPUT_INIT;
  odd.format = 77;
  CHECK(onrecord_annotate(engine, "a", 1, &odd, &lines, NULL) == ONRECORD_InvalidArgument);
  CHECK(lines == NULL);
  onrecord_free(NULL);
  onrecord_close(NULL);
}

static void tokens_on_request(void) {
  onrecord_options options = ONRECORD_OPTIONS_INIT;
  options.tokens = 1;
  onrecord_engine* engine = onrecord_open(&options);
  char* lines = NULL;
  CHECK(engine != NULL);
  CHECK(onrecord_annotate(engine, "Ann left.", 9, NULL, &lines, NULL) == ONRECORD_OK);
  CHECK(lines != NULL && strstr(lines, "\"tokens\":[{\"start\":0,\"end\":3,\"form\":\"Ann\"") != NULL);
  onrecord_free(lines);
  onrecord_close(engine);
}

static void a_model_on_request(void) {
  onrecord_options options = ONRECORD_OPTIONS_INIT;
  options.tokens = 1;
  options.model = "tests/nn/tiny.model";
  onrecord_engine* engine = onrecord_open(&options);
  char* lines = NULL;
  CHECK(engine != NULL);
  CHECK(onrecord_annotate(engine, "Ann left.", 9, NULL, &lines, NULL) == ONRECORD_OK);
  CHECK(lines != NULL && strstr(lines, "\"syntax\"") != NULL && strstr(lines, "\"upos\":null") == NULL);
  onrecord_free(lines);
  onrecord_close(engine);

  options.precision = 3;
  CHECK(onrecord_open(&options) == NULL && onrecord_last_error()->code == ONRECORD_InvalidArgument);
  options.precision = ONRECORD_F32;
  options.model = "tests/c_api_test.c";
  CHECK(onrecord_open(&options) == NULL && onrecord_last_error()->code == ONRECORD_BadInput);
  options.model = "tests/no.model";
  CHECK(onrecord_open(&options) == NULL && onrecord_last_error()->code == ONRECORD_NotFound);
  options.struct_size = offsetof(onrecord_options, model); /* compiled before there were models */
  engine = onrecord_open(&options);
  CHECK(engine != NULL);
  onrecord_close(engine);
}

int main(void) {
  CHECK(strlen(onrecord_version()) > 0);
  CHECK(strcmp(onrecord_record_format(), "onrecord/1") == 0);
  onrecord_engine* engine = onrecord_open(NULL);
  CHECK(engine != NULL);
  if (engine != NULL) {
    annotates_a_text(engine);
    good_articles_come_out_beside_bad_ones(engine);
    refuses_wrong_arguments(engine);
  }
  onrecord_close(engine);
  tokens_on_request();
  a_model_on_request();
  if (failures == 0) puts("all well");
  return failures == 0 ? 0 : 1;
}
