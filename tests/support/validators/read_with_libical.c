/*
 * Reads calendars with libical and says what it could not read. Standard input holds, for each calendar, its length
 * in bytes and a line break, then its bytes; standard output gets one line of JSON each, as validators.ts reads it.
 * Compiled with `cc read_with_libical.c -lical`.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_text(const char *text)
{
    if (!text) {
        printf("null");
        return;
    }
    putchar('"');
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at == '"' || *at == '\\') printf("\\%c", *at);
        else if (*at < 0x20) printf("\\u%04x", *at);
        else putchar(*at);
    }
    putchar('"');
}

static int print_faults(icalcomponent *component, int count)
{
    icalproperty *fault = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    for (; fault; fault = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        if (count++) putchar(',');
        print_text(icalproperty_get_xlicerror(fault));
    }
    icalcomponent *inside = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
    for (; inside; inside = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) count = print_faults(inside, count);
    return count;
}

static void print_people(icalcomponent *event, int is_name)
{
    putchar('[');
    icalproperty *first = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
    for (icalproperty *one = first; one; one = icalcomponent_get_next_property(event, ICAL_ATTENDEE_PROPERTY)) {
        icalparameter *name = icalproperty_get_first_parameter(one, ICAL_CN_PARAMETER);
        if (one != first) putchar(',');
        print_text(!is_name ? icalproperty_get_attendee(one) : name ? icalparameter_get_cn(name) : NULL);
    }
    putchar(']');
}

static void print_event(icalcomponent *event)
{
    icalproperty *status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
    icalproperty *starts = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    printf("{\"uid\":");
    print_text(icalcomponent_get_uid(event));
    printf(",\"sequence\":%d,\"status\":", icalcomponent_get_sequence(event));
    print_text(status ? icalproperty_get_value_as_string(status) : NULL);
    printf(",\"starts\":");
    print_text(starts ? icaltime_as_ical_string(icalcomponent_get_dtstart(event)) : NULL);
    printf(",\"summary\":");
    print_text(icalcomponent_get_summary(event));
    printf(",\"description\":");
    print_text(icalcomponent_get_description(event));
    printf(",\"attendees\":");
    print_people(event, 0);
    printf(",\"names\":");
    print_people(event, 1);
    putchar('}');
}

static void print_calendar(char *text)
{
    icalcomponent *calendar = icalparser_parse_string(text);
    if (!calendar) {
        printf("{\"faults\":[\"libical reads no calendar\"],\"method\":null,\"events\":[]}\n");
        return;
    }
    int is_right = icalrestriction_check(calendar);
    icalproperty *method = icalcomponent_get_first_property(calendar, ICAL_METHOD_PROPERTY);
    printf("{\"faults\":[");
    if (!print_faults(calendar, 0) && !is_right) print_text("icalrestriction_check refuses it");
    printf("],\"method\":");
    print_text(method ? icalproperty_get_value_as_string(method) : NULL);
    printf(",\"events\":[");
    icalcomponent *first = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (icalcomponent *event = first; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        if (event != first) putchar(',');
        print_event(event);
    }
    printf("]}\n");
    icalcomponent_free(calendar);
}

int main(void)
{
    size_t length;
    icalerror_set_errors_are_fatal(0);
    while (scanf("%zu", &length) == 1) {
        char *text = malloc(length + 1);
        getchar();
        if (!text || fread(text, 1, length, stdin) != length) return 1;
        text[length] = 0;
        print_calendar(text);
        free(text);
    }
    return 0;
}
