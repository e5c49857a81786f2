"""icalendar, which reads zones by their names from the machine's own zone data, as web services do."""

import icalendar

from reading import moment


def version():
    return icalendar.__version__


def answer(question):
    calendar = icalendar.Calendar.from_ical(question["text"])
    return {
        "method": plain(calendar.get("method")),
        "name": plain(calendar.get("x-wr-calname")),
        "events": [event(one) for one in calendar.walk("VEVENT")],
        "complaints": [f"{name}: {why}" for one in calendar.walk() for name, why in one.errors],
    }


def plain(value):
    return None if value is None else str(value)


def event(one):
    read = {name: plain(one.get(name)) for name in ("uid", "summary", "description", "location", "url", "status")}
    read["start"] = moment(one["dtstart"].dt)
    read["end"] = moment(one["dtend"].dt)
    read["sequence"] = int(one["sequence"])
    read["categories"] = [str(word) for word in one["categories"].cats] if "categories" in one else []
    read["organizer"] = person(one["organizer"]) if "organizer" in one else None
    attendees = one.get("attendee", [])
    read["attendees"] = [person(who) for who in (attendees if isinstance(attendees, list) else [attendees])]
    return read


def person(who):
    return [who.params.get("CN"), str(who)]
