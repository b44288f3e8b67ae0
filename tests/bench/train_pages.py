#!/usr/bin/env python3
"""Trains what tells the story's blocks from the rest of a web page.

Usage: train_pages.py [--check] PAGE_BLOCKS FOLDER   (python3 with numpy, scipy, scikit-learn)

PAGE_BLOCKS is the program of that name from the build folder. FOLDER holds pages with marked stretches
(trafilatura/gold.json and pages/) and pages with their stories (readability/*/source.html and expected.html).
Writes src/source/html_words.c and src/source/html_model.bin. With --check nothing is written: half of the pages is
judged by what was learned from the other half, both ways.

Two logistic regressions weigh the words of classes and the first words of blocks. Boosted trees judge each block by
its traits, and more of them judge it again by its traits and by what the first say of the blocks around it. Whatever
is learned from is judged by models that haven't seen it (four parts), as on new pages.
"""
import bisect
import collections
import glob
import hashlib
import html
import json
import os
import re
import struct
import subprocess
import sys

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
PARTS = 4


def traits_of_header():
    """The numbers of the traits, from html_traits.h."""
    text = open(os.path.join(ROOT, "src/source/html_traits.h"), encoding="utf-8").read()
    numbers, at = {}, 0
    for name, value in re.findall(r"^    ENT_I_T_(\w+)(?:\s=\s+ENT_I_T_(\w+))?,", text, re.M):
        at = numbers[value] if value else at
        numbers[name] = at
        at += 1
    return numbers


T = traits_of_header()
OWN_COUNT, NEAR, STEPS = T["IN"] + 15, T["NEAR_END"], (-1, 1, -2, 2)


def fold(text):
    return " ".join(text.split())


class Page:
    def __init__(self, path, title):
        self.path, self.title = path, title
        self.traits, self.classes, self.words, self.texts = [], [], [], []
        self.gold = None

    def mark(self, labels, weights):
        self.y, self.w = np.array(labels), np.array(weights, dtype=float)


def read_blocks(program, paths):
    out = subprocess.run([program] + paths, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "replace")
    pages = []
    for line in out.split("\n")[:-1]:
        if line.startswith("#\t"):
            pages.append(Page(*line.split("\t")[1:3]))
            continue
        traits, classes, words, text = line.split("\t")
        page = pages[-1]
        page.traits.append(np.array(traits.split(), dtype=np.float32))
        page.classes.append([level.split() for level in classes.split("|")])
        page.words.append(words.split())
        page.texts.append(fold(text))
    return pages


# ---- labels ----

def places(text, starts, segment):
    """The blocks over which each place of the segment reaches."""
    found, at = [], text.find(segment)
    while segment and at >= 0:
        found.append(range(bisect.bisect_right(starts, at) - 1,
                           bisect.bisect_right(starts, at + len(segment) - 1)))
        at = text.find(segment, at + 1)
    return found


def label_segments(page, gold):
    """A short segment that stands in several places belongs to the story where most text is."""
    page.gold = gold
    text, starts = " ".join(page.texts), []
    at = 0
    for block in page.texts:
        starts.append(at)
        at += len(block) + 1
    y = [-1] * len(page.texts)
    for segment in gold["without"]:
        for blocks in places(text, starts, fold(segment)):
            for i in blocks:
                y[i] = 0
    for segment in gold["with"]:
        found = places(text, starts, fold(segment))
        if len(found) > 1 and len(segment) < 60:
            found = [max(found, key=lambda blocks: sum(len(page.texts[i]) for i in blocks))]
        for i in found[0] if found else ():
            y[i] = 1
    page.mark(y, [label >= 0 for label in y])


def label_whole(page):
    """Every block is in the expected text or not; short ones may be in it by chance."""
    source = open(os.path.join(os.path.dirname(page.path), "expected.html"), encoding="utf-8").read()
    text = re.sub("[\\s\u00ad\u200b]", "", html.unescape(re.sub(r"<[^>]+>", " ", source)))
    y = [int(len(block) > 1 and re.sub(r"\s", "", block) in text) for block in page.texts]
    page.mark(y, [.25 if len(block) > 25 or not label else .05 for block, label in zip(page.texts, y)])


# ---- learning ----

def labelled(page):
    return np.nonzero(page.w)[0]


def class_words(page, i):
    return [word for level in page.classes[i] for word in level]


