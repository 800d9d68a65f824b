// ICU's functions are macros that add the version to the name, which Swift cannot import;
// these keep the plain name callable whatever ICU the machine has.
#include <unicode/uspoof.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

static inline USpoofChecker *wj_spoof_open(UErrorCode *status) { return uspoof_open(status); }
static inline void wj_spoof_close(USpoofChecker *checker) { uspoof_close(checker); }
static inline int32_t wj_spoof_skeleton(const USpoofChecker *checker, const char *id, int32_t length,
                                        char *to, int32_t capacity, UErrorCode *status) {
  return uspoof_getSkeletonUTF8(checker, 0, id, length, to, capacity, status);
}
