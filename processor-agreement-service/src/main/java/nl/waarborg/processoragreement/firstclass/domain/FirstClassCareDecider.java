package nl.waarborg.processoragreement.firstclass.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare.Meeting;
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
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermValue.CalendarDays;
import nl.waarborg.terms.TermValue.CalendarPeriod;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.OpenTime;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.TermValue.WorkingDays;

/** XSV-025 to XSV-028, OP-83. */
public final class FirstClassCareDecider
        implements Decider<FirstClassCareCommand, FirstClassCare, FirstClassCareEvent> {

    @Override
    public FirstClassCare initialState() {
        return FirstClassCare.NONE;
    }

    @Override
    public Decision<FirstClassCareEvent> decide(FirstClassCareCommand command, FirstClassCare care) {
        return switch (command) {
            case AssignFirstClassContact c ->
                entitled(
                        c,
                        "XSV-025",
                        () -> c.employeeId().equals(care.contact())
                                ? Decision.nothing()
                                : Decision.of(new FirstClassContactAssigned(c.employeeId())));
            case PlanFirstClassMeeting c -> entitled(c, "XSV-025", () -> plan(c, care));
            case HoldFirstClassMeeting c -> hold(c, care);
            case BookOptimisationSession c -> book(c, care);
            case PlanTestSession c -> entitled(c, "XSV-027", () -> testSession(c, care));
            case RecordFirstClassActivity c -> entitled(c, "XSV-028", () -> activity(c, care));
        };
    }

    private static Decision<FirstClassCareEvent> entitled(
            FirstClassCareCommand command, String rule, Supplier<Decision<FirstClassCareEvent>> decision) {
        return command.entitlement().active()
                ? decision.get()
                : Decision.reject(rule, "no-first-class", "First Class does not hold on that day.");
    }

    private static Decision<FirstClassCareEvent> plan(PlanFirstClassMeeting c, FirstClassCare care) {
        if (care.meetings().containsKey(c.meetingId())) {
            return Decision.nothing();
        }
        var most = c.entitlement().mostMinutes();
        var window = c.entitlement().window();
        if (most != null && window != null && busiest(c, care, window) > most) {
            return Decision.reject(
                    "XSV-025", "too-many-minutes", "Meetings take at most " + most + " minutes in any " + window + ".");
        }
        return Decision.of(new FirstClassMeetingPlanned(c.meetingId(), c.at(), c.minutes()));
    }

    /** The minutes of the fullest window, rolling, that holds the new meeting. */
    private static long busiest(PlanFirstClassMeeting c, FirstClassCare care, Span window) {
        var all = new ArrayList<>(care.meetings().values());
        all.add(new Meeting(c.meetingId(), c.at(), c.minutes(), false, List.of()));
        return all.stream()
                .map(Meeting::at)
                .filter(begin -> holds(begin, window, c.at()))
                .mapToLong(begin -> all.stream()
                        .filter(meeting -> holds(begin, window, meeting.at()))
                        .mapToLong(Meeting::minutes)
                        .sum())
                .max()
                .orElse(0);
    }

    private static boolean holds(Instant begin, Span window, Instant at) {
        return !at.isBefore(begin) && at.isBefore(end(begin, window));
    }

    /** Windows roll over days and nights, so working time has no meaning in them: it counts as days. */
    private static Instant end(Instant begin, Span window) {
        var local = begin.atZone(AgreedCalendars.ZONE);
        return switch (window) {
            case Elapsed(var duration) -> begin.plus(duration);
            case OpenTime(var duration) -> begin.plus(duration);
            case WorkingDays(var days) -> local.plusDays(days).toInstant();
            case CalendarDays(var days) -> local.plusDays(days).toInstant();
            case CalendarPeriod(var period) -> local.plus(period).toInstant();
        };
    }

    /** What was held was held, also if it took longer. */
    private static Decision<FirstClassCareEvent> hold(HoldFirstClassMeeting c, FirstClassCare care) {
        var planned = care.meetings().get(c.meetingId());
        if (planned == null) {
            return Decision.reject("XSV-025", "no-meeting-planned", "No such meeting was planned.");
        }
        return planned.held()
                ? Decision.nothing()
                : Decision.of(new FirstClassMeetingHeld(c.meetingId(), c.at(), c.minutes(), c.discussedIncidents()));
    }

    private static Decision<FirstClassCareEvent> book(BookOptimisationSession c, FirstClassCare care) {
        if (care.hasSession(c.date())) {
            return Decision.nothing();
        }
        return refusal(c, care)
                .map(reason -> Decision.<FirstClassCareEvent>of(new OptimisationSessionRefused(c.date(), reason))
                        .rejecting(
                                "XSV-026",
                                switch (reason) {
                                    case NO_FIRST_CLASS -> "no-first-class";
                                    case OUTSIDE_SEASON -> "outside-season";
                                    case NONE_LEFT -> "none-left";
                                },
                                switch (reason) {
                                    case NO_FIRST_CLASS -> "First Class does not hold on that day.";
                                    case OUTSIDE_SEASON ->
                                        "Optimisation sessions are in "
                                                + c.entitlement().sessionMonths().stream()
                                                        .sorted()
                                                        .toList() + ".";
                                    case NONE_LEFT ->
                                        "All sessions of " + c.date().getYear() + " are taken; unused ones lapse.";
                                }))
                .orElseGet(() -> Decision.of(new OptimisationSessionBooked(
                        c.sessionId(), c.date(), c.date().getYear())));
    }

    private static Optional<SessionRefusal> refusal(BookOptimisationSession c, FirstClassCare care) {
        var given = c.entitlement();
        if (!given.active()) {
            return Optional.of(SessionRefusal.NO_FIRST_CLASS);
        }
        if (!given.sessionMonths().isEmpty()
                && !given.sessionMonths().contains(c.date().getMonth())) {
            return Optional.of(SessionRefusal.OUTSIDE_SEASON);
        }
        var most = given.sessionsPerYear();
        return most != null && care.sessionsIn(c.date().getYear()) >= most
                ? Optional.of(SessionRefusal.NONE_LEFT)
                : Optional.empty();
    }

    /** In the customer's own environment, through the acceptance environment that First Class includes. */
    private static Decision<FirstClassCareEvent> testSession(PlanTestSession c, FirstClassCare care) {
        if (!c.entitlement().acceptIncluded()) {
            return Decision.reject(
                    "XSV-027", "no-acceptance-environment", "The terms include no acceptance environment.");
        }
        return care.testSessions().stream()
                        .anyMatch(session -> session.sessionId().equals(c.sessionId()))
                ? Decision.nothing()
                : Decision.of(new TestSessionPlanned(c.sessionId(), c.releaseId(), c.date()));
    }

    private static Decision<FirstClassCareEvent> activity(RecordFirstClassActivity c, FirstClassCare care) {
        return care.activities().stream().anyMatch(done -> done.activityId().equals(c.activityId()))
                ? Decision.nothing()
                : Decision.of(new FirstClassActivityRecorded(c.activityId(), c.kind(), c.on(), c.note()));
    }

    @Override
    public FirstClassCare evolve(FirstClassCare care, FirstClassCareEvent event) {
        return switch (event) {
            case FirstClassContactAssigned e -> care.with(e.employeeId());
            case FirstClassMeetingPlanned e ->
                care.with(new Meeting(e.meetingId(), e.at(), e.minutes(), false, List.of()));
            case FirstClassMeetingHeld e ->
                care.with(new Meeting(e.meetingId(), e.at(), e.minutes(), true, e.discussedIncidents()));
            case OptimisationSessionBooked e -> care.with(e);
            case OptimisationSessionRefused _ -> care;
            case TestSessionPlanned e -> care.with(e);
            case FirstClassActivityRecorded e -> care.with(e);
        };
    }
}
