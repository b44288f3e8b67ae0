"""Networks drawn by the tests: articles that say just the ties wanted."""
import functools
import itertools
import json

from program import run

# Names that nobody takes for one another: no two share a word or a sound.
GIVEN = ["Ada", "Bruno", "Carla", "Dmitri", "Elif", "Farouk", "Gwen", "Hiro",
         "Ingrid", "Jomo", "Katya", "Lorenzo", "Mbali", "Nils", "Olga",
         "Pablo", "Quentin", "Rosalind", "Sunil", "Tove"]
FAMILY = ["Abernathy", "Bukowska", "Cervantes", "Drummond", "Eszterhazy",
          "Fukuda", "Grimaldi", "Hjelmstad", "Iqbal", "Jankovic", "Kowalczyk",
          "Lindqvist", "Mwangi", "Nakamura", "Ostrovsky", "Papadakis",
          "Quispe", "Rasmussen", "Szymborska", "Tchaikov", "Ulbricht",
          "Vasquez", "Wojtyla", "Xanthos", "Yamaguchi", "Zimmermann",
          "Blackwood", "Chevalier", "Dragomir", "Feuerbach", "Giordano",
          "Hawthorne", "Kipkemboi", "Montgomery", "Obradovic", "Petrescu",
          "Silverstein", "Thorvald", "Umarov", "Whitfield"]


def name_of(i):
    return f"{GIVEN[i * 7 % len(GIVEN)]} {FAMILY[i]}"


def id_of(i):
    return name_of(i).lower().replace(" ", "-")


class Writer:
    """One article, written sentence by sentence with its names marked."""

    def __init__(self, name, **more):
        self.record = {"id": name, **more}
        self.text, self.mentions = "", []

    def add(self, text):
        self.text += text

    def person(self, i):
        start = len(self.text)
        self.text += name_of(i)
        self.mentions.append({"start": start, "end": len(self.text),
                              "type": "person"})

    def sentence(self, *people):
        for place, i in enumerate(people):
            self.add(" and " if place else "")
            self.person(i)
        self.add(" slept at length. ")

    def line(self):
        return json.dumps({**self.record, "text": self.text,
                           "mentions": self.mentions})


def article_of(ties, isolates=()):
    """ties: (a, b) -> how many sentences name both."""
    writer = Writer("drawn")
    for (a, b), weight in sorted(ties.items()):
        for _ in range(weight):
            writer.sentence(a, b)
    for i in isolates:
        writer.sentence(i)
    return writer.line()


@functools.lru_cache(maxsize=None)
def network_of(lines, *options):
    """The network of these articles."""
    return json.loads(run("build", "-q", "-f", "json", "-o", "-", "--copies",
                          "count", *options, "-",
                          text="\n".join(lines).encode()))


def edges(*pairs):
    """Unweighted ties."""
    return {tuple(sorted(pair)): 1 for pair in pairs}


def path(n):
    return edges(*((i, i + 1) for i in range(n - 1)))


def cycle(n):
    return edges(*((i, (i + 1) % n) for i in range(n)))


def star(n):
    return edges(*((0, i) for i in range(1, n)))


def complete(n):
    return edges(*itertools.combinations(range(n), 2))


def bipartite(a, b):
    return edges(*((i, a + k) for i in range(a) for k in range(b)))


def grid(rows, columns):
    found = []
    for r in range(rows):
        for c in range(columns):
            here = r * columns + c
            if c + 1 < columns:
                found.append((here, here + 1))
            if r + 1 < rows:
                found.append((here, here + columns))
    return edges(*found)


def moved(ties, by):
    """The same between others."""
    return {(a + by, b + by): weight for (a, b), weight in ties.items()}


def weighted(ties, weights):
    """Weights taken in turn."""
    return dict(zip(sorted(ties), itertools.cycle(weights)))


def at_random(draw, n, chance, most):
    return {pair: draw.randint(1, most)
            for pair in itertools.combinations(range(n), 2)
            if draw.random() < chance}
