// What Swift's Glibc module leaves out of the GNU C library.
#pragma once
#include <linux/fs.h>
#include <malloc.h>
#include <sys/ioctl.h>
#include <sys/resource.h>

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
int syncfs(int fd);
int sync_file_range(int fd, long long offset, long long count, unsigned int flags);

/// The program's arguments as it was started with them, its own name first.
int wj_argument_count(void);
const char *wj_argument(int at);

// What `chattr +T` does: folders made in this one need not stand near each other on the disk.
static inline int spread_subfolders(int folder) {
    int flags = 0;
    if (ioctl(folder, FS_IOC_GETFLAGS, &flags) != 0) return -1;
    flags |= FS_TOPDIR_FL;
    return ioctl(folder, FS_IOC_SETFLAGS, &flags);
}

/// Standard input gives each key as it is pressed, unseen, until `wj_keys_end` or the end of the process, by whatever way:
/// a signal that ends or stops it puts the terminal back first. -1: it is no terminal.
int wj_keys_begin(void);
void wj_keys_end(void);
/// How wide the terminal behind that descriptor is; 0: not known.
int wj_terminal_columns(int fd);

/// What this process may have at most of open files and of addresses; the largest number: no limit.
static inline unsigned long long wj_most_open_files(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : ~0ULL;
}
static inline unsigned long long wj_most_bytes(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_AS, &limit) == 0 ? limit.rlim_cur : ~0ULL;
}

/// Where the process may not have all memory, a want of it ends the program with a message and the exit code of a failed
/// reading or writing: the Swift run-time would end it by a signal.
void wj_explain_lack_of_memory(void);
