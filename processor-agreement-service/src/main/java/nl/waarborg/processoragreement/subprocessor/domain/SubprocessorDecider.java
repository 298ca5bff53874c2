package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.subprocessor.domain.Subprocessor.NotRegistered;
import nl.waarborg.processoragreement.subprocessor.domain.Subprocessor.Objection;
import nl.waarborg.processoragreement.subprocessor.domain.Subprocessor.Refused;
import nl.waarborg.processoragreement.subprocessor.domain.Subprocessor.Registered;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.ActivateSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.AnnounceSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.AnnounceSupplierChange;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.DecideObjection;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.EndSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.ObjectToSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.RecordUpstreamChange;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.RegisterSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorActivated;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorEnded;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionDecided;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionRaised;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRefused;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRegistered;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SupplierChangeAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.UpstreamChangeReceived;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.UpstreamNoticeTooShort;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermValue;
import nl.waarborg.terms.TermValue.Elapsed;

/** No supplier processes data before customers were told in time and the board has decided on what they object (PRA-036 to PRA-044). */
public final class SubprocessorDecider implements Decider<SubprocessorCommand, Subprocessor, SubprocessorEvent> {

    @Override
    public Subprocessor initialState() {
        return new NotRegistered();
    }

    @Override
    public Decision<SubprocessorEvent> decide(SubprocessorCommand command, Subprocessor subprocessor) {
        return switch (subprocessor) {
            case NotRegistered _ -> command instanceof RegisterSubprocessor c ? register(c) : unknown();
            case Refused _ -> unknown();
            case Registered registered ->
                switch (command) {
                    case RegisterSubprocessor c ->
                        c.supplier().equals(registered.registration().supplier())
                                ? Decision.nothing()
                                : Decision.reject("PRA-036", "registered-otherwise", "It is registered otherwise.");
                    case AnnounceSubprocessor c -> announce(c, registered);
                    case ActivateSubprocessor c -> activate(c, registered);
                    case EndSubprocessor c -> end(c, registered);
                    case ObjectToSubprocessor c -> object(c, registered);
                    case DecideObjection c -> decideObjection(c, registered);
                    case RecordUpstreamChange c -> upstream(c, registered);
                    case AnnounceSupplierChange c -> change(c, registered);
                };
        };
    }

    private static Decision<SubprocessorEvent> register(RegisterSubprocessor c) {
        var refusal = refusal(c.supplier(), c.terms(), c.at());
        if (refusal.isPresent()) {
            var reason = refusal.get();
            return Decision.<SubprocessorEvent>of(
                            new SubprocessorRefused(c.subprocessorId(), c.provider(), c.supplier(), reason, c.at()))
                    .rejecting(reason.rule(), reason.code(), reason.message());
        }
        var events = new ArrayList<SubprocessorEvent>();
        events.add(new SubprocessorRegistered(c.subprocessorId(), c.provider(), c.supplier(), c.at()));
        var upstream = Optional.ofNullable(c.supplier().upstreamNotice()).flatMap(SubprocessorDecider::elapsed);
        upstream.flatMap(theirs -> noticeOf(c.supplier(), c.terms(), c.at())
                        .filter(own -> c.at().plus(theirs.duration()).isBefore(own.after(c.at())))
                        .map(own -> new UpstreamNoticeTooShort(
                                c.subprocessorId(),
                                c.provider(),
                                theirs.toString(),
                                own.span().toString())))
                .ifPresent(events::add);
        return Decision.of(events);
    }

