package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.securityincident.domain.Breach.Detected;
import nl.waarborg.processoragreement.securityincident.domain.Breach.NotDetected;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.AnnounceAuthorityReport;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.DetectBreach;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.InformController;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.NoticeMissedDeadline;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecomputeClocks;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordAuthorityReport;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordBreachAssessment;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNobodyReached;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNoticeSent;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.SupplementBreachNotice;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportAnnounced;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityWindowElapsed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachAssessmentRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachClocksRecomputed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDeadlineMissWithdrawn;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDetected;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSupplemented;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachRecipientMissing;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformDeadlineMissed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.SubprocessorInformDeadlineMissed;
import org.jspecify.annotations.Nullable;

/** One customer is informed in time, in phases and completely, and judges for itself (PRA-046, 048 to 053, 056, 057). */
public final class BreachDecider implements Decider<BreachCommand, Breach, BreachEvent> {

    @Override
    public Breach initialState() {
        return new NotDetected();
    }

    @Override
    public Decision<BreachEvent> decide(BreachCommand command, Breach breach) {
        return switch (breach) {
            case NotDetected _ ->
                command instanceof DetectBreach c
                        ? detect(c)
                        : Decision.reject("PRA-046", "not-affected", "The customer is not affected by it.");
            case Detected detected ->
                switch (command) {
                    case DetectBreach _ -> Decision.nothing();
                    case RecomputeClocks c -> recompute(c, detected);
                    case InformController c -> inform(c, detected);
                    case SupplementBreachNotice c -> supplement(c, detected);
                    case RecordBreachAssessment c -> assess(c, detected);
                    case AnnounceAuthorityReport c -> announce(c, detected);
                    case RecordAuthorityReport c -> report(c, detected);
                    case NoticeMissedDeadline c -> missed(c, detected);
                    case RecordNoticeSent c -> sent(c, detected);
                    case RecordNoticeFailed c -> failed(c, detected);
                    case RecordNobodyReached c ->
                        detected.mails().unreached().contains(c.aboutEvent())
                                ? Decision.nothing()
                                : Decision.of(new BreachRecipientMissing(id(detected), c.at(), c.aboutEvent()));
                };
        };
    }

    private static Decision<BreachEvent> detect(DetectBreach c) {
        var events = new ArrayList<BreachEvent>();
        var detected = new BreachDetected(
                c.incidentId(),
                c.type(),
                c.origin(),
                c.discoveredAt(),
                c.occurredAt(),
                c.relatedIncidents(),
                c.description(),
                c.termsVersion(),
                c.clocks(),
                c.mandatory());
        events.add(detected);
        // Its end is known already: the message reached the vendor at discovery.
        Detected.by(detected)
                .clock(BreachClock.SUBPROCESSOR)
                .filter(run -> c.discoveredAt().isAfter(run.deadline()))
                .ifPresent(run -> events.add(new SubprocessorInformDeadlineMissed(c.incidentId(), run.deadline())));
        return Decision.of(events);
    }

    private static Decision<BreachEvent> recompute(RecomputeClocks c, Detected breach) {
        if (c.discoveredAt().equals(breach.discoveredAt())) {
            return Decision.nothing();
        }
        var former = breach.clocks().values().stream()
                .filter(run -> run.clock() != BreachClock.AUTHORITY)
                .sorted(Comparator.comparing(ClockRun::clock))
                .toList();
        var recomputed = new BreachClocksRecomputed(
                id(breach), breach.discoveredAt(), c.discoveredAt(), c.termsVersion(), former, c.clocks());
        var events = new ArrayList<BreachEvent>();
        events.add(recomputed);
        var after = breach.with(recomputed);
        for (var clock : List.of(BreachClock.SUBPROCESSOR, BreachClock.CONTROLLER)) {
            judge(clock, breach, after, c.at(), events);
        }
        return Decision.of(events);
    }

    /** A miss that the clock no longer shows is withdrawn; one that it shows is recorded with the deadline as it is now. */
    private static void judge(
            BreachClock clock, Detected before, Detected after, Instant at, List<BreachEvent> events) {
        var run = after.clocks().get(clock);
        var end = ended(clock, after);
        var missedAt = run != null && (end == null ? at : end).isAfter(run.deadline()) ? run.deadline() : null;
        var recorded = before.missed().contains(clock);
        if (recorded && missedAt == null) {
            before.clock(clock)
                    .ifPresent(was -> events.add(new BreachDeadlineMissWithdrawn(id(before), clock, was.deadline())));
        } else if (missedAt != null && !(recorded && hadDeadline(before, clock, missedAt))) {
            events.add(miss(clock, id(after), missedAt));
        }
    }

    private static boolean hadDeadline(Detected before, BreachClock clock, Instant deadline) {
        return before.clock(clock)
                .filter(was -> was.deadline().equals(deadline))
                .isPresent();
    }

