#!/usr/bin/env python3
"""keys.py [--columns N] [--signal NAME] KEYS PROGRAM ARGUMENT...

Runs a program on a pseudo-terminal and presses KEYS one by one (\\n is Enter, \\x1b Escape), each when the program waits.
Prints what the program showed, then one line: `exit CODE, raw yes|no, restored yes|no`. Ends with 0 if the program ended.
"""
import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time


def main(arguments):
    columns, number = 80, None
    while arguments and arguments[0].startswith("--"):
        option, value, *arguments = arguments
        if option == "--columns":
            columns = int(value)
        elif option == "--signal":
            number = signal.Signals[value]
        else:
            sys.exit(__doc__)
    keys, *command = arguments
    keys = codecs.decode(keys, "unicode_escape")
    ready_to_read, ready_to_write = os.pipe()
    child, terminal = pty.fork()
    if child == 0:
        os.read(ready_to_read, 1)
        os.execv(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    before = termios.tcgetattr(terminal)[3]
    # The size is known before the program looks at it.
    os.write(ready_to_write, b".")
    shown = bytearray()
    was_raw = False

    def read(seconds, until=None):
        """True while the program is there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not select.select([terminal], [], [], 0.05)[0]:
                if until is not None and until():
                    return True
                continue
            try:
                data = os.read(terminal, 65536)
            except OSError:
                return False
            if not data:
                return False
            shown.extend(data)
        return True

    def waits():
        return b"q done" in shown or b"any other key" in shown

    alive = read(30, waits)
    for key in keys:
        if not alive:
            break
        was_raw = was_raw or termios.tcgetattr(terminal)[3] != before
        os.write(terminal, key.encode("latin-1") if ord(key) < 256 else key.encode())
        start = len(shown)
        alive = read(1.5, lambda: len(shown) > start)
    if alive and number is not None:
        was_raw = was_raw or termios.tcgetattr(terminal)[3] != before
        os.kill(child, number)
    status = None
    end = time.monotonic() + 15
    while time.monotonic() < end:
        read(0.2)
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            break
    else:
        os.kill(child, signal.SIGKILL)
        sys.stdout.write(shown.decode("utf-8", "replace"))
        sys.exit("the program did not end")
    read(0.2)
    after = termios.tcgetattr(terminal)[3]
    sys.stdout.write(shown.decode("utf-8", "replace").replace("\r\n", "\n"))
    print(
        f"exit {os.waitstatus_to_exitcode(status)}, raw {'yes' if was_raw else 'no'}, "
        f"restored {'yes' if after == before else 'no'}"
    )


main(sys.argv[1:])
