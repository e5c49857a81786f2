"""libical, the parser of Evolution, GNOME and KDE, which also knows what RFC 5546 restricts."""

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as ical  # noqa: E402

from reading import seconds  # noqa: E402

KIND = ical.PropertyKind
TEXTS = {
    "summary": KIND.SUMMARY_PROPERTY,
    "description": KIND.DESCRIPTION_PROPERTY,
    "location": KIND.LOCATION_PROPERTY,
    "uid": KIND.UID_PROPERTY,
}


def version():
    return "3"


def answer(question):
    calendar = ical.Component.new_from_string(question["text"])
    if calendar is None or calendar.isa() != ical.ComponentKind.VCALENDAR_COMPONENT:
        return {"error": "not a calendar"}
    ical.restriction_check(calendar)
    return {
        "method": raw(calendar, KIND.METHOD_PROPERTY),
        "name": named(calendar, "X-WR-CALNAME"),
        "events": [event(calendar, one) for one in components(calendar, ical.ComponentKind.VEVENT_COMPONENT)],
        "complaints": complaints(calendar),
    }


def event(calendar, one):
    read = {key: text(one, kind) for key, kind in TEXTS.items()}
    for key, time in (("start", one.get_dtstart()), ("end", one.get_dtend())):
        read[key] = moment(time)
    read["url"] = raw(one, KIND.URL_PROPERTY)
    read["sequence"] = one.get_sequence()
    read["status"] = raw(one, KIND.STATUS_PROPERTY)
    read["categories"] = [value.get_categories() for value in properties(one, KIND.CATEGORIES_PROPERTY)]
    read["organizer"] = person(one, KIND.ORGANIZER_PROPERTY)
    read["attendees"] = [cn_and_address(one) for one in properties(one, KIND.ATTENDEE_PROPERTY)]
    return read


def moment(time):
    if time.is_date():
        return f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}"
    if time.is_utc() or time.get_timezone() is not None:
        return seconds(time.as_timet_with_zone(time.get_timezone()))
    return time.as_ical_string()


def raw(one, kind):
    found = one.get_first_property(kind)
    return None if found is None else found.get_value_as_string()


def text(one, kind):
    found = one.get_first_property(kind)
    return None if found is None else found.get_value().get_text()


def named(component, name):
    for one in properties(component, KIND.X_PROPERTY):
        if one.get_x_name() == name:
            # The value of an X- property is kept as it is written.
            return one.get_x()
    return None


def person(one, kind):
    found = one.get_first_property(kind)
    return None if found is None else cn_and_address(found)


def cn_and_address(found):
    parameter = found.get_first_parameter(ical.ParameterKind.CN_PARAMETER)
    return [parameter.get_cn() if parameter else None, found.get_value_as_string()]


def properties(component, kind):
    one = component.get_first_property(kind)
    while one is not None:
        yield one
        one = component.get_next_property(kind)


def components(component, kind):
    one = component.get_first_component(kind)
    while one is not None:
        yield one
        one = component.get_next_component(kind)


def complaints(component):
    found = [one.get_xlicerror() for one in properties(component, KIND.XLICERROR_PROPERTY)]
    for one in components(component, ical.ComponentKind.ANY_COMPONENT):
        found += complaints(one)
    return found
