package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportAnnounced;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachAssessmentRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachClocksRecomputed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDetected;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformed;
import org.jspecify.annotations.Nullable;

/** What the rules must know about one customer's breach. */
public sealed interface Breach {

    String CATEGORY = "breach";

    /** A customer has one per security incident. */
    static StreamId stream(UUID tenant, UUID incident) {
        return StreamId.natural(CATEGORY, tenant, incident.toString());
    }

    record NotDetected() implements Breach {}

    /**
     * @param missed the clocks whose miss stands
     * @param supplied what the controller was told in all
     * @param told events whose mails were sent
     */
    record Detected(
            BreachDetected detection,
            Instant discoveredAt,
            int termsVersion,
            Map<BreachClock, ClockRun> clocks,
            Set<BreachClock> missed,
            @Nullable ControllerInformed informed,
            Set<NoticeField> supplied,
            @Nullable BreachAssessmentRecorded assessment,
            @Nullable AuthorityReportAnnounced announcement,
            @Nullable AuthorityReportRecorded report,
            Set<UUID> told)
            implements Breach {

        static Detected by(BreachDetected e) {
            return new Detected(
                    e,
                    e.discoveredAt(),
                    e.termsVersion(),
                    byClock(e.clocks()),
                    Set.of(),
                    null,
                    Set.of(),
                    null,
                    null,
                    null,
                    Set.of());
        }

        public Optional<ClockRun> clock(BreachClock clock) {
            return Optional.ofNullable(clocks.get(clock));
        }

        /** What the terms ask and the controller does not know, with what is told now. */
        List<NoticeField> missing(NoticeContent now) {
            return detection.mandatory().stream()
                    .filter(field -> !supplied.contains(field) && now.value(field) == null)
                    .toList();
        }

        Detected with(BreachClocksRecomputed e) {
            var all = new EnumMap<BreachClock, ClockRun>(BreachClock.class);
            all.putAll(byClock(e.clocks()));
            clock(BreachClock.AUTHORITY).ifPresent(run -> all.put(BreachClock.AUTHORITY, run));
            return new Detected(
                    detection,
                    e.discoveredAt(),
                    e.termsVersion(),
                    Map.copyOf(all),
                    missed,
                    informed,
                    supplied,
                    assessment,
                    announcement,
                    report,
                    told);
        }

        Detected with(ControllerInformed e) {
            var all = new EnumMap<BreachClock, ClockRun>(BreachClock.class);
            all.putAll(clocks);
            if (e.authority() == null) {
                all.remove(BreachClock.AUTHORITY);
            } else {
                all.put(BreachClock.AUTHORITY, e.authority());
            }
            return new Detected(
                    detection,
                    discoveredAt,
                    termsVersion,
                    Map.copyOf(all),
                    missed,
                    e,
                    union(supplied, e.supplied()),
                    assessment,
                    announcement,
                    report,
                    told);
        }

        Detected supplied(List<NoticeField> further) {
            return new Detected(
                    detection,
                    discoveredAt,
                    termsVersion,
                    clocks,
                    missed,
                    informed,
                    union(supplied, further),
                    assessment,
                    announcement,
                    report,
                    told);
        }

        Detected missed(BreachClock clock, boolean stands) {
            var all = EnumSet.noneOf(BreachClock.class);
            all.addAll(missed);
            if (stands) {
                all.add(clock);
            } else {
                all.remove(clock);
            }
            return new Detected(
                    detection,
                    discoveredAt,
                    termsVersion,
                    clocks,
                    Set.copyOf(all),
                    informed,
                    supplied,
                    assessment,
                    announcement,
                    report,
                    told);
        }

        Detected with(BreachAssessmentRecorded e) {
            return new Detected(
                    detection,
                    discoveredAt,
                    termsVersion,
                    clocks,
                    missed,
                    informed,
                    supplied,
                    e,
                    announcement,
                    report,
                    told);
        }

        Detected with(AuthorityReportAnnounced e) {
            return new Detected(
                    detection,
                    discoveredAt,
                    termsVersion,
                    clocks,
                    missed,
                    informed,
                    supplied,
                    assessment,
                    e,
                    report,
                    told);
        }

        Detected with(AuthorityReportRecorded e) {
            return new Detected(
                    detection,
                    discoveredAt,
                    termsVersion,
                    clocks,
                    missed,
                    informed,
                    supplied,
                    assessment,
                    announcement,
                    e,
                    told);
        }

        Detected told(UUID event) {
            var all = new HashSet<>(told);
            all.add(event);
            return new Detected(
                    detection,
                    discoveredAt,
                    termsVersion,
                    clocks,
                    missed,
                    informed,
                    supplied,
                    assessment,
                    announcement,
                    report,
                    Set.copyOf(all));
        }

        private static Map<BreachClock, ClockRun> byClock(List<ClockRun> runs) {
            var clocks = new EnumMap<BreachClock, ClockRun>(BreachClock.class);
            runs.forEach(run -> clocks.put(run.clock(), run));
            return Map.copyOf(clocks);
        }

        private static Set<NoticeField> union(Set<NoticeField> known, List<NoticeField> further) {
            var all = EnumSet.noneOf(NoticeField.class);
            all.addAll(known);
            all.addAll(further);
            return Set.copyOf(all);
        }
    }
}
