package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.Waiting;
import nl.waarborg.terms.clock.Waiting.Party;
import org.jspecify.annotations.Nullable;

/** What the decider must know about an incident, and no more. Read models hold the rest. */
public sealed interface Incident {

    /** Nothing was accepted yet; a refused submission leaves it so. */
    record NotRaised() implements Incident {}

    /**
     * @param waits every stretch of waiting, in order; the last one may still last
     * @param marks ids of reactions, so that a repeated one changes nothing
     * @param links what it is linked with, by the other matter's id, as last heard
     */
    record Raised(
            Intake intake,
            Triage triage,
            Status status,
            Map<ClockKind, Clock> clocks,
            List<Waiting> waits,
            Calamity calamity,
            Handling handling,
            Set<UUID> marks,
            Map<UUID, Related> links)
            implements Incident {

        public Raised {
            clocks = Map.copyOf(clocks);
            waits = List.copyOf(waits);
            marks = Set.copyOf(marks);
            links = Map.copyOf(links);
        }

        public @Nullable Clock clock(ClockKind kind) {
            return clocks.get(kind);
        }

        /** The version with which its clocks started (OP-72); null if none did. */
        public @Nullable Integer termsVersion() {
            return clocks.values().stream()
                    .map(clock -> clock.start().termsVersion())
                    .findAny()
                    .orElse(null);
        }

        public @Nullable Waiting openWait() {
            return waits.isEmpty() || waits.getLast().to().isPresent() ? null : waits.getLast();
        }

        Raised with(Triage other) {
            return new Raised(intake, other, status, clocks, waits, calamity, handling, marks, links);
        }

        Raised with(Status other) {
            return new Raised(intake, triage, other, clocks, waits, calamity, handling, marks, links);
        }

        Raised with(Calamity other) {
            return new Raised(intake, triage, status, clocks, waits, other, handling, marks, links);
        }

        Raised with(Handling other) {
            return new Raised(intake, triage, status, clocks, waits, calamity, other, marks, links);
        }

        Raised withMark(UUID mark) {
            var more = new HashSet<>(marks);
            more.add(mark);
            return new Raised(intake, triage, status, clocks, waits, calamity, handling, more, links);
        }

        Raised with(Related link) {
            var all = new HashMap<>(links);
            all.put(link.id(), link);
            return new Raised(intake, triage, status, clocks, waits, calamity, handling, marks, all);
        }

        Raised with(Clock clock) {
            var others = new EnumMap<ClockKind, Clock>(ClockKind.class);
            others.putAll(clocks);
            others.put(clock.start().kind(), clock);
            return new Raised(intake, triage, status, others, waits, calamity, handling, marks, links);
        }

        /** The same with one clock changed, if there is such a clock. */
        Raised with(ClockKind kind, UnaryOperator<Clock> change) {
            var clock = clock(kind);
            return clock == null ? this : with(change.apply(clock));
        }

        Raised waitingFrom(Party party, Instant from) {
            return withWaits(new Waiting(from, Optional.empty(), party));
        }

        Raised waitedUntil(Instant to) {
            var open = openWait();
            return open == null ? this : withWaits(new Waiting(open.from(), Optional.of(to), open.party()));
        }

        /** The last wait replaced while it lasts, else one more. */
        private Raised withWaits(Waiting last) {
            var all = new ArrayList<>(waits);
            if (openWait() != null) {
                all.removeLast();
            }
            all.add(last);
            return new Raised(intake, triage, status, clocks, all, calamity, handling, marks, links);
        }
    }

    /** What was reported. */
    record Intake(String number, @Nullable UUID submitter, Instant at) {}

    /**
     * @param type as classified, until then as claimed
     * @param bySupport whether support set the priority, rather than the intake
     * @param request a raise of priority that waits for its assessment, or null
     */
    record Triage(
            @Nullable IncidentType type,
            @Nullable Category category,
            boolean classified,
            Priority priority,
            boolean bySupport,
            @Nullable Request request) {

        static final Triage NONE = new Triage(null, null, false, Priority.P3, false, null);

        Triage claimed(@Nullable IncidentType as) {
            return new Triage(as, category, classified, priority, bySupport, request);
        }

        Triage classified(IncidentType as, @Nullable Category in) {
            return new Triage(as, in, true, priority, bySupport, request);
        }

        Triage prioritised(Priority as, boolean support) {
            return new Triage(type, category, classified, as, support, request);
        }

        Triage requested(@Nullable Request raise) {
            return new Triage(type, category, classified, priority, bySupport, raise);
        }
    }

    record Request(Priority priority, boolean productionDisrupting) {}

    /** What was done about it; instants are null until it was. */
    record Handling(
            @Nullable Assignment assignment,
            @Nullable Instant respondedAt,
            boolean workaround,
            @Nullable Instant handledAt,
            boolean rated,
            @Nullable Escalation escalation) {

        static final Handling NONE = new Handling(null, null, false, null, false, null);

        Handling assigned(Assignment to) {
            return new Handling(to, respondedAt, workaround, handledAt, rated, escalation);
        }

        Handling responded(Instant at) {
            return new Handling(assignment, at, workaround, handledAt, rated, escalation);
        }

        Handling workedAround() {
            return new Handling(assignment, respondedAt, true, handledAt, rated, escalation);
        }

        Handling handled(@Nullable Instant at) {
            return new Handling(assignment, respondedAt, workaround, at, false, escalation);
        }

        Handling asRated() {
            return new Handling(assignment, respondedAt, workaround, handledAt, true, escalation);
        }

        Handling escalated(Escalation last) {
            return new Handling(assignment, respondedAt, workaround, handledAt, rated, last);
        }
    }

    /** The last time that the customer turned to its account manager. */
    record Escalation(@Nullable UUID person, @Nullable String reason) {}

    record Assignment(@Nullable UUID agent, Team team, @Nullable String group) {}
}
