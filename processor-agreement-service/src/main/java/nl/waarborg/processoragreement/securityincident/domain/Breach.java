package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
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

    /** @param noReportSince since when no report is needed; null: one is */
    record Assessed(BreachAssessmentRecorded last, @Nullable Instant noReportSince) {

        static Assessed after(@Nullable Assessed known, BreachAssessmentRecorded e) {
            var since = known == null ? null : known.noReportSince();
            return new Assessed(e, e.reportNeeded() ? null : since == null ? e.at() : since);
        }
    }

    /** @param firstAt when the authority first heard, provisionally perhaps: that is what its window is for */
    record Reported(AuthorityReportRecorded last, Instant firstAt) {

        static Reported after(@Nullable Reported known, AuthorityReportRecorded e) {
            return new Reported(
                    e, known != null && known.firstAt().isBefore(e.reportedAt()) ? known.firstAt() : e.reportedAt());
        }
    }

    /**
     * @param missed the clocks whose miss stands
     * @param supplied what the controller was told in all
     */
    record Detected(
            BreachDetected detection,
            Instant discoveredAt,
            int termsVersion,
            Map<BreachClock, ClockRun> clocks,
            Set<BreachClock> missed,
            @Nullable ControllerInformed informed,
            Set<NoticeField> supplied,
            @Nullable Assessed assessment,
            @Nullable AuthorityReportAnnounced announcement,
            @Nullable Reported report,
            BreachMails mails)
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
                    BreachMails.NONE);
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
                    mails);
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
                    mails);
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
                    mails);
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
                    mails);
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
                    Assessed.after(assessment, e),
                    announcement,
                    report,
                    mails);
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
                    mails);
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
                    Reported.after(report, e),
                    mails);
        }

        Detected with(BreachMails outcomes) {
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
                    outcomes);
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
