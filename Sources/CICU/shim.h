// ICU's functions are macros that add the version to the name, which Swift cannot import;
// these keep the plain name callable whatever ICU the machine has.
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

static inline USpoofChecker *wj_spoof_open(UErrorCode *status) { return uspoof_open(status); }
static inline void wj_spoof_close(USpoofChecker *checker) { uspoof_close(checker); }
static inline int32_t wj_spoof_skeleton(const USpoofChecker *checker, const char *id, int32_t length,
                                        char *to, int32_t capacity, UErrorCode *status) {
  return uspoof_getSkeletonUTF8(checker, 0, id, length, to, capacity, status);
}
static inline const UNormalizer2 *wj_decomposer(int compatibility, UErrorCode *status) {
  return compatibility ? unorm2_getNFKDInstance(status) : unorm2_getNFDInstance(status);
}
static inline int32_t wj_normalize(const UNormalizer2 *form, const UChar *text, int32_t length,
                                   UChar *to, int32_t capacity, UErrorCode *status) {
  return unorm2_normalize(form, text, length, to, capacity, status);
}
static inline UTransliterator *wj_transliterator(const UChar *id, int32_t length, UErrorCode *status) {
  return utrans_openU(id, length, UTRANS_FORWARD, (const UChar *)0, 0, (UParseError *)0, status);
}
static inline void wj_transliterate(const UTransliterator *transliterator, UChar *text, int32_t *length,
                                    int32_t capacity, UErrorCode *status) {
  int32_t limit = *length;
  utrans_transUChars(transliterator, text, length, capacity, 0, &limit, status);
}
