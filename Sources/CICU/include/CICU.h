// What the program uses of ICU, without ICU's own headers: Foundation carries a second ICU inside, and a compiler
// that meets both sets of types in one build refuses them. ICU's functions are also macros (the version is part of
// their names), which Swift cannot import.
#pragma once
#include <stdint.h>

typedef struct wj_checker wj_checker;
typedef struct wj_transliterator wj_transliterator;

/// Returns NULL when ICU has no data.
const wj_checker *wj_checker_open(void);
/// Unicode TS 39 skeleton of UTF-8 text. Returns the bytes written, or -1.
int32_t wj_skeleton(const wj_checker *checker, const char *text, int32_t length, char *to, int32_t capacity);
/// NFD, with compatibility NFKD. Returns the units written, or -1.
int32_t wj_decompose(int compatibility, const uint16_t *text, int32_t length, uint16_t *to, int32_t capacity);
/// Returns NULL for an id that ICU does not know.
const wj_transliterator *wj_transliterator_open(const uint16_t *id, int32_t length);
/// Transliterates in place. Returns the new length in units, or -1.
int32_t wj_transliterate(const wj_transliterator *transliterator, uint16_t *text, int32_t length, int32_t capacity);
/// The IANA name of a time zone as Windows calls it. Returns the units written, 0 for a name that is none, or -1.
int32_t wj_windows_zone(const uint16_t *name, int32_t length, uint16_t *to, int32_t capacity);