    private static Optional<SupplierRefusal> refusal(Supplier supplier, SupplierTerms terms, Instant at) {
        if (supplier.kind() == SupplierKind.AI_SUPPLIER
                && (supplier.guarantees() == null || !supplier.guarantees().complete())) {
            return Optional.of(SupplierRefusal.AI_GUARANTEE_MISSING);
        }
        if (supplier.outsideEea()) {
            if (!terms.regions().contains("ADEQUATE_PROTECTION")) {
                return Optional.of(SupplierRefusal.OUTSIDE_REGION);
            }
            if (supplier.adequacy() == null
                    || supplier.adequacy().basis() != Supplier.Adequacy.Basis.EC_ADEQUACY_DECISION) {
                return Optional.of(SupplierRefusal.NO_ADEQUATE_PROTECTION);
            }
        }
        if (supplier.kind() == SupplierKind.SUBPROCESSOR
                && supplier.locations().stream().anyMatch(location -> !terms.allowsDataCentre(location.country()))) {
            return Optional.of(SupplierRefusal.DATA_CENTRE_ABROAD);
        }
        if (supplier.agreementRef() == null) {
            return Optional.of(SupplierRefusal.NO_SAME_OBLIGATIONS);
        }
        return supplier.kind().certified() && !terms.certified(supplier, LocalDate.ofInstant(at, AgreedCalendars.ZONE))
                ? Optional.of(SupplierRefusal.CERTIFICATE_MISSING)
                : Optional.empty();
    }

    private static Decision<SubprocessorEvent> announce(AnnounceSubprocessor c, Registered subprocessor) {
        var known = subprocessor.announcement();
        if (known != null) {
            return Decision.nothing();
        }
        var registration = subprocessor.registration();
        var told = c.at().isBefore(c.publishedAt()) ? c.publishedAt() : c.at();
        return Decision.of(new SubprocessorAnnounced(
                registration.subprocessorId(),
                registration.provider(),
                told,
                noticeOf(registration.supplier(), c.terms(), told)
                        .map(notice -> notice.after(told))
                        .orElse(null)));
    }

    private static Decision<SubprocessorEvent> activate(ActivateSubprocessor c, Registered subprocessor) {
        if (subprocessor.startedAt() != null && subprocessor.endedAt() == null) {
            return Decision.nothing();
        }
        var registration = subprocessor.registration();
        var supplier = registration.supplier();
        var refusal = refusal(supplier, c.terms(), c.startedAt());
        if (refusal.isPresent()) {
            var reason = refusal.get();
            return Decision.reject(reason.rule(), reason.code(), reason.message());
        }
        if (noticeOf(supplier, c.terms(), c.startedAt()).isPresent() && !supplier.namedAlready()) {
            var announced = subprocessor.announcement();
            if (announced == null) {
                return Decision.reject("PRA-039", "not-announced", "Customers must be told before it processes data.");
            }
            if (announced.earliestStart() != null && c.startedAt().isBefore(announced.earliestStart())) {
                return Decision.reject(
                        "PRA-039",
                        "notice-not-over",
                        "It was announced so that it may start on " + announced.earliestStart() + ".");
            }
        }
        if (c.terms().boardDecides() && subprocessor.decided(null)) {
            return Decision.reject("PRA-040", "objection-open", "The board must decide on an objection first.");
        }
        if (subprocessor.decided(BoardDecision.REFRAIN)) {
            return Decision.reject("PRA-040", "board-refrained", "The board decided not to go on.");
        }
        if (supplier.kind() == SupplierKind.STAFF_REPLACEMENT && !consented(c)) {
            return Decision.reject(
                    "PRA-043", "no-consent", "Each customer that is concerned must be asked and consent beforehand.");
        }
        return Decision.of(new SubprocessorActivated(
                registration.subprocessorId(),
                registration.provider(),
                supplier.name(),
                supplier.kind(),
                c.startedAt(),
                subprocessor.objections().values().stream()
                        .map(Objection::tenant)
                        .distinct()
                        .sorted()
                        .toList()));
    }

    private static boolean consented(ActivateSubprocessor c) {
        return c.asked().isEmpty()
                ? !c.terms().replacementNeedsConsent()
                : c.asked().stream().allMatch(customer -> customer.consent() == Consent.GIVEN);
    }

    private static Decision<SubprocessorEvent> end(EndSubprocessor c, Registered subprocessor) {
        if (subprocessor.endedAt() != null) {
            return Decision.nothing();
        }
        var registration = subprocessor.registration();
        var started = subprocessor.startedAt();
        return started != null && c.endedAt().isBefore(started)
                ? Decision.reject("PRA-036", "range-runs-backwards", "It cannot end before it started.")
                : Decision.of(
                        new SubprocessorEnded(registration.subprocessorId(), registration.provider(), c.endedAt()));
    }

