"""Reads calendars with parsers that are not ours.

One JSON object a line comes in, {"judge": NAME, "text": A CALENDAR} or {"judge": "zoneinfo", "walls": [[ZONE, TIME], ...]},
and one a line goes out, in order. The first line says which judges are on this machine, and in which version.
"""

import importlib
import json
import sys

MODULES = {
    "libical": "by_libical",
    "vobject": "by_vobject",
    "icalendar": "by_icalendar",
    "zoneinfo": "by_zoneinfo",
}


def load():
    judges = {}
    for name, module in MODULES.items():
        try:
            judges[name] = importlib.import_module(module)
        except Exception:  # a missing package, typelib or shared library: this judge is not here
            continue
    return judges


def answer(judges, question):
    judge = judges.get(question["judge"])
    if judge is None:
        return {"error": "no such judge on this machine"}
    try:
        return judge.answer(question)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def main():
    judges = load()
    print(json.dumps({name: judge.version() for name, judge in judges.items()}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(judges, json.loads(line))), flush=True)


main()