def first_words(page, i):
    return page.words[i]


def weigh(pages, words_of, least=6):
    """Words of `least` pages or more -> their weight in hundredths."""
    seen = collections.Counter()
    for page in pages:
        seen.update({word for i in labelled(page) for word in words_of(page, i)})
    known = {word: k for k, word in enumerate(sorted(word for word, n in seen.items() if n >= least))}
    rows, columns, counts, row = [], [], [], 0
    for page in pages:
        for i in labelled(page):
            for word, n in collections.Counter(words_of(page, i)).items():
                if word in known:
                    rows.append(row)
                    columns.append(known[word])
                    counts.append(min(n, 2))
            row += 1
    matrix = csr_matrix((counts, (rows, columns)), shape=(row, len(known)))
    model = LogisticRegression(C=.3, max_iter=300, solver="liblinear").fit(
        matrix, np.concatenate([page.y[labelled(page)] for page in pages]),
        sample_weight=np.concatenate([page.w[labelled(page)] for page in pages]))
    weights = {word: int(round(100 * model.coef_[0][k])) for word, k in known.items()}
    return {word: weight for word, weight in weights.items() if abs(weight) >= 10}


def with_words(page, classes, says):
    """The page's traits with these weights, as html_traits.c would make them."""
    out = np.array(page.traits)
    for i, levels in enumerate(page.classes):
        own = [sum(classes.get(word, 0) for word in level) for level in levels[:-1]]
        for name, value in (("OWN", own[0]), ("CHAIN", sum(own)), ("LEAST", min(own)), ("MOST", max(own)),
                            ("PARENT", own[min(1, len(own) - 1)]), ("GRANDPARENT", own[min(2, len(own) - 1)]),
                            ("SAYS", sum(says.get(word, 0) for word in page.words[i]))):
            out[i, T[name]] = value
    n = len(out)
    for k, step in enumerate(STEPS):
        at = OWN_COUNT + k * NEAR
        out[:, at:at + NEAR] = 0
        if abs(step) < n:
            here = slice(max(0, -step), n - max(0, step))
            there = slice(max(0, step), n + min(0, step))
            out[here, at:at + NEAR] = out[there, :NEAR]
    return out


def around(first):
    """What the first judgement says of a block and those around it, as html_judge.c has it."""
    n = len(first)
    out = np.full((n, 10), -8, dtype=np.float32)
    sums = np.concatenate([[0], np.cumsum(first)])
    for k, step in enumerate((-3, -2, -1, 1, 2, 3)):
        if abs(step) < n:
            out[max(0, -step):n - max(0, step), k] = first[max(0, step):n + min(0, step)]
    for i in range(n):
        low, high = max(0, i - 5), min(n, i + 6)
        out[i, 6] = (sums[high] - sums[low]) / (high - low)
    out[:, 7] = np.maximum.accumulate(first)
    out[:, 8] = np.maximum.accumulate(first[::-1])[::-1]
    out[:, 9] = first
    return out


def grow(traits, pages, trees):
    pick = [page.w > 0 for page in pages]
    return HistGradientBoostingClassifier(
        max_iter=trees, learning_rate=.08, max_leaf_nodes=10, min_samples_leaf=25, l2_regularization=2.0,
        random_state=1, early_stopping=False).fit(
            np.concatenate([x[p] for x, p in zip(traits, pick)]),
            np.concatenate([page.y[p] for page, p in zip(pages, pick)]),
            sample_weight=np.concatenate([page.w[p] for page, p in zip(pages, pick)]))


def apart(pages, learn, use):
    """use(model, i) for each page, with a model of the other parts."""
    out = [None] * len(pages)
    for part in range(PARTS):
        model = learn([i for i in range(len(pages)) if i % PARTS != part])
        for i in range(part, len(pages), PARTS):
            out[i] = use(model, i)
    return out


def learn(pages):
    def words(numbers):
        some = [pages[i] for i in numbers]
        return weigh(some, class_words), weigh(some, first_words)

    traits = apart(pages, words, lambda lists, i: with_words(pages[i], *lists))
    first = apart(pages, lambda numbers: grow([traits[i] for i in numbers], [pages[i] for i in numbers], 120),
                  lambda trees, i: trees.decision_function(traits[i]))
    both = [np.hstack([x, around(judged)]) for x, judged in zip(traits, first)]
    return (*words(range(len(pages))), grow(traits, pages, 120), grow(both, pages, 80))


