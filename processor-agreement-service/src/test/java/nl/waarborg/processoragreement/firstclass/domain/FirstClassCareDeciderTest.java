package nl.waarborg.processoragreement.firstclass.domain;

import static java.time.Month.AUGUST;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MAY;
import static java.time.Month.SEPTEMBER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare.ActivityKind;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare.Entitlement;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.AssignFirstClassContact;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.BookOptimisationSession;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.HoldFirstClassMeeting;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.PlanFirstClassMeeting;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.PlanTestSession;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.RecordFirstClassActivity;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.FirstClassActivityRecorded;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.FirstClassContactAssigned;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.FirstClassMeetingHeld;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.FirstClassMeetingPlanned;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.OptimisationSessionBooked;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.OptimisationSessionRefused;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.SessionRefusal;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.TestSessionPlanned;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.TermValue.CalendarDays;
import org.junit.jupiter.api.Test;

class FirstClassCareDeciderTest {

    private static final Entitlement AGREED =
            new Entitlement(true, 60L, new CalendarDays(14), 3, Set.of(MAY, JUNE, JULY, AUGUST, SEPTEMBER), true);
    private static final Entitlement NONE = new Entitlement(false, 60L, new CalendarDays(14), 3, Set.of(MAY), true);

    private final DeciderSpecification<FirstClassCareCommand, FirstClassCare, FirstClassCareEvent> care =
            new DeciderSpecification<>(new FirstClassCareDecider());

    @Test
    @Rule("XSV-025")
    void a_customer_with_first_class_has_a_fixed_contact() {
        var employee = new UUID(0, 9);
        care.given().when(new AssignFirstClassContact(employee, AGREED)).then(new FirstClassContactAssigned(employee));
        care.given(new FirstClassContactAssigned(employee))
                .when(new AssignFirstClassContact(employee, AGREED))
                .thenNothing();
        care.given().when(new AssignFirstClassContact(employee, NONE)).thenRejected("XSV-025");
    }

    @Test
    @Rule("XSV-025")
    void meetings_take_at_most_an_hour_in_any_two_weeks() {
        var first = planned(1, "2026-03-02T09:00:00Z", 40);
        care.given(first).when(plan(2, "2026-03-10T09:00:00Z", 20)).then(planned(2, "2026-03-10T09:00:00Z", 20));
        care.given(first).when(plan(2, "2026-03-10T09:00:00Z", 21)).thenRejected("XSV-025");
        // The window of 2 March ends at the same clock time 14 days later.
        care.given(first).when(plan(2, "2026-03-16T08:59:00Z", 60)).thenRejected("XSV-025");
        care.given(first).when(plan(2, "2026-03-16T09:00:00Z", 60)).then(planned(2, "2026-03-16T09:00:00Z", 60));
        // Rolling: one planned between two others counts in the windows of both.
        care.given(first, planned(3, "2026-03-16T09:00:00Z", 40))
                .when(plan(4, "2026-03-15T09:00:00Z", 21))
                .thenRejected("XSV-025");
        care.given(first, planned(3, "2026-03-16T09:00:00Z", 40))
                .when(plan(4, "2026-03-15T09:00:00Z", 20))
                .then(planned(4, "2026-03-15T09:00:00Z", 20));
        // Also when the new one comes first.
        care.given(planned(3, "2026-03-16T09:00:00Z", 40))
                .when(plan(4, "2026-03-03T09:00:00Z", 30))
                .thenRejected("XSV-025");
        care.given().when(plan(1, "2026-03-02T09:00:00Z", 61)).thenRejected("XSV-025");
    }

    @Test
    @Rule("XSV-025")
    void summer_time_leaves_two_weeks_two_weeks() {
        // From 20 March 10:00 in winter to 3 April 10:00 in summer: 14 local days, an hour less in time.
        care.given(planned(1, "2026-03-20T09:00:00Z", 60))
                .when(plan(2, "2026-04-03T08:00:00Z", 60))
                .then(planned(2, "2026-04-03T08:00:00Z", 60));
    }

    @Test
    @Rule("XSV-025")
    void a_meeting_that_was_held_tells_which_incidents_were_discussed() {
        var held = new FirstClassMeetingHeld(
                new UUID(0, 1), Instant.parse("2026-03-02T09:00:00Z"), 75, List.of(new UUID(0, 5)));
        var hold = new HoldFirstClassMeeting(
                new UUID(0, 1), Instant.parse("2026-03-02T09:00:00Z"), 75, List.of(new UUID(0, 5)), AGREED);
        care.given(planned(1, "2026-03-02T09:00:00Z", 60)).when(hold).then(held);
        care.given(planned(1, "2026-03-02T09:00:00Z", 60), held).when(hold).thenNothing();
        care.given().when(hold).thenRejected("XSV-025");
    }

