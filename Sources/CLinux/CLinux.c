#include "CLinux.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

static int argument_count;
static char **arguments;

// The GNU C library hands them to every constructor. Swift looks for them in /proc, and sees none where that is not mounted.
__attribute__((constructor)) static void keep_arguments(int count, char **list) {
    argument_count = count;
    arguments = list;
}

int wj_argument_count(void) { return argument_count; }
const char *wj_argument(int at) { return arguments[at]; }

static struct termios before_keys;
static volatile sig_atomic_t reads_keys;
static const int ways_out[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};

static void read_keys(void) {
    struct termios keys = before_keys;
    keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    keys.c_cc[VMIN] = 1;
    keys.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &keys);
}

static void leave(int number);

static void watch(int number) {
    struct sigaction before, action = {.sa_handler = leave};
    sigemptyset(&action.sa_mask);
    // What the caller wants ignored stays ignored.
    if (sigaction(number, NULL, &before) == 0 && before.sa_handler == SIG_IGN) return;
    sigaction(number, &action, NULL);
}

// The signal does what it would have done, on a terminal as it was. Only one that stops the process comes back.
static void leave(int number) {
    if (reads_keys) tcsetattr(STDIN_FILENO, TCSANOW, &before_keys);
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    sigaction(number, &plain, NULL);
    raise(number);
    pthread_sigmask(SIG_UNBLOCK, &only, NULL);
    if (reads_keys) {
        watch(number);
        read_keys();
    }
}

int wj_keys_begin(void) {
    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &before_keys) != 0) return -1;
    atexit(wj_keys_end);
    reads_keys = 1;
    for (unsigned i = 0; i < sizeof ways_out / sizeof *ways_out; i++) watch(ways_out[i]);
    read_keys();
    return 0;
}

void wj_keys_end(void) {
    if (!reads_keys) return;
    reads_keys = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &before_keys);
}

int wj_terminal_columns(int fd) {
    struct winsize size;
    return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// EX_IOERR, as in Commands.md.
enum { WJ_IO_FAILED = 74 };

// Only what a signal handler may call: it may run anywhere, also in malloc.
static void lack_memory(int number) {
    (void)number;
    static const char said[] =
        "whojoined: error: the memory that this process may have did not suffice (ulimit -v); fix: raise the limit of whoever starts it\n";
    if (write(STDERR_FILENO, said, sizeof said - 1) < 0) _exit(WJ_IO_FAILED);
    _exit(WJ_IO_FAILED);
}

void wj_explain_lack_of_memory(void) {
    if (wj_most_bytes() == RLIM_INFINITY) return;
    static char stack[1 << 14];
    stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&other, NULL);
    const int ends[] = {SIGABRT, SIGBUS, SIGILL, SIGSEGV, SIGTRAP};
    struct sigaction action = {.sa_handler = lack_memory, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (unsigned i = 0; i < sizeof ends / sizeof *ends; i++) sigaction(ends[i], &action, NULL);
}
