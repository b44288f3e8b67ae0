#!/usr/bin/env python3
"""documents.py PROGRAM FOLDER: the man pages and completions in FOLDER name
each command and option that the program's help does, and are what man and the
shells take."""
import glob
import os
import re
import shutil
import subprocess
import sys
import unittest

PROGRAM, FOLDER = sys.argv[1], sys.argv[2]


def run(*command, text=None):
    return subprocess.run(command, input=text, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)


def read(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return file.read()


def commands():
    listed = run(PROGRAM, "help").stdout.split("Commands:\n")[1]
    return re.findall(r"^  ([a-z]+) ", listed.split("\n\n")[0], re.M)


def options(command):
    """(long, letter or "") of each option in the command's help"""
    return [(name, letter) for letter, name in re.findall(
        r"^  (?:-(\w), |    )--([a-z-]+)", run(PROGRAM, "help", command).stdout,
        re.M)]


def complete(*words):
    """What bash offers after these words, the last being unfinished."""
    script = (read("entente.bash") + "\nCOMP_WORDS=(\"$@\")\n"
              "COMP_CWORD=$(($# - 1))\n_entente\n"
              "printf '%s\\n' \"${COMPREPLY[@]}\"\n")
    done = run("bash", "-c", script, "bash", *words)
    assert done.returncode == 0, done.stdout
    return done.stdout.split()


class Manual(unittest.TestCase):
    def test_a_page_for_each_command(self):
        pages = {os.path.basename(path)
                 for path in glob.glob(os.path.join(FOLDER, "*.1"))}
        self.assertEqual(pages, {"entente.1"} | {
            f"entente-{command}.1" for command in commands()})
        for command in commands():
            self.assertIn(f"entente\\-{command} (1)", read("entente.1"))

    def test_each_option_is_there(self):
        for command in commands():
            page = read(f"entente-{command}.1").replace("\\-", "-")
            page = re.sub(r"\\f[BRI]", "", page)
            for name, letter in options(command):
                wanted = f".B -{letter}, --" if letter else ".B --"
                self.assertRegex(page, rf"(?m)^{wanted}{name}( |$)", command)

    def check(self, *command):
        if not shutil.which(command[0]):
            self.skipTest(f"no {command[0]}")
        for path in glob.glob(os.path.join(FOLDER, "*.1")):
            said = [line for line in run(*command, path).stdout.splitlines()
                    if "missing date" not in line]
            self.assertEqual(said, [])

    def test_groff_has_nothing_to_say(self):
        self.check("groff", "-man", "-ww", "-z")

    def test_mandoc_has_nothing_to_say(self):
        self.check("mandoc", "-T", "lint", "-W", "warning")


class Bash(unittest.TestCase):
    def test_commands(self):
        self.assertEqual(sorted(complete("entente", "")), sorted(commands()))
        self.assertEqual(complete("entente", "bu"), ["build"])

    def test_options(self):
        for command in commands():
            found = complete("entente", command, "-")
            self.assertEqual(sorted(found), sorted(
                [f"--{name}" for name, _ in options(command)] +
                [f"-{letter}" for _, letter in options(command) if letter]))
        self.assertEqual(complete("entente", "build", "x", "--min-a"),
                         ["--min-articles"])

    def test_values(self):
        for words in (["--window", "ar"], ["--window", "=", "ar"]):
            self.assertEqual(complete("entente", "build", *words), ["article"])
        self.assertEqual(complete("entente", "build", "--window", "="),
                         ["sentence", "paragraph", "article"])
        self.assertEqual(complete("entente", "report", "-f", "ht"), ["html"])
        self.assertEqual(complete("entente", "build", "--types", "person,o"),
                         ["person,org"])
        self.assertEqual(complete("entente", "build", "--top", "1"), [])

    def test_files(self):
        os.chdir(FOLDER)
        for words in (["build", "entente.b"], ["build", "-o", "entente.b"],
                      ["build", "--aliases", "=", "entente.b"]):
            self.assertEqual(complete("entente", *words), ["entente.bash"])


class Others(unittest.TestCase):
    """zsh and fish."""

    def test_each_option_is_there(self):
        zsh, fish = read("_entente"), read("entente.fish")
        for command in commands():
            part = re.search(rf"(?ms)^  {command}\)$.*?^    ;;$", zsh)[0]
            for name, letter in options(command):
                self.assertRegex(part, rf"'\*--{name}=?\[", command)
                self.assertRegex(fish, rf"_from {command}' -l {name} " + (
                    f"-s {letter} " if letter else ""))
                if letter:
                    self.assertRegex(part, rf"'\*-{letter}\+?\[", command)

    def check(self, shell, name):
        if not shutil.which(shell):
            self.skipTest(f"no {shell}")
        done = run(shell, "-n", os.path.join(FOLDER, name))
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_syntax_of_zsh(self):
        self.check("zsh", "_entente")

    def test_syntax_of_fish(self):
        self.check("fish", "entente.fish")

    def test_fish_completes(self):
        if not shutil.which("fish"):
            self.skipTest("no fish")
        path = os.path.join(FOLDER, "entente.fish")
        done = run("fish", "-N", "-c", f"source {path}; "
                   "complete -C 'entente build --window '")
        self.assertIn("paragraph", done.stdout)


unittest.main(argv=sys.argv[:1])
