#!/usr/bin/env python3
"""Writes a manual page (mdoc) for the program and for each of its commands.

manual.py PROGRAM FOLDER VERSION DATE: reads `PROGRAM --experimental-dump-help` of swift-argument-parser.
"""
import gzip
import json
import os
import subprocess
import sys

EXIT_STATUS = [
    ("0", "Done; whatever was found is in the reports."),
    ("3", "Done, but some input could not be used: each is named on stderr and in run.json."),
    ("4", "Only with --fail-on: done, and there are such findings."),
    ("64", "Wrong usage."),
    ("65", "There was input, but none of it usable, or no usable roster, or a damaged history: nothing was written or changed."),
    ("66", "An input that was named is not there."),
    ("73, 74", "An output cannot be created; reading or writing failed (disk full). What was there before is whole."),
    ("75", "Another run is at work on this school and did not finish within 10 seconds."),
    ("78", "school.toml or a template is wrong."),
]


def plain(text):
    """Text that mdoc does not read as a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(("\\&" + line if line[:1] in (".", "'") else line) for line in text.splitlines())


def spelled(name):
    return {"long": "--", "short": "-"}.get(name["kind"], "-") + name["name"]


def usage(argument):
    value = "<%s>" % argument.get("valueName", "value")
    if argument["kind"] == "positional":
        word = value
    else:
        word = spelled(argument["preferredName"]) + ("" if argument["kind"] == "flag" else " " + value)
    word += " ..." if argument.get("isRepeating") else ""
    return "[%s]" % word if argument.get("isOptional") else word


def item(argument):
    if argument["kind"] == "positional":
        head = "<%s>" % argument.get("valueName", "value")
    else:
        value = "" if argument["kind"] == "flag" else " <%s>" % argument.get("valueName", "value")
        head = ", ".join(spelled(name) for name in argument["names"]) + value
    text = argument.get("abstract", "")
    if argument.get("discussion"):
        text += "\n.Pp\n" + plain(argument["discussion"])
    default = argument.get("defaultValue")
    if default and argument["kind"] != "flag":
        text += " (default: %s)" % default
    return ".It %s\n%s\n" % (plain(head), plain(text) if "\n.Pp" not in text else text)


def page(command, names, version, date):
    title = "-".join(names)
    arguments = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    out = ['.Dd %s\n.Dt %s 1\n.Os "whojoined %s"\n' % (date, plain(title.upper()), plain(version))]
    out.append(".Sh NAME\n.Nm %s\n.Nd %s\n" % (plain(title), plain(command.get("abstract", "")).rstrip(".")))
    out.append(".Sh SYNOPSIS\n%s\n" % plain(" ".join(names + [usage(a) for a in arguments])))
    if command.get("discussion"):
        out.append(".Sh DESCRIPTION\n%s\n" % plain(command["discussion"]).replace("\n\n", "\n.Pp\n"))
    if arguments:
        out.append(".Sh OPTIONS\n.Bl -tag -width 6n\n" + "".join(item(a) for a in arguments) + ".El\n")
    subcommands = [c for c in command.get("subcommands", []) if c.get("shouldDisplay", True) and c["commandName"] != "help"]
    if subcommands:
        out.append(".Sh COMMANDS\n.Bl -tag -width 6n\n")
        for c in sorted(subcommands, key=lambda c: c["commandName"]):
            out.append(".It %s\n%s\n" % (plain(c["commandName"]), plain(c.get("abstract", ""))))
        out.append(".El\n")
    out.append(".Sh EXIT STATUS\n.Bl -tag -width 8n\n")
    out += [".It %s\n%s\n" % (code, plain(meaning)) for code, meaning in EXIT_STATUS]
    out.append(".El\n")
    if len(names) > 1:
        out.append(".Sh SEE ALSO\n.Xr whojoined 1\n")
    else:
        out.append(".Sh SEE ALSO\n" + " ,\n".join(".Xr %s 1" % plain("whojoined-" + c["commandName"]) for c in subcommands) + "\n")
    yield title, "".join(out)
    for c in subcommands:
        yield from page(c, names + [c["commandName"]], version, date)


def main():
    program, folder, version, date = sys.argv[1:5]
    help_ = json.loads(subprocess.run([program, "--experimental-dump-help"], check=True, stdout=subprocess.PIPE).stdout)
    os.makedirs(folder, exist_ok=True)
    for title, text in page(help_["command"], [help_["command"]["commandName"]], version, date):
        # No time stamp in the file: the same source gives the same package.
        with open(os.path.join(folder, title + ".1.gz"), "wb") as file:
            file.write(gzip.compress(text.encode(), mtime=0))


main()
