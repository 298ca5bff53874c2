package nl.waarborg.processoragreement.firstclass.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.FirstClassActivityRecorded;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.OptimisationSessionBooked;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.TestSessionPlanned;
import nl.waarborg.terms.TermValue.Span;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's care for one First Class customer (XSV-025 to XSV-028).
 *
 * @param contact the fixed contact, an employee of the vendor; null before one was assigned
 * @param meetings by their ids, in order of planning
 */
public record FirstClassCare(
        @Nullable UUID contact,
        Map<UUID, Meeting> meetings,
        List<OptimisationSessionBooked> sessions,
        List<TestSessionPlanned> testSessions,
        List<FirstClassActivityRecorded> activities) {

    public static final String CATEGORY = "first-class-care";

    static final FirstClassCare NONE = new FirstClassCare(null, Map.of(), List.of(), List.of(), List.of());

    /** @param discussed the open incidents that were discussed, once it was held */
    public record Meeting(UUID meetingId, Instant at, int minutes, boolean held, List<UUID> discussed) {}

    /**
     * What the terms give on the day in question; an absent limit is none.
     *
     * @param active First Class holds
     * @param mostMinutes of meetings within the window
     * @param window how long it is
     * @param sessionsPerYear optimisation sessions in a calendar year (OP-83)
     * @param sessionMonths the months in which they are; empty for any
     * @param acceptIncluded the acceptance environment is part of First Class
     */
    public record Entitlement(
            boolean active,
            @Nullable Long mostMinutes,
            @Nullable Span window,
            @Nullable Integer sessionsPerYear,
            Set<Month> sessionMonths,
            boolean acceptIncluded) {}

    /** What the vendor does besides (AFAS §2.6.1). */
    public enum ActivityKind {
        CONFIGURATION_ADVICE,
        /** A possibly faulty configuration, signalled unasked. */
        CONFIGURATION_SIGNAL,
        VERSION_INFORMATION,
        YEARLY_EVALUATION,
        /** Meeting in person, at either side. */
        INTRODUCTION,
        INVITATION
    }

    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "");
    }

    FirstClassCare with(UUID employee) {
        return new FirstClassCare(employee, meetings, sessions, testSessions, activities);
    }

    FirstClassCare with(Meeting meeting) {
        var all = new LinkedHashMap<>(meetings);
        all.put(meeting.meetingId(), meeting);
        return new FirstClassCare(contact, all, sessions, testSessions, activities);
    }

    FirstClassCare with(OptimisationSessionBooked session) {
        return new FirstClassCare(contact, meetings, added(sessions, session), testSessions, activities);
    }

    FirstClassCare with(TestSessionPlanned session) {
        return new FirstClassCare(contact, meetings, sessions, added(testSessions, session), activities);
    }

    FirstClassCare with(FirstClassActivityRecorded activity) {
        return new FirstClassCare(contact, meetings, sessions, testSessions, added(activities, activity));
    }

    long sessionsIn(int year) {
        return sessions.stream().filter(session -> session.year() == year).count();
    }

    boolean hasSession(LocalDate date) {
        return sessions.stream().anyMatch(session -> session.date().equals(date));
    }

    private static <T> List<T> added(List<T> list, T item) {
        var all = new ArrayList<>(list);
        all.add(item);
        return List.copyOf(all);
    }
}
