/* SPDX-License-Identifier: Apache-2.0
 * The C API: bytes of articles in, records as JSON Lines out (format "onrecord/1", docs/record.md). Plain C99; no
 * C++ exception ever leaves it.
 *
 * Thread rule: an engine is immutable and may be used by many threads at once; onrecord_last_error() speaks of the
 * calling thread's last call. Close an engine when no call on it is running.
 * Strings are UTF-8 and end in NUL, unless a size stands beside them. Offsets in records count code points.
 *
 *   onrecord_engine* engine = onrecord_open(NULL);
 *   onrecord_input input = ONRECORD_INPUT_INIT;
 *   input.published = "2024-04-25";
 *   char* lines = NULL;
 *   if (onrecord_annotate(engine, bytes, size, &input, &lines, NULL) == ONRECORD_OK) puts(lines);
 *   else fprintf(stderr, "%s\n", onrecord_last_error()->message);
 *   onrecord_free(lines);
 *   onrecord_close(engine);
 */
#ifndef ONRECORD_ONRECORD_H_
#define ONRECORD_ONRECORD_H_

#include <stddef.h>

/* C's names, not C++'s. NOLINTBEGIN(readability-identifier-naming) */

#ifdef __cplusplus
extern "C" {
#endif

/* ONRECORD_OK, ONRECORD_InvalidArgument … : the names of docs/errors.md. New ones are added at the end. */
typedef enum onrecord_code {
  ONRECORD_OK = 0,
#define ONRECORD_ERROR(name, sentence, http, exit) ONRECORD_##name,
#include "onrecord/error_codes.def"
#undef ONRECORD_ERROR
} onrecord_code;

typedef struct onrecord_error {
  onrecord_code code;  /* ONRECORD_OK: the last call went well */
  const char* name;    /* "BadInput"; "" if OK */
  const char* message; /* what is wrong and what to do */
  const char* where;   /* the input, with the line where it has lines */
} onrecord_error;

typedef enum onrecord_format {
  ONRECORD_AUTO = 0, /* by the ending of source_uri and the first bytes */
  ONRECORD_TEXT = 1,
  ONRECORD_JSONL = 2,
  ONRECORD_HTML = 3
} onrecord_format;

typedef enum onrecord_precision {
  ONRECORD_INT8 = 0, /* fastest */
  ONRECORD_BF16 = 1,
  ONRECORD_F32 = 2 /* the model as it was trained */
} onrecord_precision;

/* Begin with ONRECORD_OPTIONS_INIT, so that a program goes on working when fields are added at the end. */
typedef struct onrecord_options {
  size_t struct_size;
  int tokens;        /* not 0: records have "tokens" */
  const char* model; /* path of the language model's file; NULL: none, the library looks for no model by itself */
  int precision;     /* of the model: one of onrecord_precision */
} onrecord_options;
#define ONRECORD_OPTIONS_INIT \
  { sizeof(onrecord_options), 0, NULL, ONRECORD_INT8 }

typedef struct onrecord_input {
  size_t struct_size;
  const char* source_uri; /* NULL: "-"; part of the article's id */
  const char* published;  /* ISO 8601 date or date-time; NULL: what the input says */
  int format;             /* one of onrecord_format; an int, so that any value from outside can be refused */
} onrecord_input;
#define ONRECORD_INPUT_INIT \
  { sizeof(onrecord_input), NULL, NULL, ONRECORD_AUTO }

typedef struct onrecord_engine onrecord_engine;

const char* onrecord_version(void);       /* "0.1.0" */
const char* onrecord_record_format(void); /* "onrecord/1" */

/* NULL options: the defaults. NULL comes back on failure (a model file that is missing, damaged or of another
 * version, above all); ask onrecord_last_error(). The model is loaded once, for all threads. */
onrecord_engine* onrecord_open(const onrecord_options* options);
void onrecord_close(onrecord_engine* engine); /* NULL is allowed */

/* Every article in `bytes` (a text or page holds one, JSON Lines many): one line of JSON each, in order, in *lines,
 * which ends in NUL and belongs to the caller (onrecord_free). *lines_size, where not NULL, gets its length. A bad
 * article is left out and the others are there; the code is that of the first bad one, else ONRECORD_OK. NULL input:
 * ONRECORD_INPUT_INIT. On ONRECORD_InvalidArgument and ONRECORD_Internal *lines is NULL. */
onrecord_code onrecord_annotate(const onrecord_engine* engine, const char* bytes, size_t size,
                                const onrecord_input* input, char** lines, size_t* lines_size);
void onrecord_free(char* lines); /* NULL is allowed */

/* Of the calling thread's last call; never NULL, valid until its next one. */
const onrecord_error* onrecord_last_error(void);

#ifdef __cplusplus
}
#endif

/* NOLINTEND(readability-identifier-naming) */

#endif
