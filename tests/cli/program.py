"""Runs the program for the tests of this folder, and reads what it writes.

ENTENTE_PROGRAM says where the program is. Runs with the same arguments are
made once: that they always give the same is tested in test_same_bytes.py.
"""
import functools
import json
import os
import subprocess

PROGRAM = os.environ["ENTENTE_PROGRAM"]
SAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                       "..", "..", "samples")
ARTICLES = "articles"
MEASURES = ["count", "articles", "distance", "newman", "jaccard", "npmi",
            "llr"]


def start(*arguments, text=None, folder=SAMPLES):
    """Runs the program whatever comes of it; done.stdout holds bytes."""
    return subprocess.run([PROGRAM, *arguments], input=text, cwd=folder,
                          capture_output=True, timeout=120, check=False)


def run(*arguments, text=None, folder=SAMPLES):
    """Runs the program, which must succeed; what it wrote, as bytes."""
    done = start(*arguments, text=text, folder=folder)
    if done.returncode != 0:
        raise AssertionError(f"entente {' '.join(arguments)}: "
                             f"exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout


@functools.lru_cache(maxsize=None)
def build(*options, inputs=(ARTICLES,)):
    """The network of the samples as the JSON exporter writes it."""
    return json.loads(run("build", "-q", "-f", "json", "-o", "-", *options,
                          *inputs))


@functools.lru_cache(maxsize=None)
def mentions(*options, inputs=(ARTICLES,)):
    """The articles' mentions, an object an article."""
    return [json.loads(line)
            for line in run("mentions", "-q", *options, *inputs).splitlines()]


def ends(link):
    """The two ids of a tie, in no order."""
    return frozenset((link["source"], link["target"]))


def ties(network):
    """The ties of a network by their ends."""
    found = {ends(link): link for link in network["links"]}
    assert len(found) == len(network["links"]), "a pair has two ties"
    return found


def weights(network):
    """The weights of a network's ties by their ends."""
    return {pair: link["weight"] for pair, link in ties(network).items()}


def nodes(network):
    """The nodes of a network by their ids."""
    found = {node["id"]: node for node in network["nodes"]}
    assert len(found) == len(network["nodes"]), "an id stands twice"
    return found


def neighbours(network):
    """For each id those it has a tie with."""
    found = {node["id"]: set() for node in network["nodes"]}
    for link in network["links"]:
        found[link["source"]].add(link["target"])
        found[link["target"]].add(link["source"])
    return found


def around(network, ego, hops):
    """The ids at most so many ties from one."""
    beside = neighbours(network)
    reached = {ego}
    for _ in range(hops):
        reached |= {far for near in reached for far in beside[near]}
    return reached


def parts(network):
    """The connected components as sets of ids, the largest first."""
    beside = neighbours(network)
    left, found = set(beside), []
    while left:
        part, edge = set(), {next(iter(left))}
        while edge:
            part |= edge
            edge = {far for near in edge for far in beside[near]} - part
        left -= part
        found.append(part)
    return sorted(found, key=len, reverse=True)
