"""Reads calendars with icalendar or vobject, named by the one argument, and says what it could not read.

Standard input holds, for each calendar, its length in bytes and a line break, then its bytes; standard output gets
one line of JSON each, as validators.ts reads it. Ends with status 3 when the library is not installed.
"""
import importlib
import json
import sys
from datetime import timezone


def read_with_icalendar(text, icalendar):
    calendar = icalendar.Calendar.from_ical(text)
    faults = [f"{component.name} {error}" for component in calendar.walk() for error in component.errors]
    return faults, calendar.get("METHOD"), [read_component(event) for event in calendar.walk("VEVENT")]


def read_component(event):
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    return {
        "uid": event.get("UID"), "sequence": event.get("SEQUENCE", 0), "status": event.get("STATUS"),
        "starts": utc(event.decoded("DTSTART")) if "DTSTART" in event else None,
        "summary": event.get("SUMMARY"), "description": event.get("DESCRIPTION"),
        "attendees": [str(attendee) for attendee in attendees], "names": [attendee.params.get("CN") for attendee in attendees],
    }


def read_with_vobject(text, vobject):
    """vobject leaves RFC 6868 quoting of parameters as it stands, so names are not told."""
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)

    def value(event, name):
        return event.contents[name][0].value if name in event.contents else None

    return [], value(calendar, "method"), [{
        "uid": value(event, "uid"), "sequence": int(value(event, "sequence") or 0), "status": value(event, "status"),
        "starts": utc(value(event, "dtstart")), "summary": value(event, "summary"), "description": value(event, "description"),
        "attendees": [attendee.value for attendee in event.contents.get("attendee", [])], "names": None,
    } for event in calendar.contents.get("vevent", [])]


def utc(at):
    return at and at.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def calendars(stream):
    while length := stream.readline():
        yield stream.read(int(length)).decode("utf-8")


def main(name):
    try:
        library = importlib.import_module(name)
    except ImportError:
        sys.exit(3)
    read = {"icalendar": read_with_icalendar, "vobject": read_with_vobject}[name]
    for text in calendars(sys.stdin.buffer):
        try:
            faults, method, events = read(text, library)
        except Exception as fault:  # whatever the library throws is what we want to know
            faults, method, events = [f"{type(fault).__name__} {fault}"], None, []
        print(json.dumps({"faults": faults, "method": method, "events": events}))


main(sys.argv[1])
