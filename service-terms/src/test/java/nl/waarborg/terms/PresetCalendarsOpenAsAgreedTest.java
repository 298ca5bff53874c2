package nl.waarborg.terms;

import static nl.waarborg.terms.Amsterdam.at;
import static nl.waarborg.terms.calendar.Channel.PHONE;
import static nl.waarborg.terms.calendar.Channel.WEB;
import static nl.waarborg.terms.calendar.Entitlement.EVERYONE;
import static nl.waarborg.terms.calendar.Entitlement.FIRST_CLASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.CalendarRefusal;
import nl.waarborg.terms.calendar.Channel;
import nl.waarborg.terms.calendar.Entitlement;
import org.junit.jupiter.api.Test;

/** 9 to 13 March 2026 is a week without holidays. */
class PresetCalendarsOpenAsAgreedTest {

    private static final BusinessCalendar SUPPORT = calendar("AFAS_SLA/support");
    private static final BusinessCalendar CALAMITY = calendar("AFAS_SLA/calamity");
    private static final BusinessCalendar SERVICE_CENTER = calendar("PHOCUS_CLOUD/service-center");

    @Test
    void three_calendars_are_shipped() {
        assertEquals(Set.of(SUPPORT.id(), CALAMITY.id(), SERVICE_CENTER.id()), AgreedCalendars.shipped());
    }

    @Test
    @Rule("INC-015")
    void support_is_open_from_8_to_17_by_web_and_phone_from_monday_to_thursday() {
        for (var day : new String[] {"2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"}) {
            for (var channel : Channel.values()) {
                opens(SUPPORT, EVERYONE, channel, day, "08:00", "17:00");
            }
        }
    }

    @Test
    @Rule("INC-016")
    void support_is_open_from_8_to_16_by_web_only_on_friday() {
        opens(SUPPORT, EVERYONE, WEB, "2026-03-13", "08:00", "16:00");
        assertFalse(open(SUPPORT, EVERYONE, PHONE, "2026-03-13T10:00"));
        assertFalse(open(SUPPORT, FIRST_CLASS, WEB, "2026-03-14T10:00"));
    }

    @Test
    @Rule("INC-018")
    void the_service_center_is_open_from_9_to_17_on_working_days_and_closed_on_holidays() {
        for (var day : new String[] {"2026-03-09", "2026-03-13"}) {
            opens(SERVICE_CENTER, EVERYONE, WEB, day, "09:00", "17:00");
        }
        assertFalse(SERVICE_CENTER.hours().isWorkingDay(LocalDate.of(2026, 5, 14)), "Ascension Day");
        assertFalse(SERVICE_CENTER.hours().isWorkingDay(LocalDate.of(2026, 3, 14)), "Saturday");
        assertTrue(SERVICE_CENTER.hours().isWorkingDay(LocalDate.of(2026, 4, 3)), "Good Friday");
    }

    @Test
    @Rule("INC-023")
    void the_calamity_service_is_open_from_6_to_23_by_web_and_by_phone_in_support_hours() {
        opens(CALAMITY, EVERYONE, WEB, "2026-03-09", "06:00", "23:00");
        opens(CALAMITY, EVERYONE, WEB, "2026-03-12", "06:00", "23:00");
        opens(CALAMITY, EVERYONE, PHONE, "2026-03-12", "08:00", "17:00");
    }

    @Test
    @Rule("INC-024")
    void on_friday_the_calamity_phone_is_for_first_class_only() {
        opens(CALAMITY, EVERYONE, WEB, "2026-03-13", "06:00", "23:00");
        opens(CALAMITY, FIRST_CLASS, PHONE, "2026-03-13", "08:00", "16:00");
        assertFalse(open(CALAMITY, EVERYONE, PHONE, "2026-03-13T10:00"));
    }

    @Test
    @Rule("INC-025")
    void in_the_weekend_the_calamity_service_is_for_first_class_only_and_not_on_holidays() {
        opens(CALAMITY, FIRST_CLASS, WEB, "2026-03-14", "08:00", "22:00");
        opens(CALAMITY, FIRST_CLASS, WEB, "2026-03-15", "08:00", "22:00");
        assertFalse(open(CALAMITY, EVERYONE, WEB, "2026-03-14T10:00"));
        assertFalse(open(CALAMITY, FIRST_CLASS, WEB, "2026-04-05T10:00"), "Easter Sunday");
        assertFalse(open(CALAMITY, FIRST_CLASS, WEB, "2025-04-26T10:00"), "King's Day on a Saturday");
        assertTrue(open(CALAMITY, EVERYONE, WEB, "2026-04-06T10:00"), "Easter Monday is not in the weekend");
    }

    @Test
    void beyond_the_published_holidays_nothing_is_guessed() {
        assertThrows(
                CalendarRefusal.BeyondPublished.class, () -> SUPPORT.hours().isOpen(at("2037-01-01T10:00")));
        assertThrows(
                CalendarRefusal.BeyondPublished.class, () -> SUPPORT.hours().isOpen(at("2014-12-31T10:00")));
        assertTrue(SUPPORT.hours().isOpen(at("2036-12-31T10:00")));
    }

    private static void opens(
            BusinessCalendar calendar, Entitlement entitlement, Channel channel, String day, String from, String to) {
        var hours = calendar.hours(entitlement, EnumSet.of(channel));
        var start = at(day + "T00:00");
        assertEquals(at(day + "T" + from), hours.nextOpening(start));
        assertEquals(at(day + "T" + to), hours.nextClosing(start));
        assertEquals(at(day + "T" + to), hours.lastClosing(LocalDate.parse(day)));
    }

    private static boolean open(BusinessCalendar calendar, Entitlement entitlement, Channel channel, String moment) {
        return calendar.hours(entitlement, EnumSet.of(channel)).isOpen(at(moment));
    }

    private static BusinessCalendar calendar(String id) {
        return AgreedCalendars.firstVersion(new CalendarId(id));
    }
}
