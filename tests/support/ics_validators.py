"""Reads calendars with a foreign library and says what it could not read, or read otherwise than was meant.

Called as `python3 ics_validators.py NAME` with NAME icalendar or vobject and a JSON list on standard input:
[{"ics": ..., "summary": ..., "description": ..., "attendees": [address], "starts": "2026-11-25T09:00:00+00:00"}].
Prints a JSON list of faults in words. Ends with status 3 when the library is not installed.
"""
import json
import sys
from datetime import datetime


def compare(index, what, meant, read):
    return [] if meant == read else [f"calendar {index}: {what} was read as {read!r}, meant {meant!r}"]


def check_with_icalendar(index, case, icalendar):
    calendar = icalendar.Calendar.from_ical(case["ics"])
    faults = [f"calendar {index}: {component.name} {error}" for component in calendar.walk() for error in component.errors]
    event = calendar.walk("VEVENT")[0]
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    return faults + compare(index, "SUMMARY", case["summary"], str(event["SUMMARY"])) \
        + compare(index, "DESCRIPTION", case["description"], str(event["DESCRIPTION"])) \
        + compare(index, "ATTENDEE", case["attendees"], [str(attendee) for attendee in attendees]) \
        + compare(index, "METHOD", case["method"], str(calendar["METHOD"])) \
        + compare(index, "DTSTART", datetime.fromisoformat(case["starts"]), event.decoded("DTSTART"))


def check_with_vobject(index, case, vobject):
    calendar = vobject.readOne(case["ics"])
    calendar.validate(raiseException=True)
    event = calendar.vevent
    attendees = event.contents.get("attendee", [])
    return compare(index, "SUMMARY", case["summary"], event.summary.value) \
        + compare(index, "DESCRIPTION", case["description"], event.description.value) \
        + compare(index, "ATTENDEE", case["attendees"], [attendee.value for attendee in attendees]) \
        + compare(index, "METHOD", case["method"], calendar.method.value) \
        + compare(index, "DTSTART", datetime.fromisoformat(case["starts"]), event.dtstart.value)


def main(name):
    try:
        library = __import__(name)
    except ImportError:
        sys.exit(3)
    check = {"icalendar": check_with_icalendar, "vobject": check_with_vobject}[name]
    faults = []
    for index, case in enumerate(json.load(sys.stdin)):
        try:
            faults += check(index, case, library)
        except Exception as fault:  # whatever the library throws is what we want to know
            faults.append(f"calendar {index}: {type(fault).__name__} {fault}")
    print(json.dumps(faults))


main(sys.argv[1])
