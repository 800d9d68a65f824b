// What Swift's Glibc module leaves out of the GNU C library.
#include <malloc.h>

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
int syncfs(int fd);