    @Test
    @Rule("XSV-026")
    void three_sessions_a_calendar_year_from_may_to_september() {
        care.given().when(book(1, "2026-05-01", AGREED)).then(booked(1, "2026-05-01"));
        care.given()
                .when(book(1, "2026-04-30", AGREED))
                .thenRejected("XSV-026", refused("2026-04-30", SessionRefusal.OUTSIDE_SEASON));
        care.given()
                .when(book(1, "2026-10-01", AGREED))
                .thenRejected("XSV-026", refused("2026-10-01", SessionRefusal.OUTSIDE_SEASON));
        var three = List.of(booked(1, "2026-05-01"), booked(2, "2026-06-01"), booked(3, "2026-09-30"));
        care.given(three)
                .when(book(4, "2026-07-01", AGREED))
                .thenRejected("XSV-026", refused("2026-07-01", SessionRefusal.NONE_LEFT));
        care.given(three).when(book(4, "2027-07-01", AGREED)).then(booked(4, "2027-07-01"));
        care.given(three).when(book(5, "2026-06-01", AGREED)).thenNothing();
        care.given()
                .when(book(1, "2026-05-01", NONE))
                .thenRejected("XSV-026", refused("2026-05-01", SessionRefusal.NO_FIRST_CLASS));
    }

    @Test
    @Rule("XSV-027")
    void test_sessions_use_the_acceptance_environment_that_first_class_includes() {
        var session = new PlanTestSession(new UUID(0, 1), new UUID(0, 2), LocalDate.parse("2026-06-15"), AGREED);
        var planned = new TestSessionPlanned(new UUID(0, 1), new UUID(0, 2), LocalDate.parse("2026-06-15"));
        care.given().when(session).then(planned);
        care.given(planned).when(session).thenNothing();
        care.given()
                .when(new PlanTestSession(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        LocalDate.parse("2026-06-15"),
                        new Entitlement(true, null, null, null, Set.of(), false)))
                .thenRejected("XSV-027");
    }

    @Test
    @Rule("XSV-028")
    void further_care_is_recorded_once() {
        for (var kind : ActivityKind.values()) {
            var record = new RecordFirstClassActivity(
                    new UUID(0, 1), kind, LocalDate.parse("2026-06-01"), "Evaluated", AGREED);
            var recorded =
                    new FirstClassActivityRecorded(new UUID(0, 1), kind, LocalDate.parse("2026-06-01"), "Evaluated");
            care.given().when(record).then(recorded);
            care.given(recorded).when(record).thenNothing();
        }
    }

    @Test
    void without_limits_in_the_terms_there_are_none() {
        var unlimited = new Entitlement(true, null, null, null, Set.of(), false);
        care.given(booked(1, "2026-05-01"), booked(2, "2026-06-01"), booked(3, "2026-09-30"))
                .when(book(4, "2026-12-01", unlimited))
                .then(booked(4, "2026-12-01"));
        care.given()
                .when(new PlanFirstClassMeeting(new UUID(0, 1), Instant.parse("2026-03-02T09:00:00Z"), 600, unlimited))
                .then(planned(1, "2026-03-02T09:00:00Z", 600));
    }

    private static PlanFirstClassMeeting plan(int id, String at, int minutes) {
        return new PlanFirstClassMeeting(new UUID(0, id), Instant.parse(at), minutes, AGREED);
    }

    private static FirstClassCareEvent planned(int id, String at, int minutes) {
        return new FirstClassMeetingPlanned(new UUID(0, id), Instant.parse(at), minutes);
    }

    private static BookOptimisationSession book(int id, String date, Entitlement entitlement) {
        return new BookOptimisationSession(new UUID(0, id), LocalDate.parse(date), entitlement);
    }

    private static FirstClassCareEvent booked(int id, String date) {
        var day = LocalDate.parse(date);
        return new OptimisationSessionBooked(new UUID(0, id), day, day.getYear());
    }

    private static FirstClassCareEvent refused(String date, SessionRefusal reason) {
        return new OptimisationSessionRefused(LocalDate.parse(date), reason);
    }
}