    /** Always possible, also after it started (OP-51). */
    private static Decision<SubprocessorEvent> object(ObjectToSubprocessor c, Registered subprocessor) {
        var registration = subprocessor.registration();
        return subprocessor.objections().containsKey(c.objectionId())
                ? Decision.nothing()
                : Decision.of(new SubprocessorObjectionRaised(
                        registration.subprocessorId(),
                        registration.provider(),
                        c.objectionId(),
                        c.tenant(),
                        c.raisedBy(),
                        c.text(),
                        c.at()));
    }

    private static Decision<SubprocessorEvent> decideObjection(DecideObjection c, Registered subprocessor) {
        var registration = subprocessor.registration();
        var objection = subprocessor.objections().get(c.objectionId());
        if (objection == null) {
            return Decision.reject("PRA-040", "no-such-objection", "There is no such objection.");
        }
        if (objection.decision() != null) {
            return objection.decision() == c.decision()
                    ? Decision.nothing()
                    : Decision.reject("PRA-040", "already-decided", "The board has decided on it.");
        }
        return Decision.of(new SubprocessorObjectionDecided(
                registration.subprocessorId(),
                registration.provider(),
                c.objectionId(),
                c.decision(),
                c.decidedBy(),
                null,
                c.reasons(),
                c.at()));
    }

    private static Decision<SubprocessorEvent> upstream(RecordUpstreamChange c, Registered subprocessor) {
        var registration = subprocessor.registration();
        var announceBy = registration.supplier().kind() == SupplierKind.SUBPROCESSOR
                ? c.terms().announceBy(c.effectiveFrom()).orElse(null)
                : null;
        return Decision.of(new UpstreamChangeReceived(
                registration.subprocessorId(),
                registration.provider(),
                c.change(),
                c.receivedAt(),
                c.effectiveFrom(),
                announceBy,
                announceBy != null && announceBy.isBefore(c.receivedAt())));
    }

    private static Decision<SubprocessorEvent> change(AnnounceSupplierChange c, Registered subprocessor) {
        var registration = subprocessor.registration();
        return Decision.of(new SupplierChangeAnnounced(
                registration.subprocessorId(),
                registration.provider(),
                registration.supplier().name(),
                c.change(),
                c.consequences(),
                c.effectiveFrom(),
                c.at()));
    }

    /** The notice of four weeks is for sub-processors alone (OP-52). */
    private static Optional<SupplierTerms.Notice> noticeOf(Supplier supplier, SupplierTerms terms, Instant start) {
        return supplier.kind() == SupplierKind.SUBPROCESSOR ? terms.longest(start) : Optional.empty();
    }

    private static Optional<Elapsed> elapsed(String form) {
        return TermValue.parse(form) instanceof Elapsed elapsed ? Optional.of(elapsed) : Optional.empty();
    }

    private static Decision<SubprocessorEvent> unknown() {
        return Decision.reject("PRA-036", "not-registered", "There is no such supplier in the register.");
    }

    @Override
    public Subprocessor evolve(Subprocessor subprocessor, SubprocessorEvent event) {
        if (event instanceof SubprocessorRegistered e) {
            return new Registered(e, null, Map.of(), null, null);
        }
        if (event instanceof SubprocessorRefused) {
            return new Refused();
        }
        if (!(subprocessor instanceof Registered registered)) {
            return subprocessor;
        }
        return switch (event) {
            case SubprocessorRegistered _, SubprocessorRefused _, UpstreamNoticeTooShort _, UpstreamChangeReceived _ ->
                registered;
            case SupplierChangeAnnounced _ -> registered;
            case SubprocessorAnnounced e -> registered.with(e);
            case SubprocessorActivated e -> registered.started(e.startedAt());
            case SubprocessorEnded e -> registered.ended(e.endedAt());
            case SubprocessorObjectionRaised e -> registered.with(e);
            case SubprocessorObjectionDecided e -> registered.with(e);
        };
    }
}
