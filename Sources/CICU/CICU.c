#include "CICU.h"
#include <unicode/ucal.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/utrans.h>

const wj_checker *wj_checker_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  USpoofChecker *checker = uspoof_open(&status);
  return U_SUCCESS(status) ? (const wj_checker *)checker : 0;
}

int32_t wj_skeleton(const wj_checker *checker, const char *text, int32_t length, char *to, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = uspoof_getSkeletonUTF8((const USpoofChecker *)checker, 0, text, length, to, capacity, &status);
  return U_SUCCESS(status) && count <= capacity ? count : -1;
}

int32_t wj_decompose(int compatibility, const uint16_t *text, int32_t length, uint16_t *to, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = compatibility ? unorm2_getNFKDInstance(&status) : unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t count = unorm2_normalize(form, text, length, to, capacity, &status);
  return U_SUCCESS(status) && count <= capacity ? count : -1;
}

const wj_transliterator *wj_transliterator_open(const uint16_t *id, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator = utrans_openU(id, length, UTRANS_FORWARD, 0, 0, 0, &status);
  return U_SUCCESS(status) ? (const wj_transliterator *)transliterator : 0;
}

int32_t wj_transliterate(const wj_transliterator *transliterator, uint16_t *text, int32_t length, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = length, limit = length;
  utrans_transUChars((const UTransliterator *)transliterator, text, &count, capacity, 0, &limit, &status);
  return U_SUCCESS(status) && count <= capacity ? count : -1;
}

int32_t wj_windows_zone(const uint16_t *name, int32_t length, uint16_t *to, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = ucal_getTimeZoneIDForWindowsID(name, length, 0, to, capacity, &status);
  return U_SUCCESS(status) && count <= capacity ? count : -1;
}
