"""vobject, which reads zones with dateutil."""

import vobject
import vobject.icalendar

from reading import moment

ZONES = getattr(vobject.icalendar, "__tzidMap")
FIRST = dict(ZONES)
# It would look a zone that is not in the file up elsewhere.
vobject.icalendar.getTzid = lambda tzid, smart=True: ZONES.get(tzid)
# A zone that is always UTC it would leave out, and look up elsewhere as well.
pick = vobject.icalendar.TimezoneComponent.pickTzid
vobject.icalendar.TimezoneComponent.pickTzid = staticmethod(lambda tzinfo, allowUTC=False: pick(tzinfo, True))


def version():
    return "0.9"


def answer(question):
    ZONES.clear()
    ZONES.update(FIRST)
    calendar = vobject.readOne(question["text"])
    return {
        "method": value(calendar, "method"),
        "name": value(calendar, "x_wr_calname"),
        "events": [event(one) for one in calendar.contents.get("vevent", [])],
        "complaints": [],
    }


def value(component, name):
    return getattr(component, name).value if name in component.contents or name.replace("_", "-") in component.contents else None


def event(one):
    read = {name: value(one, name) for name in ("uid", "summary", "description", "location", "url", "status")}
    read["start"] = moment(one.dtstart.value)
    read["end"] = moment(one.dtend.value)
    read["sequence"] = int(value(one, "sequence"))
    read["categories"] = [word for line in one.contents.get("categories", []) for word in line.value]
    read["organizer"] = person(one.organizer) if "organizer" in one.contents else None
    read["attendees"] = [person(line) for line in one.contents.get("attendee", [])]
    return read


def person(line):
    return [line.params.get("CN", [None])[0], line.value]
