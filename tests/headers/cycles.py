#!/usr/bin/env python3
"""No two files and no two folders of src include one another, however far round. Usage: cycles.py ROOT"""
import os
import re
import sys

INCLUDE = re.compile(r'^#include "([a-z_]+/[a-z_/]+\.h)"', re.M)


def includes(root):
    """What each file of src includes, a .c and its own .h as one."""
    graph = {}
    for folder, _, files in os.walk(os.path.join(root, "src")):
        for name in files:
            if not name.endswith((".c", ".h")):
                continue
            path = os.path.join(folder, name)
            unit = os.path.relpath(path, os.path.join(root, "src"))[:-2]
            with open(path, encoding="utf-8") as f:
                found = {h[:-2] for h in INCLUDE.findall(f.read())}
            graph.setdefault(unit, set()).update(found - {unit})
    return graph


def circles(graph):
    """Each circle once, as a list of its members."""
    done, way, found = set(), [], []

    def visit(node):
        if node in way:
            found.append(way[way.index(node):] + [node])
        elif node not in done:
            way.append(node)
            for other in sorted(graph.get(node, ())):
                visit(other)
            way.pop()
            done.add(node)

    for node in sorted(graph):
        visit(node)
    return found


def main():
    files = includes(sys.argv[1])
    folders = {}
    for unit, others in files.items():
        folder = os.path.dirname(unit)
        folders.setdefault(folder, set()).update(
            {os.path.dirname(o) for o in others} - {folder, "entente"})
    # reader.c and version.c, which stand above the folders, are no folder.
    folders.pop("", None)
    wrong = circles(files) + circles(folders)
    for circle in wrong:
        print("a circle of includes:", " -> ".join(circle))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
