package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.outage.domain.Outage.Known;
import nl.waarborg.availability.outage.domain.Outage.NotStarted;
import nl.waarborg.availability.outage.domain.Outage.Proposal;
import nl.waarborg.availability.outage.domain.Outage.Withdrawn;
import nl.waarborg.availability.outage.domain.OutageCommand.ApproveOutageChange;
import nl.waarborg.availability.outage.domain.OutageCommand.ChangeOutage;
import nl.waarborg.availability.outage.domain.OutageCommand.DeclineOutageChange;
import nl.waarborg.availability.outage.domain.OutageCommand.EndOutage;
import nl.waarborg.availability.outage.domain.OutageCommand.StartOutage;
import nl.waarborg.availability.outage.domain.OutageCommand.UpdateOutage;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExcluded;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExclusionWithdrawn;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeDeclined;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeProposed;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageClassified;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageEnded;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageStarted;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageTimesCorrected;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageUpdated;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageWithdrawn;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.eventsourcing.Rejection;
import org.jspecify.annotations.Nullable;

/** An outage is told as it goes (AVL-025), judged (AVL-046), and what does not count of it is written down (AVL-004 to AVL-008). */
public final class OutageDecider implements Decider<OutageCommand, Outage, OutageEvent> {

    private static final String TOLD = "AVL-025";
    private static final String JUDGED = "AVL-046";
    /** The vendor's measurements are decisive, so nobody changes them alone once they were shown. */
    private static final String DECISIVE = FrozenDowntime.RULE;

    @Override
    public Outage initialState() {
        return new NotStarted();
    }

    @Override
    public Decision<OutageEvent> decide(OutageCommand command, Outage outage) {
        return switch (outage) {
            case NotStarted _ when command instanceof StartOutage c -> start(c);
            case NotStarted _ -> Decision.reject(TOLD, "outage-not-known", "No such outage was started.");
            // Monitors repeat themselves.
            case Known _ when command instanceof StartOutage -> Decision.nothing();
            case Known known -> change(command, known);
            case Withdrawn _ -> Decision.reject(TOLD, "outage-withdrawn", "This outage was withdrawn: it was none.");
        };
    }

    private static Decision<OutageEvent> start(StartOutage c) {
        if (c.startedAt().isAfter(c.at())) {
            return Decision.reject(TOLD, "starts-in-future", "An outage is told when it has begun.");
        }
        var refused = notAhead(c.expectedRecoveryAt(), c.nextUpdateAt(), c.at());
        return refused != null
                ? new Decision<>(List.of(), refused)
                : Decision.of(new OutageStarted(
                        c.outageId(),
                        c.provider(),
                        c.reference(),
                        c.components(),
                        c.systems(),
                        c.environmentKind(),
                        c.ofTenant(),
                        c.affectedTenants(),
                        c.startedAt(),
                        c.errorMessage(),
                        c.expectedRecoveryAt(),
                        c.nextUpdateAt(),
                        c.incidents(),
                        c.by(),
                        c.at()));
    }

    private static Decision<OutageEvent> change(OutageCommand command, Known outage) {
        return switch (command) {
            case StartOutage _ -> Decision.nothing();
            case UpdateOutage c -> update(c, outage);
            case EndOutage c -> end(c, outage);
            case ChangeOutage c -> propose(c, outage);
            case ApproveOutageChange c -> approve(c, outage);
            case DeclineOutageChange c -> decline(c, outage);
        };
    }

    private static Decision<OutageEvent> update(UpdateOutage c, Known outage) {
        if (outage.times().endedAt() != null) {
            return Decision.reject(TOLD, "outage-over", "The outage is over; correct its times if it is not.");
        }
        var refused = notAhead(c.expectedRecoveryAt(), c.nextUpdateAt(), c.at());
        return refused != null
                ? new Decision<>(List.of(), refused)
                : Decision.of(new OutageUpdated(
                        c.outageId(),
                        c.message(),
                        c.expectedRecoveryAt(),
                        c.nextUpdateAt(),
                        c.incidents(),
                        c.by(),
                        c.at()));
    }

    /** Expected recovery and the next news lie ahead. */
    private static @Nullable Rejection notAhead(@Nullable Instant recovery, @Nullable Instant news, Instant at) {
        if (recovery != null && !recovery.isAfter(at)) {
            return new Rejection(TOLD, "recovery-in-past", "An expected recovery lies ahead.");
        }
        if (news != null && !news.isAfter(at)) {
            return new Rejection(TOLD, "next-update-in-past", "The next update lies ahead.");
        }
        return null;
    }

