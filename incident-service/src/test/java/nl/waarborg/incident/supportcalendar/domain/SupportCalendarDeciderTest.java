package nl.waarborg.incident.supportcalendar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.ProposeHolidays;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.PublishHolidays;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.PublishSupportCalendar;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.PublishSupportHoursDeviation;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.HolidaysProposed;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportCalendarPublished;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportHoursDeviationPublished;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.Channel;
import nl.waarborg.terms.calendar.Entitlement;
import nl.waarborg.terms.calendar.Holiday;
import nl.waarborg.terms.calendar.NationalHolidays;
import nl.waarborg.terms.calendar.OpeningHoursDeviation;
import nl.waarborg.terms.calendar.OpeningHoursDeviation.Cause;
import nl.waarborg.terms.calendar.OpeningInterval;
import org.junit.jupiter.api.Test;

class SupportCalendarDeciderTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final CalendarId SUPPORT = new CalendarId("AFAS_SLA/support");
    private static final CalendarId CALAMITY = new CalendarId("AFAS_SLA/calamity");
    private static final CalendarId SERVICE_CENTER = new CalendarId("PHOCUS_CLOUD/service-center");
    private static final UUID PERSON = UUID.fromString("01900000-0000-7000-8000-0000000000b7");
    private static final Instant AT = local("2026-03-02T09:00");
    private static final LocalDate GOOD_FRIDAY = LocalDate.of(2026, 4, 3);

    private final DeciderSpecification<SupportCalendarCommand, SupportCalendar, SupportCalendarEvent> calendar =
            new DeciderSpecification<>(new SupportCalendarDecider());

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(AMSTERDAM).toInstant();
    }

    private static OpeningHoursDeviation closed(LocalDate date) {
        return new OpeningHoursDeviation(date, List.of(), Cause.PUBLISHED, "Good Friday");
    }

    private static OpeningHoursDeviation open(LocalDate date, String hours) {
        return new OpeningHoursDeviation(date, List.of(OpeningInterval.parse(hours)), Cause.PUBLISHED, "agreed");
    }

    private static PublishSupportHoursDeviation deviate(
            CalendarId id, CalendarKind scope, OpeningHoursDeviation day, Instant at) {
        return new PublishSupportHoursDeviation(id, scope, day, PERSON, at);
    }

    private static BusinessCalendar of(SupportCalendar state) {
        return assertInstanceOf(SupportCalendar.Published.class, state).calendar();
    }

    /** Published as agreed: the weekly hours of the preset with one day changed, read back from the stored event. */
    private BusinessCalendar republished(CalendarId id, CalendarKind kind) {
        var shipped = AgreedCalendars.firstVersion(id);
        var weekly = new EnumMap<DayOfWeek, List<OpeningInterval>>(shipped.weekly());
        weekly.put(DayOfWeek.SUNDAY, List.of(OpeningInterval.parse("10:00-11:00 WEB")));
        var after = of(calendar.given(calendar.given()
                        .when(new PublishSupportCalendar(id, kind, AMSTERDAM, weekly, "agreed", PERSON, AT))
                        .events())
                .state());
        assertEquals(shipped.version() + 1, after.version());
        return after;
    }

    @Test
    @Rule("INC-015")
    void monday_to_thursday_web_and_phone_from_8_to_17() {
        var hours = republished(SUPPORT, CalendarKind.SUPPORT).hours(Entitlement.EVERYONE, EnumSet.of(Channel.PHONE));
        assertTrue(hours.isOpen(local("2026-03-02T08:00")));
        assertTrue(hours.isOpen(local("2026-03-05T16:59")));
        assertFalse(hours.isOpen(local("2026-03-05T17:00")));
        assertFalse(hours.isOpen(local("2026-03-02T07:59")));
    }

    @Test
    @Rule("INC-016")
    void friday_web_only_from_8_to_16() {
        var support = republished(SUPPORT, CalendarKind.SUPPORT);
        assertTrue(support.hours(Entitlement.EVERYONE, EnumSet.of(Channel.WEB)).isOpen(local("2026-03-06T15:59")));
        assertFalse(support.hours().isOpen(local("2026-03-06T16:00")));
        assertFalse(
                support.hours(Entitlement.EVERYONE, EnumSet.of(Channel.PHONE)).isOpen(local("2026-03-06T10:00")));
    }

    @Test
    @Rule("INC-023")
    void calamity_service_from_monday_to_thursday_until_23_by_web() {
        var calamity = republished(CALAMITY, CalendarKind.CALAMITY);
        var web = calamity.hours(Entitlement.EVERYONE, EnumSet.of(Channel.WEB));
        assertTrue(web.isOpen(local("2026-03-03T06:00")));
        assertTrue(web.isOpen(local("2026-03-03T22:59")));
        assertFalse(web.isOpen(local("2026-03-03T23:00")));
        var phone = calamity.hours(Entitlement.EVERYONE, EnumSet.of(Channel.PHONE));
        assertTrue(phone.isOpen(local("2026-03-03T16:59")));
        assertFalse(phone.isOpen(local("2026-03-03T17:00")));
    }

    @Test
    @Rule("INC-024")
    void calamity_service_on_friday_by_phone_for_first_class_only() {
        var calamity = republished(CALAMITY, CalendarKind.CALAMITY);
        var phone = EnumSet.of(Channel.PHONE);
        assertTrue(calamity.hours(Entitlement.FIRST_CLASS, phone).isOpen(local("2026-03-06T15:59")));
        assertFalse(calamity.hours(Entitlement.EVERYONE, phone).isOpen(local("2026-03-06T15:59")));
        assertTrue(calamity.hours().isOpen(local("2026-03-06T22:59")));
    }

    @Test
    @Rule("INC-025")
    void calamity_service_in_the_weekend_for_first_class_only_and_not_on_holidays() {
        var calamity = republished(CALAMITY, CalendarKind.CALAMITY);
        var firstClass = calamity.hours(Entitlement.FIRST_CLASS);
        assertTrue(firstClass.isOpen(local("2026-03-07T08:00")));
        assertFalse(firstClass.isOpen(local("2026-03-07T22:00")));
        assertFalse(calamity.hours().isOpen(local("2026-03-07T12:00")));
        // Easter Sunday.
        assertFalse(firstClass.isOpen(local("2026-04-05T12:00")));
    }

    @Test
    @Rule("INC-017")
    void a_deviating_day_replaces_the_weekly_hours_in_a_new_version() {
        var published = new SupportHoursDeviationPublished(
                SUPPORT.value(), CalendarKind.SUPPORT, 2, PublishedDay.of(closed(GOOD_FRIDAY)), PERSON, AT);
        var after = of(calendar.given()
                .when(deviate(SUPPORT, CalendarKind.SUPPORT, closed(GOOD_FRIDAY), AT))
                .then(published));
        assertEquals(2, after.version());
        assertFalse(after.hours().isOpen(local("2026-04-03T10:00")));
        assertTrue(AgreedCalendars.firstVersion(SUPPORT).hours().isOpen(local("2026-04-03T10:00")));
        calendar.given(published)
                .when(deviate(SUPPORT, CalendarKind.SUPPORT, closed(GOOD_FRIDAY), AT))
                .thenNothing();
    }

    @Test
    @Rule("INC-017")
    void neither_the_past_nor_a_year_without_published_holidays_can_deviate() {
        calendar.given()
                .when(deviate(SUPPORT, CalendarKind.SUPPORT, closed(GOOD_FRIDAY), local("2026-04-04T00:00")))
                .thenRejected("INC-017");
        calendar.given()
                .when(deviate(SUPPORT, CalendarKind.SUPPORT, closed(LocalDate.of(2037, 4, 3)), AT))
                .thenRejected("INC-017");
        calendar.given()
                .when(deviate(new CalendarId("unheard-of"), CalendarKind.SUPPORT, closed(GOOD_FRIDAY), AT))
                .thenRejected("INC-017");
    }

    @Test
    @Rule("INC-018")
    void the_service_center_is_open_on_working_days_and_closed_on_national_holidays() {
        var hours = republished(SERVICE_CENTER, CalendarKind.SUPPORT).hours();
        assertTrue(hours.isOpen(local("2026-03-06T16:59")));
        assertFalse(hours.isOpen(local("2026-03-06T08:59")));
        assertFalse(hours.isOpen(local("2026-04-27T12:00")));
    }

    @Test
    @Rule("INC-018")
    void next_years_holidays_are_proposed_and_hold_once_a_person_publishes_them() {
        var proposal =
                calendar.given().when(new ProposeHolidays(SERVICE_CENTER, AT)).events();
        var proposed = assertInstanceOf(HolidaysProposed.class, proposal.getFirst());
        assertEquals(2037, proposed.year());
        var whitMonday2037 = local("2037-05-25T12:00");
        assertThrows(
                IllegalArgumentException.class,
                () -> of(calendar.given(proposal).state()).hours().isOpen(whitMonday2037));
        var published = calendar.given(proposal)
                .when(new PublishHolidays(SERVICE_CENTER, 2037, List.of(), PERSON, AT))
                .events();
        var after = of(calendar.given(published).state());
        assertEquals(2, after.version());
        assertFalse(after.hours().isOpen(whitMonday2037));
        assertTrue(after.hours().isOpen(local("2037-05-26T12:00")));
    }

    @Test
    @Rule("INC-018")
    void the_proposal_follows_the_rule_of_the_dates_that_were_published() {
        for (var year = 2015; year <= 2036; year++) {
            var thatYear = year;
            assertEquals(
                    NationalHolidays.all().stream()
                            .filter(day -> day.date().getYear() == thatYear)
                            .toList(),
                    HolidayProposal.of(year),
                    () -> "year " + thatYear);
        }
    }

    @Test
    @Rule("INC-018")
    void years_are_published_in_order_and_whole() {
        calendar.given()
                .when(new PublishHolidays(SERVICE_CENTER, 2038, List.of(), PERSON, AT))
                .thenRejected("INC-018");
        calendar.given()
                .when(new PublishHolidays(SERVICE_CENTER, 2037, List.of(), PERSON, AT))
                .thenRejected("INC-018");
        var foreign = OpeningHoursDeviation.closed(Holiday.on(LocalDate.of(2036, 1, 2)));
        calendar.given()
                .when(new PublishHolidays(SERVICE_CENTER, 2037, List.of(foreign), PERSON, AT))
                .thenRejected("INC-018");
    }

    @Test
    @Rule("INC-019")
    void work_on_site_has_a_roster_of_its_own() {
        var roster = new CalendarId("on-site");
        var saturday = open(LocalDate.of(2026, 3, 7), "09:00-13:00");
        var first = calendar.given()
                .when(deviate(roster, CalendarKind.ON_SITE, saturday, AT))
                .events();
        var state = of(calendar.given(first).state());
        assertEquals(1, state.version());
        assertTrue(state.hours().isOpen(local("2026-03-07T09:00")));
        assertFalse(state.hours().isOpen(local("2026-03-09T10:00")));
        var second = calendar.given(first)
                .when(deviate(roster, CalendarKind.ON_SITE, open(LocalDate.of(2026, 3, 9), "09:00-17:00"), AT))
                .events();
        var both = Stream.concat(first.stream(), second.stream()).toList();
        assertEquals(2, of(calendar.given(both).state()).version());
        assertTrue(of(calendar.given(both).state()).hours().isOpen(local("2026-03-09T10:00")));
    }

    @Test
    @Rule("INC-015")
    void the_same_hours_again_are_no_new_version() {
        var shipped = AgreedCalendars.firstVersion(SUPPORT);
        calendar.given()
                .when(new PublishSupportCalendar(
                        SUPPORT, CalendarKind.SUPPORT, AMSTERDAM, shipped.weekly(), shipped.source(), PERSON, AT))
                .thenNothing();
        assertInstanceOf(
                SupportCalendarPublished.class,
                calendar.given()
                        .when(new PublishSupportCalendar(
                                SUPPORT, CalendarKind.SUPPORT, AMSTERDAM, Map.of(), "agreed", PERSON, AT))
                        .events()
                        .getFirst());
    }
}
