import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;

/**
 * Reads calendars with ical4j or biweekly, named by the one argument, and says what it could not read. Standard input
 * holds, for each calendar, its length in bytes and a line break, then its bytes; standard output gets one line of
 * JSON each, as validators.ts reads it. Started as `java -cp 'jars/*' ReadWithJava.java NAME`.
 */
class ReadWithJava {
    record Event(String uid, int sequence, String status, String starts, String summary, String description, List<String> attendees, List<String> names) {}

    record Read(List<String> faults, String method, List<Event> events) {}

    interface Reader {
        Read read(String text) throws Exception;
    }

    static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public static void main(String[] arguments) throws IOException {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        Reader reader = arguments[0].equals("ical4j") ? ReadWithJava::readWithIcal4j : ReadWithJava::readWithBiweekly;
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        DataInputStream in = new DataInputStream(System.in);
        for (String text = nextCalendar(in); text != null; text = nextCalendar(in)) out.println(toJson(tryToRead(reader, text)));
        out.flush();
    }

    static Read tryToRead(Reader reader, String text) {
        try {
            return reader.read(text);
        } catch (Exception fault) {
            return new Read(List.of(String.valueOf(fault)), null, List.of());
        }
    }

    static Read readWithIcal4j(String text) throws Exception {
        var calendar = new CalendarBuilder().build(new StringReader(text));
        List<String> faults = new ArrayList<>();
        calendar.validate().getEntries().forEach(entry -> faults.add(entry.getSeverity() + " " + entry.getContext() + " " + entry.getMessage()));
        List<Event> events = new ArrayList<>();
        for (Component event : calendar.getComponents(Component.VEVENT)) {
            List<String> attendees = new ArrayList<>(), names = new ArrayList<>();
            for (Property attendee : event.getProperties(Property.ATTENDEE)) {
                attendees.add(attendee.getValue());
                names.add(attendee.getParameter(Parameter.CN).map(name -> name.getValue()).orElse(null));
            }
            String sequence = valueOf(event, Property.SEQUENCE);
            events.add(new Event(valueOf(event, Property.UID), sequence == null ? 0 : Integer.parseInt(sequence), valueOf(event, Property.STATUS),
                valueOf(event, Property.DTSTART), valueOf(event, Property.SUMMARY), valueOf(event, Property.DESCRIPTION), attendees, names));
        }
        return new Read(faults, calendar.getProperty(Property.METHOD).map(method -> method.getValue()).orElse(null), events);
    }

    static String valueOf(Component event, String name) {
        return event.getProperty(name).map(property -> property.getValue()).orElse(null);
    }

    static Read readWithBiweekly(String text) throws Exception {
        try (ICalReader reader = new ICalReader(text)) {
            ICalendar calendar = reader.readNext();
            List<String> faults = new ArrayList<>();
            reader.getWarnings().forEach(warning -> faults.add(warning.toString()));
            calendar.validate(ICalVersion.V2_0).getWarnings().forEach(warnings -> faults.add(warnings.toString()));
            List<Event> events = new ArrayList<>();
            for (VEvent event : calendar.getEvents()) {
                List<String> attendees = new ArrayList<>(), names = new ArrayList<>();
                event.getAttendees().forEach(attendee -> {
                    attendees.add(attendee.getUri() != null ? attendee.getUri() : "mailto:" + attendee.getEmail());
                    names.add(attendee.getCommonName());
                });
                events.add(new Event(
                    event.getUid() == null ? null : event.getUid().getValue(), event.getSequence() == null ? 0 : event.getSequence().getValue(),
                    event.getStatus() == null ? null : event.getStatus().getValue(),
                    event.getDateStart() == null ? null : UTC.format(event.getDateStart().getValue().toInstant()),
                    event.getSummary() == null ? null : event.getSummary().getValue(),
                    event.getDescription() == null ? null : event.getDescription().getValue(), attendees, names));
            }
            return new Read(faults, calendar.getMethod() == null ? null : calendar.getMethod().getValue(), events);
        }
    }

    static String nextCalendar(DataInputStream in) throws IOException {
        StringBuilder length = new StringBuilder();
        for (int digit = in.read(); digit != '\n'; digit = in.read()) {
            if (digit < 0) return null;
            length.append((char) digit);
        }
        byte[] bytes = new byte[Integer.parseInt(length.toString())];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static String toJson(Read read) {
        StringJoiner events = new StringJoiner(",", "[", "]");
        for (Event one : read.events()) {
            events.add("{\"uid\":" + quoted(one.uid()) + ",\"sequence\":" + one.sequence() + ",\"status\":" + quoted(one.status())
                + ",\"starts\":" + quoted(one.starts()) + ",\"summary\":" + quoted(one.summary()) + ",\"description\":" + quoted(one.description())
                + ",\"attendees\":" + listed(one.attendees()) + ",\"names\":" + listed(one.names()) + "}");
        }
        return "{\"faults\":" + listed(read.faults()) + ",\"method\":" + quoted(read.method()) + ",\"events\":" + events + "}";
    }

    static String listed(List<String> texts) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        texts.forEach(text -> list.add(quoted(text)));
        return list.toString();
    }

    static String quoted(String text) {
        if (text == null) return "null";
        StringBuilder json = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter == '"' || letter == '\\') json.append('\\').append(letter);
            else if (letter < 0x20 || letter == 0x2028 || letter == 0x2029) json.append(String.format("\\u%04x", (int) letter));
            else json.append(letter);
        }
        return json.append('"').toString();
    }
}
