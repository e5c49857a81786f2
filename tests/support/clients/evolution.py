"""The calendars of Evolution and GNOME, without their windows: evolution-data-server, on a message bus of its own.

One JSON object a line comes in and one goes out: {"do": "subscribe", "feed": NAME, "url": URL}, and for a feed that is
subscribed to {"do": "refresh", "feed": NAME}, likewise "entries" and "news". At the end of the input every process that was started
here is ended. With the word `look` as its argument it only says which packages of Debian are missing.
"""

import glob
import json
import shutil
import sys
import time

from private_bus import Bus

SERVICE = "/usr/share/dbus-1/services/org.gnome.evolution.dataserver.Calendar*.service"

# Until a source is connected, which a feed never says that it is.
DO_NOT_WAIT = 0xFFFFFFFF

# In seconds.
PATIENCE = 10


def missing():
    packages = []
    try:
        import gi

        for name, version in (("ECal", "2.0"), ("EDataServer", "1.2"), ("ICalGLib", "3.0")):
            gi.require_version(name, version)
    except (ImportError, ValueError):
        packages += ["python3-gi", "gir1.2-ecal-2.0", "gir1.2-edataserver-1.2"]
    if not glob.glob(SERVICE):
        packages.append("evolution-data-server")
    if not shutil.which("dbus-daemon"):
        packages.append("dbus-daemon")
    return packages


class Evolution:
    """The client side of the service, as Evolution's windows use it."""

    def __init__(self):
        self.registry = EDataServer.SourceRegistry.new_sync(None)
        self.clients = {}
        self.views = []
        self.news_of = {}

    def subscribe(self, feed, url):
        """“On The Web” in the dialogue for new calendars; it refreshes when it is told, not by the hour."""
        source = EDataServer.Source.new_with_uid(feed, None)
        source.set_display_name(feed)
        source.set_parent("webcal-stub")
        source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("webcal")
        webdav = source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND)
        webdav.set_uri(GLib.Uri.parse(url, GLib.UriFlags.NONE))
        source.get_extension(EDataServer.SOURCE_EXTENSION_AUTHENTICATION).set_method("none")
        source.get_extension(EDataServer.SOURCE_EXTENSION_REFRESH).set_enabled(False)
        self.registry.commit_source_sync(source, None)
        while self.registry.ref_source(feed) is None:
            GLib.MainContext.default().iteration(True)
        self.clients[feed] = self.connect(feed)
        self.watch(feed)

    def connect(self, feed):
        """The process that keeps calendars hears of a new source in its own time."""
        source = self.registry.ref_source(feed)
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, DO_NOT_WAIT, None)
            except GLib.Error as error:
                if "No such source" not in error.message or time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def watch(self, feed):
        """What its windows would be told: which entries came, changed and went."""
        news = self.news_of[feed] = {"added": [], "modified": [], "removed": []}
        _, view = self.clients[feed].get_view_sync("#t", None)
        view.connect("objects-added", lambda _, found: news["added"].extend(one.get_uid() for one in found))
        view.connect("objects-modified", lambda _, found: news["modified"].extend(one.get_uid() for one in found))
        view.connect("objects-removed", lambda _, found: news["removed"].extend(one.get_uid() for one in found))
        view.start()
        self.views.append(view)

    def refresh(self, feed):
        try:
            self.clients[feed].refresh_sync(None)
        except GLib.Error as error:
            return error.message
        return None

    def entries(self, feed):
        client = self.clients[feed]
        _, found = client.get_object_list_sync("#t", None)
        return [self.entry(client, one) for one in found]

    def entry(self, client, one):
        return {
            "uid": one.get_uid(),
            "sequence": one.get_sequence(),
            "status": one.get_first_property(ical.PropertyKind.STATUS_PROPERTY).get_value_as_string(),
            "summary": one.get_summary(),
            "description": one.get_description() or "",
            "location": one.get_location() or "",
            "start": self.moment(client, one, ical.PropertyKind.DTSTART_PROPERTY, one.get_dtstart()),
            "end": self.moment(client, one, ical.PropertyKind.DTEND_PROPERTY, one.get_dtend()),
        }

    def moment(self, client, one, kind, when):
        """A day, or a moment ending with Z, by the zone that the service keeps for it."""
        if when.is_date():
            return f"{when.get_year():04}-{when.get_month():02}-{when.get_day():02}"
        zone = ical.Timezone.get_utc_timezone() if when.is_utc() else None
        named = one.get_first_property(kind).get_first_parameter(ical.ParameterKind.TZID_PARAMETER)
        if named is not None:
            _, zone = client.get_timezone_sync(named.get_tzid(), None)
        if zone is None:
            return when.as_ical_string()
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(when.as_timet_with_zone(zone)))

    def news(self, feed):
        """What came in since the last time that this was asked."""
        told = {kind: sorted(uids) for kind, uids in self.news_of[feed].items()}
        for uids in self.news_of[feed].values():
            uids.clear()
        return told


def answer(evolution, question):
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)
    do = getattr(evolution, question.pop("do"))
    try:
        return do(**question)
    except GLib.Error as error:
        return {"error": error.message}


if sys.argv[1:] == ["look"]:
    print(*missing())
    sys.exit()

bus = Bus()

import gi  # noqa: E402

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, GLib  # noqa: E402
from gi.repository import ICalGLib as ical  # noqa: E402

try:
    evolution = Evolution()
    for line in sys.stdin:
        print(json.dumps(answer(evolution, json.loads(line))), flush=True)
finally:
    bus.end()
