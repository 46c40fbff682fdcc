"""What a screen reader hears of the program from outside: asked over AT-SPI, printed as JSON. Run in a bus of its own.

It needs nothing but GLib's own bindings, so it is run by whichever Python of the system has them.
"""

import json
import os
import subprocess
import sys
import time

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
PATIENCE_S = 60
MOST = 3_000


def call(bus, name, path, interface, method, given=None):
    answer = bus.call_sync(name, path, interface, method, given, None, Gio.DBusCallFlags.NONE, 20_000, None)
    return answer.unpack()


def reader_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    (address,) = call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


def heard(bus, name, path, left):
    """Role and name of everything below, in the order of the tree."""
    if left[0] <= 0:
        return
    left[0] -= 1
    asked = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
    try:
        (words,) = call(bus, name, path, "org.freedesktop.DBus.Properties", "Get", asked)
        (role,) = call(bus, name, path, ACCESSIBLE, "GetRoleName")
        (children,) = call(bus, name, path, ACCESSIBLE, "GetChildren")
    except GLib.Error:
        return  # gone while it was asked for
    yield role, words
    for child_name, child_path in children:
        yield from heard(bus, child_name, child_path, left)


def whole(bus):
    return list(heard(bus, "org.a11y.atspi.Registry", ROOT, [MOST]))


def until(bus, role, program, limit):
    """The tree once something with that role is in it."""
    while program.poll() is None:
        found = whole(bus)
        if any(one == role for one, _words in found) or time.monotonic() > limit:
            return found
    raise SystemExit("the program ended")


def main():
    limit = time.monotonic() + PATIENCE_S
    bus = reader_bus()
    program = subprocess.Popen(sys.argv[1:], env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    try:
        start = until(bus, "list item", program, limit)
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(program.pid), "--name", "Referatdesk"]
        window = subprocess.run(search, capture_output=True, text=True, check=True).stdout.split()[0]
        subprocess.run(["xdotool", "windowfocus", "--sync", window, "key", "Return"], check=True)
        sys.stdout.write("\n" + json.dumps([start, until(bus, "text", program, limit)]))
    finally:
        program.kill()
        program.wait()


main()