    /** When what the clock waits for happened; null while it has not. */
    private static @Nullable Instant ended(BreachClock clock, Detected breach) {
        return switch (clock) {
            case SUBPROCESSOR -> breach.discoveredAt();
            case CONTROLLER ->
                breach.informed() == null ? null : breach.informed().informedAt();
            case AUTHORITY -> authorityEnded(breach);
        };
    }

    /** By the first report, or by the judgement that none is needed, whichever came first. */
    private static @Nullable Instant authorityEnded(Detected breach) {
        var reported = breach.report() == null ? null : breach.report().firstAt();
        var noReport = breach.assessment() == null ? null : breach.assessment().noReportSince();
        if (reported == null || noReport == null) {
            return reported == null ? noReport : reported;
        }
        return reported.isBefore(noReport) ? reported : noReport;
    }

    private static BreachEvent miss(BreachClock clock, UUID incident, Instant deadline) {
        return switch (clock) {
            case SUBPROCESSOR -> new SubprocessorInformDeadlineMissed(incident, deadline);
            case CONTROLLER -> new ControllerInformDeadlineMissed(incident, deadline);
            case AUTHORITY -> new AuthorityWindowElapsed(incident, deadline);
        };
    }

    private static Decision<BreachEvent> inform(InformController c, Detected breach) {
        if (c.informedAt().isBefore(breach.discoveredAt())) {
            return Decision.reject(
                    "PRA-048", "informed-before-discovery", "The controller cannot be informed before the discovery.");
        }
        var known = breach.informed();
        if (known != null && !c.informedAt().isBefore(known.informedAt())) {
            return c.informedAt().equals(known.informedAt()) && c.content().equals(known.content())
                    ? Decision.nothing()
                    : Decision.reject(
                            "PRA-053",
                            "already-informed",
                            "The controller was informed before; supplement that notice.");
        }
        if (c.recipients().isEmpty()) {
            return Decision.<BreachEvent>of(new BreachRecipientMissing(id(breach), c.informedAt(), null))
                    .rejecting("PRA-052", "no-recipient", "The customer has no contact who can be told.");
        }
        var run = breach.clocks().get(BreachClock.CONTROLLER);
        var late = false;
        if (run != null && c.informedAt().isAfter(run.deadline())) {
            if (c.lateReason() == null) {
                return Decision.reject(
                        run.rule(), "late-without-reason", "A notice after its deadline says why it is late.");
            }
            late = true;
        }
        var events = new ArrayList<BreachEvent>();
        events.add(new ControllerInformed(
                id(breach),
                breach.detection().relatedIncidents(),
                c.informedAt(),
                late,
                late ? c.lateReason() : null,
                c.content(),
                List.copyOf(c.content().supplied()),
                breach.missing(c.content()),
                c.recipients(),
                c.fallback(),
                c.authority()));
        if (!late && run != null && breach.missed().contains(BreachClock.CONTROLLER)) {
            events.add(new BreachDeadlineMissWithdrawn(id(breach), BreachClock.CONTROLLER, run.deadline()));
        }
        var window = breach.clocks().get(BreachClock.AUTHORITY);
        if (window != null && breach.missed().contains(BreachClock.AUTHORITY)) {
            // It began earlier than was thought, so it is judged anew at its own end.
            events.add(new BreachDeadlineMissWithdrawn(id(breach), BreachClock.AUTHORITY, window.deadline()));
        }
        return Decision.of(events);
    }

    private static Decision<BreachEvent> supplement(SupplementBreachNotice c, Detected breach) {
        if (breach.informed() == null) {
            return Decision.reject("PRA-053", "not-informed", "The first notice comes before its supplements.");
        }
        if (c.at().isBefore(breach.informed().informedAt())) {
            return Decision.reject("PRA-053", "before-notice", "A supplement follows the notice that it supplements.");
        }
        return Decision.of(new BreachNoticeSupplemented(
                id(breach),
                c.cause(),
                c.text(),
                c.content(),
                List.copyOf(c.content().supplied()),
                breach.missing(c.content()),
                c.recipients(),
                c.at()));
    }

    private static Decision<BreachEvent> assess(RecordBreachAssessment c, Detected breach) {
        if (c.reportNeeded() && !c.isBreach()) {
            return Decision.reject("PRA-050", "report-without-breach", "Only a breach is reported to the authority.");
        }
        var known = breach.assessment() == null ? null : breach.assessment().last();
        if (known != null
                && known.isBreach() == c.isBreach()
                && known.reportNeeded() == c.reportNeeded()
                && Objects.equals(known.reasons(), c.reasons())) {
            return Decision.nothing();
        }
        var assessed = new BreachAssessmentRecorded(
                id(breach), c.isBreach(), c.reportNeeded(), c.reasons(), c.assessedBy(), c.at());
        var events = new ArrayList<BreachEvent>();
        events.add(assessed);
        judge(BreachClock.AUTHORITY, breach, breach.with(assessed), c.at(), events);
        return Decision.of(events);
    }

