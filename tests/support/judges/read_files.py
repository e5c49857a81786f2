"""Reads files of participants with Python's own csv and with vobject; JSON comes out.

First argument: `csv SEPARATOR` or `vcf`; the file comes in. Debian's package of vobject: python3-vobject.
"""

import csv
import io
import json
import sys


def rows(data, separator):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator, strict=True))


def cards(data):
    import vobject

    return [card(one) for one in vobject.readComponents(data.decode("utf-8"))]


def card(one):
    read = {name: [value(line) for line in lines] for name, lines in one.contents.items()}
    return read


def value(line):
    if line.name == "N":
        return [line.value.family, line.value.given]
    if line.name == "ADR":
        return line.value.country
    return line.value


def main():
    data = sys.stdin.buffer.read()
    print(json.dumps(rows(data, sys.argv[2]) if sys.argv[1] == "csv" else cards(data)))


main()