    private static Decision<OutageEvent> end(EndOutage c, Known outage) {
        var known = outage.times().endedAt();
        if (known != null) {
            return known.equals(c.endedAt())
                    ? Decision.nothing()
                    : Decision.reject(TOLD, "outage-over", "The outage ended at another time; correct its times.");
        }
        if (c.endedAt().isAfter(c.at())) {
            return Decision.reject(TOLD, "ends-in-future", "An outage is over when it has ended.");
        }
        if (!c.endedAt().isAfter(outage.times().startedAt())) {
            return Decision.reject(TOLD, "ends-before-start", "An outage ends after it began.");
        }
        if (c.frozen().after(c.endedAt())) {
            var corrected =
                    ProposedChange.correct(new OutageTimes(outage.times().startedAt(), c.endedAt()));
            return propose(
                    new ChangeOutage(c.outageId(), c.proposalId(), corrected, true, true, c.reason(), c.by(), c.at()),
                    outage);
        }
        return Decision.of(new OutageEnded(c.outageId(), c.endedAt(), c.message(), c.by(), c.at()));
    }

    private static Decision<OutageEvent> propose(ChangeOutage c, Known outage) {
        var refusal = refusal(c.change(), outage, c.at());
        if (refusal != null) {
            return new Decision<>(List.of(), refusal);
        }
        if (!c.agreed()) {
            return Decision.reject(
                    rule(c.change()), "reason-not-agreed", "The agreement leaves no downtime out for this reason.");
        }
        var reason = c.reason();
        if (!c.closed()) {
            return reason == null && needsReason(c.change().kind())
                    ? Decision.reject(rule(c.change()), "reason-needed", "Say why.")
                    : Decision.of(applied(c.outageId(), c.change(), reason, c.by(), null, c.at()));
        }
        if (reason == null) {
            return Decision.reject(
                    rule(c.change()), "reason-needed", "A month was closed with this outage: say why it changes.");
        }
        if (c.by() == null) {
            return Decision.reject(
                    DECISIVE,
                    "person-needed",
                    "A month was closed with this outage: a person must propose the change.");
        }
        return Decision.of(new OutageChangeProposed(c.outageId(), c.proposalId(), c.change(), reason, c.by(), c.at()));
    }

    private static boolean needsReason(ProposedChange.Kind kind) {
        return switch (kind) {
            case CLASSIFY, EXCLUDE -> false;
            case WITHDRAW_EXCLUSION, CORRECT_TIMES, WITHDRAW -> true;
        };
    }

    private static Decision<OutageEvent> approve(ApproveOutageChange c, Known outage) {
        var proposal = outage.proposals().get(c.proposalId());
        if (proposal == null) {
            return notProposed();
        }
        if (c.by() == null || c.by().equals(proposal.by())) {
            return Decision.reject(
                    DECISIVE, "second-person-needed", "Another person than the one who proposed it decides.");
        }
        // Things may have changed since it was proposed.
        var refusal = refusal(proposal.change(), outage, c.at());
        return refusal != null
                ? new Decision<>(List.of(), refusal)
                : Decision.of(
                        applied(c.outageId(), proposal.change(), proposal.reason(), proposal.by(), c.by(), c.at()));
    }

    private static Decision<OutageEvent> decline(DeclineOutageChange c, Known outage) {
        if (!outage.proposals().containsKey(c.proposalId())) {
            return notProposed();
        }
        return c.by() == null
                ? Decision.reject(DECISIVE, "person-needed", "A person decides.")
                : Decision.of(new OutageChangeDeclined(c.outageId(), c.proposalId(), c.reason(), c.by(), c.at()));
    }

    private static Decision<OutageEvent> notProposed() {
        return Decision.reject(DECISIVE, "nothing-proposed", "No such change waits for a decision.");
    }

    private static String rule(ProposedChange change) {
        return switch (change.kind()) {
            case CLASSIFY -> JUDGED;
            case EXCLUDE -> part(change.exclusion()).reason().rule();
            case WITHDRAW_EXCLUSION, CORRECT_TIMES, WITHDRAW -> DECISIVE;
        };
    }

    private static @Nullable Rejection refusal(ProposedChange change, Known outage, Instant at) {
        return switch (change.kind()) {
            case CLASSIFY, WITHDRAW -> null;
            case EXCLUDE -> refusal(part(change.exclusion()), outage, at);
            case WITHDRAW_EXCLUSION ->
                outage.ledger().containsKey(part(change.withdrawnExclusion()))
                        ? null
                        : new Rejection(DECISIVE, "exclusion-not-known", "The ledger has no such line.");
            case CORRECT_TIMES -> refusal(part(change.times()), outage, at);
        };
    }