    private static Decision<BreachEvent> announce(AnnounceAuthorityReport c, Detected breach) {
        if (c.plannedAt().isBefore(c.at())) {
            return Decision.reject("PRA-051", "announced-too-late", "A report is announced before it is made.");
        }
        var known = breach.announcement();
        return known != null && known.plannedAt().equals(c.plannedAt())
                ? Decision.nothing()
                : Decision.of(new AuthorityReportAnnounced(id(breach), c.plannedAt(), c.at()));
    }

    private static Decision<BreachEvent> report(RecordAuthorityReport c, Detected breach) {
        if (c.reportedAt().isBefore(breach.discoveredAt())) {
            return Decision.reject(
                    "PRA-051", "reported-before-discovery", "It cannot be reported before the discovery.");
        }
        var known = breach.report() == null ? null : breach.report().last();
        if (known != null && (!known.provisional() || c.provisional())) {
            return known.reportedAt().equals(c.reportedAt()) && known.provisional() == c.provisional()
                    ? Decision.nothing()
                    : Decision.reject(
                            "PRA-051", "already-reported", "The report to the authority was recorded before.");
        }
        var announced =
                breach.announcement() != null && !breach.announcement().at().isAfter(c.reportedAt());
        var events = new ArrayList<BreachEvent>();
        events.add(new AuthorityReportRecorded(id(breach), c.reportedAt(), c.provisional(), announced));
        var window = breach.clocks().get(BreachClock.AUTHORITY);
        if (window != null
                && breach.missed().contains(BreachClock.AUTHORITY)
                && !c.reportedAt().isAfter(window.deadline())) {
            events.add(new BreachDeadlineMissWithdrawn(id(breach), BreachClock.AUTHORITY, window.deadline()));
        }
        return Decision.of(events);
    }

    /** The clock of a deadline decides; one that was moved or kept is answered with nothing. */
    private static Decision<BreachEvent> missed(NoticeMissedDeadline c, Detected breach) {
        var run = breach.clocks().get(c.clock());
        if (run == null
                || !run.deadline().equals(c.deadline())
                || breach.missed().contains(c.clock())) {
            return Decision.nothing();
        }
        var end = ended(c.clock(), breach);
        return end == null || end.isAfter(c.deadline())
                ? Decision.of(miss(c.clock(), id(breach), c.deadline()))
                : Decision.nothing();
    }

    private static Decision<BreachEvent> sent(RecordNoticeSent c, Detected breach) {
        var mail = c.mail();
        return breach.mails().settled(mail)
                ? Decision.nothing()
                : Decision.of(new BreachNoticeSent(
                        id(breach),
                        mail.aboutEvent(),
                        mail.recipient() == null ? List.of() : List.of(mail.recipient()),
                        c.messageId(),
                        c.at(),
                        mail.mail()));
    }

    /** Once for a reason while it is tried again, and once when that is given up. */
    private static Decision<BreachEvent> failed(RecordNoticeFailed c, Detected breach) {
        var mail = c.mail();
        return breach.mails().settled(mail) || (!c.forGood() && breach.mails().failing(mail, c.reason()))
                ? Decision.nothing()
                : Decision.of(new BreachNoticeFailed(
                        id(breach), mail.aboutEvent(), c.reason(), c.at(), mail.mail(), mail.recipient(), c.forGood()));
    }

    private static UUID id(Detected breach) {
        return breach.detection().incidentId();
    }

    @Override
    public Breach evolve(Breach breach, BreachEvent event) {
        if (event instanceof BreachDetected e) {
            return Detected.by(e);
        }
        if (!(breach instanceof Detected detected)) {
            return breach;
        }
        return switch (event) {
            case BreachDetected _ -> detected;
            case BreachClocksRecomputed e -> detected.with(e);
            case ControllerInformed e -> detected.with(e);
            case BreachRecipientMissing e ->
                e.aboutEvent() == null
                        ? detected
                        : detected.with(detected.mails().unreached(e.aboutEvent()));
            case SubprocessorInformDeadlineMissed _ -> detected.missed(BreachClock.SUBPROCESSOR, true);
            case ControllerInformDeadlineMissed _ -> detected.missed(BreachClock.CONTROLLER, true);
            case AuthorityWindowElapsed _ -> detected.missed(BreachClock.AUTHORITY, true);
            case BreachDeadlineMissWithdrawn e -> detected.missed(e.clock(), false);
            case BreachNoticeSupplemented e -> detected.supplied(e.supplied());
            case BreachAssessmentRecorded e -> detected.with(e);
            case AuthorityReportAnnounced e -> detected.with(e);
            case AuthorityReportRecorded e -> detected.with(e);
            case BreachNoticeSent e -> detected.with(detected.mails().with(e));
            case BreachNoticeFailed e -> detected.with(detected.mails().with(e));
        };
    }
}
