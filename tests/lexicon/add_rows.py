"""add_rows.py TABLES OUT: the tables of a language with some rows more,
for a program that is tested with words that no other program knows."""
import os
import shutil
import sys

ROWS = {
    "contact_verbs": "schmooze\tschmoozes\tschmoozed\tschmoozing\t"
                     "with both\tmeet\ttalk\t\t",
    "countries": "Freedonia\t\tFree State of Freedonia\tFreedonian\t"
                 "Freedonians\tFredville\tstate",
    "given_names": "wladek\tmale\tvladimir ladislav\t",
    "titles": "burgomaster\thead\t",
}


def main(tables, out):
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(tables, out)
    for table, row in ROWS.items():
        path = os.path.join(out, table + ".tsv")
        with open(path, encoding="utf-8") as file:
            comment, header, *rows = file.read().split("\n")[:-1]
        rows = sorted(rows + [row],
                      key=lambda one: one.split("\t")[0].encode())
        with open(path, "w", encoding="utf-8") as file:
            file.write("".join(f"{one}\n" for one in [comment, header, *rows]))


if __name__ == "__main__":
    main(*sys.argv[1:])