    private static @Nullable Rejection refusal(Exclusion line, Known outage, Instant at) {
        var rule = line.reason().rule();
        if (!line.from().isBefore(line.to())) {
            return new Rejection(rule, "exclusion-reversed", "An exclusion ends after it begins.");
        }
        var end = Objects.requireNonNullElse(outage.times().endedAt(), at);
        if (line.from().isBefore(outage.times().startedAt()) || line.to().isAfter(end)) {
            return new Rejection(
                    rule, "exclusion-outside-outage", "Only time of the outage, up to now, can be excluded.");
        }
        if ((line.reason() == ExclusionReason.CUSTOMER_RESPONSIBILITY) != (line.tenantId() != null)) {
            return new Rejection(
                    rule,
                    "exclusion-of-tenant",
                    "A customer's responsibility names the customer, any other reason none.");
        }
        if (outage.ledger().values().stream()
                .anyMatch(other -> Objects.equals(other.tenantId(), line.tenantId()) && other.overlaps(line))) {
            return new Rejection(rule, "exclusion-overlaps", "The ledger excludes some of this time already.");
        }
        return null;
    }

    private static @Nullable Rejection refusal(OutageTimes times, Known outage, Instant at) {
        var end = times.endedAt();
        if (times.startedAt().isAfter(at) || (end != null && end.isAfter(at))) {
            return new Rejection(DECISIVE, "times-in-future", "What is corrected has happened.");
        }
        if (end != null && !times.startedAt().isBefore(end)) {
            return new Rejection(DECISIVE, "ends-before-start", "An outage ends after it began.");
        }
        var last = Objects.requireNonNullElse(end, at);
        if (outage.ledger().values().stream()
                .anyMatch(line ->
                        line.from().isBefore(times.startedAt()) || line.to().isAfter(last))) {
            return new Rejection(
                    DECISIVE, "exclusion-outside-outage", "The ledger excludes time outside; withdraw that first.");
        }
        return null;
    }

    private static OutageEvent applied(
            UUID outage,
            ProposedChange change,
            @Nullable String reason,
            @Nullable UUID by,
            @Nullable UUID approvedBy,
            Instant at) {
        return switch (change.kind()) {
            case CLASSIFY -> new OutageClassified(outage, part(change.classification()), reason, by, approvedBy, at);
            case EXCLUDE -> new DowntimeExcluded(outage, part(change.exclusion()), by, approvedBy, at);
            case WITHDRAW_EXCLUSION ->
                new DowntimeExclusionWithdrawn(
                        outage, part(change.withdrawnExclusion()), part(reason), by, approvedBy, at);
            case CORRECT_TIMES ->
                new OutageTimesCorrected(outage, part(change.times()), part(reason), by, approvedBy, at);
            case WITHDRAW -> new OutageWithdrawn(outage, part(reason), by, approvedBy, at);
        };
    }

    private static <T> T part(@Nullable T part) {
        return Objects.requireNonNull(part, "a change carries the parts of its kind");
    }

    @Override
    public Outage evolve(Outage outage, OutageEvent event) {
        if (event instanceof OutageStarted e) {
            return new Known(new OutageTimes(e.startedAt(), null), null, Map.of(), Map.of());
        }
        if (!(outage instanceof Known known)) {
            return outage;
        }
        return switch (event) {
            case OutageStarted _, OutageUpdated _ -> known;
            case OutageClassified e ->
                known.without(ProposedChange.classify(e.classification())).with(e.classification());
            case OutageEnded e -> known.with(new OutageTimes(known.times().startedAt(), e.endedAt()));
            case OutageTimesCorrected e ->
                known.without(ProposedChange.correct(e.times())).with(e.times());
            case OutageWithdrawn _ -> new Withdrawn();
            case DowntimeExcluded e ->
                known.without(ProposedChange.exclude(e.exclusion())).with(e.exclusion());
            case DowntimeExclusionWithdrawn e ->
                known.without(ProposedChange.withdrawExclusion(e.exclusionId())).withoutLine(e.exclusionId());
            case OutageChangeProposed e ->
                known.with(e.proposalId(), new Proposal(e.change(), e.reason(), e.by(), e.at()));
            case OutageChangeDeclined e -> known.withoutProposal(e.proposalId());
        };
    }
}
