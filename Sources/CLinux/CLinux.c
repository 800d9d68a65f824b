#include "CLinux.h"

static int argument_count;
static char **arguments;

// The GNU C library hands them to every constructor. Swift looks for them in /proc, and sees none where that is not mounted.
__attribute__((constructor)) static void keep_arguments(int count, char **list) {
    argument_count = count;
    arguments = list;
}

int wj_argument_count(void) { return argument_count; }
const char *wj_argument(int at) { return arguments[at]; }