def judge(page, model):
    classes, says, first, second = model
    traits = with_words(page, classes, says)
    return second.decision_function(np.hstack([traits, around(first.decision_function(traits))]))


# ---- results ----

def write_words(classes, says):
    with open(os.path.join(ROOT, "src/source/html_words.c"), "w", encoding="utf-8") as out:
        out.write("/* Made by tests/bench/train_pages.py: don't edit. */\n/* clang-format off */\n#include \"source/html_words.h\"\n")
        for name, words in (("class", classes), ("text", says)):
            out.write(f"\nconst ent_i_html_weight ent_i_html_{name}_words_list[] = {{\n")
            line = "   "
            for word in sorted(words, key=lambda word: word.encode()):
                row = f' {{"{word}", {words[word]}}},'
                if len(line) + len(row) > 80:
                    out.write(line + "\n")
                    line = "   "
                line += row
            out.write(f"{line}\n}};\nconst size_t ent_i_html_{name}_words_count =\n"
                      f"    sizeof ent_i_html_{name}_words_list / sizeof *ent_i_html_{name}_words_list;\n")


def tree_bytes(nodes):
    """Depth first: the left child follows its parent; a leaf has the trait 65535."""
    out = []

    def add(i):
        node, at = nodes[i], len(out)
        out.append(None)
        if node["is_leaf"]:
            out[at] = (65535, 0, node["value"])
            return
        add(node["left"])
        out[at] = (node["feature_idx"], len(out) - at, node["num_threshold"])
        add(node["right"])

    add(0)
    return b"".join(struct.pack("<HHf", *node) for node in out)


def write_model(models):
    with open(os.path.join(ROOT, "src/source/html_model.bin"), "wb") as out:
        for model in models:
            trees = [tree_bytes(tree[0].nodes) for tree in model._predictors]
            out.write(struct.pack("<If", len(trees), float(np.ravel(model._baseline_prediction)[0])))
            out.write(b"".join(trees))


def is_english(page):
    words = re.findall(r"[a-z']+", " ".join(text for text in page.texts if len(text) > 60).lower())
    small = set("the of and to in is that for was on with it as at by from he this his".split())
    return len(words) > 30 and sum(word in small for word in words) > .15 * len(words)


def report(name, judged):
    hits = collections.Counter()
    for page, logits in judged:
        text = fold(page.title + " " + " ".join(t for t, logit in zip(page.texts, logits) if logit > 0))
        for kind in ("with", "without"):
            for segment in page.gold[kind]:
                hits[kind, fold(segment) in text] += 1
    tp, fp = hits["with", True], hits["without", True]
    fn, tn = hits["with", False], hits["without", False]
    print(f"{name}\tP {tp / (tp + fp):.3f}\tR {tp / (tp + fn):.3f}\tF1 {2 * tp / (2 * tp + fp + fn):.4f}"
          f"\taccuracy {(tp + tn) / (tp + fp + fn + tn):.3f}\tpages {len(judged)}")


def main():
    check = sys.argv[1] == "--check"
    program, folder = sys.argv[1 + check:]
    gold = json.load(open(os.path.join(folder, "trafilatura/gold.json"), encoding="utf-8"))
    by_file = {page["file"]: page for page in gold}
    some = read_blocks(program, sorted(glob.glob(os.path.join(folder, "trafilatura/pages/*"))))
    whole = read_blocks(program, sorted(glob.glob(os.path.join(folder, "readability/*/source.html"))))
    for page in some:
        label_segments(page, by_file[os.path.basename(page.path)])
    for page in whole:
        label_whole(page)
    pages = [page for page in some + whole if page.texts]
    if not check:
        classes, says, *trees = learn(pages)
        write_words(classes, says)
        write_model(trees)
        return
    halves = [int(hashlib.md5(page.path.encode()).hexdigest(), 16) % 2 for page in pages]
    judged = []
    for half in range(2):
        model = learn([page for page, h in zip(pages, halves) if h != half])
        judged += [(page, judge(page, model)) for page, h in zip(pages, halves) if h == half and page.gold]
    report("all", judged)
    report("English", [(page, logits) for page, logits in judged if is_english(page)])


if __name__ == "__main__":
    main()
