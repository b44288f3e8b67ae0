"""Where results go: everything that is wrong with that is told before anything
is read, and each exporter and report gets what is meant for it."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from program import ARTICLES, PROGRAM, SAMPLES, run, start

SAMPLE = os.path.join(SAMPLES, ARTICLES)
REFUSING = {
    "build": ["-o", "{}.json"], "report": ["-o", "{}.csv"],
    "explain": ["--of", "John Kerry", "-o", "{}.json"],
    "mentions": ["-o", "{}"], "articles": ["-o", "{}"],
    "resolve": ["-o", "{}"]}


class Folder(unittest.TestCase):
    def setUp(self):
        self.made = tempfile.TemporaryDirectory()
        self.addCleanup(self.made.cleanup)
        self.folder = self.made.name

    def names(self):
        return sorted(os.listdir(self.folder))

    def build(self, *options):
        run("build", "-q", SAMPLE, *options, folder=self.folder)
        return {path.name: path.read_bytes()
                for path in pathlib.Path(self.folder).iterdir()}

    def refused(self, command, options, message):
        """Before it reads: standard input is a pipe that nobody writes to."""
        with self.subTest(" ".join([command, *options])):
            there = self.names()
            reading, writing = os.pipe()
            try:
                done = subprocess.run([PROGRAM, command, "-q", *options, "-"],
                                      stdin=reading, cwd=self.folder,
                                      capture_output=True, timeout=60,
                                      check=False)
            finally:
                os.close(reading)
                os.close(writing)
            self.assertEqual(done.stderr.decode().splitlines()[0],
                             "entente: " + message)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertEqual(self.names(), there)


class Unmeasured(Folder):
    def test_the_same_alone_and_beside_measured_ones(self):
        alone = self.build("-o", "net.edges", "-o", "net.matrix")
        both = self.build("-o", "net.edges", "-o", "net.matrix",
                          "-o", "net.json")
        self.assertIn(b"john-kerry", alone["net.edges"])
        for name, content in alone.items():
            self.assertEqual(content, both[name], name)

    def test_slices_are_measured_all_the_same(self):
        self.build("-o", "net.edges", "--slice", "month")
        self.assertEqual(self.names(), ["net.edges"])


class Checks(Folder):
    def test_folders_that_are_not_there(self):
        for command, options in REFUSING.items():
            options = [o.format("no/such") for o in options]
            self.refused(command, options, f"export: {options[-1]}: can't be "
                         "written: No such file or directory")

    def test_folders_that_take_nothing(self):
        # Whoever one is, in /proc no file can be made.
        for command, options in REFUSING.items():
            options = [o.format("/proc/network") for o in options]
            self.refused(command, options, f"export: {options[-1]}: can't be "
                         "written: No such file or directory")

    def test_folders_in_the_place_of_files(self):
        os.mkdir(os.path.join(self.folder, "net"))
        os.mkdir(os.path.join(self.folder, "net.csv"))
        os.mkdir(os.path.join(self.folder, "net.json"))
        for command, options in REFUSING.items():
            options = [o.format("net") for o in options]
            self.refused(command, options, f"export: {options[-1]}: can't be "
                         "written: Is a directory")

    def test_two_outputs_to_one_file(self):
        os.mkdir(os.path.join(self.folder, "a"))
        os.symlink("a", os.path.join(self.folder, "b"))
        with open(os.path.join(self.folder, "old.json"), "wb"):
            pass
        os.symlink("old.json", os.path.join(self.folder, "link.json"))
        for one, other in (("x.json", "x.json"), ("x.json", "./x.json"),
                           ("a/x.json", "b/x.json"),
                           ("x.json", "a/../x.json"),
                           ("old.json", "link.json")):
            self.refused("build", ["-o", one, "-o", "net.gexf", "-o", other],
                         f"-o: '{one}' and '{other}' are the same file")
            self.refused("report", ["-o", one, "-o", other],
                         f"-o: '{one}' and '{other}' are the same file")
        self.refused("build", ["-o", "-", "-o", "-", "-f", "json"],
                     "-o: '-' and '-' are the same file")

    def test_one_format_for_several_files(self):
        for command, options in (
                ("build", ["-o", "net.gexf", "-o", "net.json", "-f", "json"]),
                ("build", ["-o", "a", "-o", "b", "-f", "csv"]),
                ("report", ["-o", "a.html", "-o", "b.csv", "-f", "csv"]),
                ("explain", ["--of", "A", "-o", "a.md", "-o", "b.csv", "-f",
                             "csv"])):
            self.refused(command, options, "--format: expected one -o, or "
                         "-o - among several, found 2 files, whose endings "
                         "choose their formats")

    def test_a_pipe_is_not_opened_to_be_checked(self):
        """It would wait for its reader, or take it away."""
        pipe = os.path.join(self.folder, "pipe")
        os.mkfifo(pipe)
        with subprocess.Popen([PROGRAM, "articles", "-q", SAMPLE, "-o", pipe],
                              stderr=subprocess.PIPE) as process:
            with open(pipe, "rb") as file:
                read = file.read()
            self.assertEqual(process.stderr.read(), b"")
        self.assertEqual(read, run("articles", "-q", SAMPLE))

    def test_old_files_stay_until_all_is_well(self):
        path = pathlib.Path(self.folder, "net.json")
        path.write_text("old", encoding="ascii")
        self.refused("build", ["-o", "net.json", "-o", "no/such.csv"],
                     "export: no/such.csv: can't be written: No such file or "
                     "directory")
        self.assertEqual(path.read_text(encoding="ascii"), "old")


class Standard(Folder):
    """A program may be started without its standard descriptors."""

    def closed(self, descriptor, *arguments):
        line = f'exec "$@" {descriptor}>&-'
        return subprocess.run(["sh", "-c", line, "sh", PROGRAM, *arguments],
                              cwd=self.folder, capture_output=True,
                              timeout=60, check=False)

    def test_messages_never_go_into_the_data(self):
        want = run("mentions", "-q", SAMPLE)
        for descriptor in (0, 1, 2):
            done = self.closed(descriptor, "mentions", "no-such-file", SAMPLE,
                               "-o", "out.jsonl")
            self.assertEqual(done.returncode, 3)
            with open(os.path.join(self.folder, "out.jsonl"), "rb") as file:
                self.assertEqual(file.read(), want, descriptor)

    def test_what_is_not_there_is_told(self):
        for command in (["report"], ["mentions"], ["articles"],
                        ["build", "-f", "json", "-o", "-"]):
            done = self.closed(1, *command, SAMPLE)
            self.assertEqual(done.returncode, 2)
            self.assertEqual(done.stderr.splitlines()[0],
                             b"entente: export: standard output: can't be "
                             b"written: Bad file descriptor")
        done = self.closed(0, "articles", "-")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"Bad file descriptor", done.stderr)


class Addressed(Folder):
    def test_an_option_goes_to_those_that_have_it(self):
        alone = {"a.gexf": self.build("-o", "a.gexf", "-x", "version=1.3"),
                 "b.json": self.build("-o", "b.json", "-x", "evidence=1"),
                 "c.csv": self.build("-o", "c.csv", "-x", "delimiter=tab")}
        together = self.build("-o", "a.gexf", "-o", "b.json", "-o", "c.csv",
                              "-x", "version=1.3", "-x", "evidence=1",
                              "-x", "csv:delimiter=tab")
        for name, files in alone.items():
            self.assertEqual(together[name], files[name], name)
        self.assertIn(b'version="1.3"', together["a.gexf"])

    def test_an_option_for_one_goes_to_that_one(self):
        if b"svg" not in run("exporters"):
            self.skipTest("needs the exporters on Graphviz")
        plain = self.build("-o", "a.svg", "-o", "b.dot")
        one = self.build("-o", "a.svg", "-o", "b.dot", "-x",
                         "svg:max-nodes=5")
        self.assertNotEqual(one["a.svg"], plain["a.svg"])
        self.assertEqual(one["b.dot"], plain["b.dot"])
        both = self.build("-o", "a.svg", "-o", "b.dot", "-x", "max-nodes=5")
        self.assertEqual(both["a.svg"], one["a.svg"])
        self.assertNotEqual(both["b.dot"], plain["b.dot"])
        # The last of several counts, and a value may hold anything.
        last = self.build("-o", "a.svg", "-o", "b.dot", "-x", "max-nodes=9",
                          "-x", "svg:max-nodes=5", "-x", "svg:title=a:b=c")
        self.assertIn(b"a:b=c", last["a.svg"])
        self.assertNotEqual(last["b.dot"], both["b.dot"])

    def test_a_format_goes_to_standard_output(self):
        want = self.build("-o", "net.gexf")["net.gexf"]
        json_text = run("build", "-q", SAMPLE, "-f", "json", "-o", "-")
        shown = run("build", "-q", SAMPLE, "-f", "json", "-o", "-", "-o",
                    "both.gexf", folder=self.folder)
        self.assertEqual(shown, json_text)
        with open(os.path.join(self.folder, "both.gexf"), "rb") as file:
            self.assertEqual(file.read(), want)
        self.assertEqual(self.build("-f", "json", "-o", "odd.gexf")
                         ["odd.gexf"], json_text)
        shown = run("report", "-q", SAMPLE, "-f", "json", "-o", "-", "-o",
                    "r.md", folder=self.folder)
        json.loads(shown)
        with open(os.path.join(self.folder, "r.md"), "rb") as file:
            self.assertTrue(file.read().startswith(b"#"))


class Periods(unittest.TestCase):
    def test_months_and_years(self):
        def days(*options):
            network = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                                     *options, ARTICLES))
            return [proof["date"] for link in network["links"]
                    for proof in link["evidence"]]
        every = days()
        for since, until in (("2014", "2014"), ("2014-06", "2015"),
                             ("2015-04", "2015-11"), ("2013-09-14", "2013")):
            self.assertEqual(
                sorted(days("--since", since, "--until", until)),
                sorted(day for day in every
                       if since <= day and day[:len(until)] <= until))


class Listed(unittest.TestCase):
    def entries(self, *arguments):
        return json.loads(run("exporters", "--json", *arguments))

    def test_json_and_text_say_the_same(self):
        entries = self.entries()
        listed = run("exporters").decode()
        for entry in entries:
            self.assertRegex(listed, rf"(?m)^{entry['name']} +"
                                     f"{' '.join(entry['extensions'])} ")
            names = [option["name"] for option in entry["options"]]
            if names:
                self.assertIn(f"-x {', '.join(names)}\n", listed)
            shown = run("exporters", entry["name"]).decode()
            for text in (entry["description"], entry["mime"], entry["path"]):
                self.assertIn(text, shown)
            self.assertEqual("not for a terminal" in shown, entry["binary"])
            flat = " ".join(shown.split())
            for option in entry["options"]:
                self.assertIn(f" {option['name']}=", flat)
                self.assertIn(option["help"], flat)
                self.assertIn(f"default {option['default'] or 'empty'})", flat)

    def test_what_is_known_of_an_option(self):
        entries = {entry["name"]: entry for entry in self.entries()}
        options = {option["name"]: option
                   for option in entries["json"]["options"]}
        self.assertEqual(options["edges-key"]["choices"],
                         ["links", "edges", "both"])
        self.assertEqual(options["edges-key"]["default"], "both")
        self.assertEqual((options["evidence"]["type"],
                          options["evidence"]["least"],
                          options["evidence"]["most"]),
                         ("integer", "-1", None))
        self.assertEqual(entries["graphml"]["options"], [])
        self.assertEqual(entries["json"]["path"], "built-in")

    def test_defaults_and_choices_are_taken(self):
        for entry in self.entries("json", "gexf", "csv"):
            for option in entry["options"]:
                for value in [option["default"], *(option["choices"] or [])]:
                    run("build", "-q", "-o", "-", "-f", entry["name"], "-x",
                        f"{entry['name']}:{option['name']}={value}", ARTICLES)

    def test_some_of_them(self):
        self.assertEqual([entry["name"]
                          for entry in self.entries("csv", "json")],
                         ["json", "csv"])
        self.assertEqual(run("exporters", "gexf", "gexf"),
                         run("exporters", "gexf"))

    def test_one_that_is_not_there(self):
        for form in ([], ["--json"]):
            done = start("exporters", "--no-plugins", "doc", *form)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(b"there is no exporter 'doc'; the exporters are: "
                          b"json", done.stderr)
            done = start("exporters", "--no-plugins", "svg", *form)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(b"is in graphviz.so", done.stderr)

    def test_what_could_not_be_loaded(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "broken.so")
            with open(path, "wb") as file:
                file.write(b"no module at all\n")
            environment = {**os.environ, "ENTENTE_EXPORTER_PATH": folder}

            def said(*arguments):
                return subprocess.run(
                    [PROGRAM, "exporters", *arguments], env=environment,
                    capture_output=True, check=True, timeout=60).stdout
            entry, = json.loads(said("--json", "broken.so"))
            self.assertEqual((entry["name"], entry["path"]),
                             ("broken.so", path))
            self.assertIn("can't be loaded", entry["failure"])
            for text in (said(), said("broken.so")):
                self.assertIn(b"broken.so", text)
                self.assertIn(entry["failure"].encode(), text)


if __name__ == "__main__":
    unittest.main()
