// Two calls of the GNU C library that Swift's Glibc module leaves out.
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
int syncfs(int fd);
