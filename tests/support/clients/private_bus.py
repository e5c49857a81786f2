"""A message bus for this program and the services that it uses, which end with it."""

import os
import signal
import subprocess
import time


class Bus:
    def __init__(self):
        address = f"unix:path={os.environ['XDG_RUNTIME_DIR']}/bus"
        self.daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address", f"--address={address}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.daemon.stdout.readline().decode().strip()
        from gi.repository import Gio

        self.connection = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        self.connection.set_exit_on_close(False)

    def end(self):
        for process_id in self.processes():
            end(process_id)
        self.daemon.terminate()
        self.daemon.wait()

    def processes(self):
        """Everybody on the bus but ourselves; the youngest first, so that every one still has the parent that waits for it."""
        ids = {self.call("GetConnectionUnixProcessID", name) for name in self.call("ListNames") if name.startswith(":")}
        return sorted(ids - {os.getpid()}, reverse=True)

    def call(self, method, *names):
        from gi.repository import Gio, GLib

        daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        arguments = GLib.Variant("(s)", names) if names else None
        return self.connection.call_sync(*daemon, method, arguments, None, Gio.DBusCallFlags.NONE, -1, None)[0]


def end(process_id):
    try:
        os.kill(process_id, signal.SIGTERM)
        for _ in range(300):
            time.sleep(0.01)
            os.kill(process_id, 0)
        os.kill(process_id, signal.SIGKILL)
    except ProcessLookupError:
        pass
