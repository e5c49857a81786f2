"""The machine's own zone database, read by Python."""

import datetime
import pathlib
import zoneinfo

from reading import moment


def version():
    """The release, as the database itself says it; `?` when it does not."""
    for folder in zoneinfo.TZPATH:
        for name, mark in (("tzdata.zi", "# version "), ("+VERSION", ""), ("version", "")):
            file = pathlib.Path(folder, name)
            if file.exists():
                line = file.open().readline().strip()
                if line.startswith(mark):
                    return line[len(mark):]
    return "?"


def answer(question):
    return {"moments": [read(*wall) for wall in question["walls"]], "zones": sorted(zoneinfo.available_timezones())}


def read(zone, time):
    try:
        return moment(datetime.datetime.fromisoformat(time).replace(tzinfo=zoneinfo.ZoneInfo(zone)))
    except zoneinfo.ZoneInfoNotFoundError:
        return None
