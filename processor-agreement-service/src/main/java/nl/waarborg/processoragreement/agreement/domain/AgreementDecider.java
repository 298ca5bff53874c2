package nl.waarborg.processoragreement.agreement.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.agreement.domain.Agreement.Adopted;
import nl.waarborg.processoragreement.agreement.domain.Agreement.Concluded;
import nl.waarborg.processoragreement.agreement.domain.Agreement.NotConcluded;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AdoptSlaVersion;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AgreeSpecificTerms;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AttachDocument;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.CancelFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.CancelLicence;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ChangeLicence;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ChangeTerms;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ChooseExitOption;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ConcludeAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.EndAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.EndFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ExpireExitOption;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ExtendAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.RecordInvoice;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.RegisterSeparateAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.RequestLicenceChange;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.SignAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.StartFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.SubscribeFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.TerminateAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementDocumentAttached;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementExtended;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementSigned;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionExpired;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchDetected;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchWithdrawn;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassStarted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassSubscribed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.InvoiceRecorded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancellationRefused;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChangeRequested;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChanged;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SeparateProcessorAgreementRegistered;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SlaVersionAdopted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SpecificTermAgreed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TerminationRefused;
import nl.waarborg.processoragreement.agreement.domain.TermsVersions.Slot;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.TermKey;
import org.jspecify.annotations.Nullable;

/** The rules of an agreement. */
public final class AgreementDecider implements Decider<AgreementCommand, Agreement, AgreementEvent> {

    private static final ZoneId ZONE = AgreedCalendars.ZONE;

    /** The first instant of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after a day. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    @Override
    public Agreement initialState() {
        return new NotConcluded();
    }

    @Override
    public Decision<AgreementEvent> decide(AgreementCommand command, Agreement agreement) {
        return switch (agreement) {
            case NotConcluded _ -> decideFirst(command);
            case Concluded concluded -> decide(command, concluded);
        };
    }

    private static Decision<AgreementEvent> decideFirst(AgreementCommand command) {
        return command instanceof ConcludeAgreement first
                ? conclude(first)
                : Decision.reject("XSV-001", "no-agreement", "There is no agreement with this customer.");
    }

    private static Decision<AgreementEvent> decide(AgreementCommand command, Concluded agreement) {
        return switch (command) {
            case ConcludeAgreement c -> concludeAgain(c, agreement);
            case ChangeTerms c -> whileItGoesOn(c.effectiveFrom(), agreement, a -> changeTerms(c, a));
            case SubscribeFirstClass c -> whileItHolds(agreement, a -> subscribe(c, a));
            case StartFirstClass c -> start(c, agreement);
            case CancelFirstClass c -> whileItHolds(agreement, a -> cancel(c, a));
            case EndFirstClass c -> end(c, agreement);
            case RequestLicenceChange c ->
                whileItGoesOn(dayOf(c.at()), agreement, a -> Decision.of(new LicenceChangeRequested(c.licence())));
            case ChangeLicence c -> whileItGoesOn(c.effectiveFrom(), agreement, a -> changeLicence(c, a));
            case RecordInvoice c -> recordInvoice(c, agreement);
            case ChooseExitOption c -> chooseExit(c, agreement);
            case ExpireExitOption c -> expireExit(c, agreement);
            case ExtendAgreement c -> whileItHolds(agreement, a -> extend(c, a));
            case TerminateAgreement c -> whileItHolds(agreement, a -> terminate(c, a));
            case CancelLicence c -> whileItHolds(agreement, a -> cancelLicence(c, a));
            case AdoptSlaVersion c -> agreement.overOn(c.effectiveFrom()) ? Decision.nothing() : adopt(c, agreement);
            case RegisterSeparateAgreement c ->
                whileItGoesOn(c.effectiveFrom(), agreement, a -> registerSeparate(c, a));
            case AgreeSpecificTerms c -> whileItGoesOn(c.effectiveFrom(), agreement, a -> agreeSpecific(c, a));
            case SignAgreement c -> whileItHolds(agreement, a -> sign(c, a));
            case AttachDocument c -> attach(c, agreement);
            case EndAgreement c -> endAgreement(c, agreement);
        };
    }

    private static Decision<AgreementEvent> whileItHolds(
            Concluded agreement, Function<Concluded, Decision<AgreementEvent>> rule) {
        return agreement.ended() ? over(agreement) : rule.apply(agreement);
    }

    /** Also after its end, on a day on which the licence goes on as the minimal one (XSV-015). */
    private static Decision<AgreementEvent> whileItGoesOn(
            LocalDate day, Concluded agreement, Function<Concluded, Decision<AgreementEvent>> rule) {
        return agreement.overOn(day) ? over(agreement) : rule.apply(agreement);
    }

    private static Decision<AgreementEvent> over(Concluded agreement) {
        return Decision.reject("XSV-014", "agreement-ended", "The agreement ended on " + agreement.endedOn() + ".");
    }

    private static Decision<AgreementEvent> conclude(ConcludeAgreement c) {
        if (c.initialPeriodEnd() != null && c.initialPeriodEnd().isBefore(c.concludedOn())) {
            return Decision.reject(
                    "XSV-001", "range-runs-backwards", "The initial period ends before the agreement's first day.");
        }
        return unusable(c.deviations())
                .orElseGet(() -> Decision.of(
                        conclusion(c),
                        TermsVersions.publish(1, c.preset(), startOf(c.concludedOn()), null, false, c.deviations())));
    }

    private static AgreementConcluded conclusion(ConcludeAgreement c) {
        return new AgreementConcluded(
                c.provider(),
                c.reference(),
                c.name(),
                c.preset(),
                c.concludedOn(),
                c.initialPeriodEnd(),
                c.licence(),
                c.contacts());
    }

    private static Decision<AgreementEvent> concludeAgain(ConcludeAgreement c, Concluded agreement) {
        var first = agreement.terms().versions().getFirst();
        var same = conclusion(c).equals(agreement.conclusion())
                && c.deviations().stream().map(AgreedTerm::of).toList().equals(first.deviations());
        return same
                ? Decision.nothing()
                : Decision.reject(
                        "XSV-001",
                        "reference-in-use",
                        "Agreement " + c.reference() + " was concluded before, with other content.");
    }

    private static Optional<Decision<AgreementEvent>> unusable(Collection<Deviation> deviations) {
        return deviations.stream()
                .flatMap(deviation -> Reading.expected(deviation).stream()
                        .map(expected -> Decision.<AgreementEvent>reject(
                                "PRA-005",
                                "not-of-this-form",
                                deviation.key() + " takes " + expected + ", not " + deviation.form() + ".")))
                .findFirst();
    }

    /** A new version holds from its day on; what was agreed before stays unless it is replaced key by key (OP-57, OP-72). */
    private static Decision<AgreementEvent> changeTerms(ChangeTerms c, Concluded agreement) {
        return agree(c.deviations(), c.restored(), c.effectiveFrom(), c.statutory(), c.at(), "XSV-004", agreement);
    }

    private static Decision<AgreementEvent> agree(
            List<Deviation> provisions,
            Set<TermKey> restored,
            LocalDate effectiveFrom,
            boolean statutory,
            Instant at,
            String rule,
            Concluded agreement) {
        if (effectiveFrom.isBefore(dayOf(at))) {
            return Decision.reject(
                    rule, "terms-not-retroactive", "New terms cannot hold before the day they are agreed.");
        }
        return unusable(provisions).orElseGet(() -> {
            var agreed = slots(provisions, restored);
            var from = startOf(effectiveFrom);
            var moved = postponed(agreed, at, from, agreement.terms());
            var before = agreement.terms().deviationsAt(from);
            var amended = agreement
                    .terms()
                    .with(moved)
                    .amended(
                            from,
                            null,
                            statutory,
                            (moment, held) -> agreed.forEach((slot, term) -> {
                                // What was agreed on the same key for a later day keeps its day.
                                if (moment.equals(from)
                                        || term.isEmpty()
                                        || Objects.equals(held.get(slot), before.get(slot))) {
                                    put(held, slot, term);
                                }
                            }));
            return Decision.<AgreementEvent>nothing().and(moved).and(amended);
        });
    }

    /** Agreed again for a later day, a change that was to come waits for that day. */
    private static List<TenantTermsPublished> postponed(
            Map<Slot, Optional<AgreedTerm>> agreed, Instant at, Instant from, TermsVersions terms) {
        var now = terms.deviationsAt(at);
        return terms.amended(
                at,
                from,
                false,
                (moment, held) -> agreed.forEach((slot, term) -> {
                    var to = Optional.ofNullable(held.get(slot));
                    if (to.equals(term)) {
                        put(held, slot, Optional.ofNullable(now.get(slot)));
                    }
                }));
    }

    private static Map<Slot, Optional<AgreedTerm>> slots(List<Deviation> provisions, Set<TermKey> restored) {
        var slots = new HashMap<Slot, Optional<AgreedTerm>>();
        for (var key : restored) {
            slots.put(new Slot(key.key(), Origin.SPECIFIC_PROVISION), Optional.empty());
            slots.put(new Slot(key.key(), Origin.SEPARATE_AGREEMENT), Optional.empty());
        }
        provisions.forEach(provision -> slots.put(Slot.of(provision), Optional.of(AgreedTerm.of(provision))));
        return slots;
    }

    private static void put(SortedMap<Slot, AgreedTerm> held, Slot slot, Optional<AgreedTerm> term) {
        term.ifPresentOrElse(value -> held.put(slot, value), () -> held.remove(slot));
    }

    /** A version of the standard agreement holds at its effective date, whatever question is pending (XSV-004, OP-72). */
    private static Decision<AgreementEvent> adopt(AdoptSlaVersion c, Concluded agreement) {
        if (agreement.papers().slaVersions().containsKey(c.slaVersion())) {
            return Decision.nothing();
        }
        var concludedOn = agreement.conclusion().concludedOn();
        var day = c.effectiveFrom().isBefore(concludedOn) ? concludedOn : c.effectiveFrom();
        var from = startOf(day);
        var published = agreement.terms().amended(from, null, c.statutory(), (moment, held) -> c.changes().stream()
                .filter(change -> !agreement
                        .papers()
                        .overruled(c.slaVersion(), change.key().key(), dayOf(moment)))
                .forEach(change -> held.put(Slot.of(change), AgreedTerm.of(change))));
        var adopted = new SlaVersionAdopted(
                c.slaVersion(),
                agreement.terms().with(published).inForce(from).termsVersion(),
                day,
                c.statutory(),
                c.changes().stream().map(change -> change.key().key()).toList());
        return Decision.<AgreementEvent>of(adopted).and(published);
    }

    private static Decision<AgreementEvent> registerSeparate(RegisterSeparateAgreement c, Concluded agreement) {
        var registered = new SeparateProcessorAgreementRegistered(c.title(), c.model(), c.effectiveFrom());
        var published = agree(c.provisions(), Set.of(), c.effectiveFrom(), false, c.at(), "PRA-002", agreement);
        return published.events().isEmpty() && agreement.papers().separate().contains(registered)
                ? published
                : before(List.of(registered), published);
    }

    private static Decision<AgreementEvent> agreeSpecific(AgreeSpecificTerms c, Concluded agreement) {
        var published = agree(c.provisions(), Set.of(), c.effectiveFrom(), false, c.at(), "PRA-005", agreement);
        return published.events().isEmpty()
                ? published
                : before(
                        c.provisions().stream()
                                .map(provision -> new SpecificTermAgreed(
                                        provision.key().key(), provision.form(), provision.clause(), c.effectiveFrom()))
                                .toList(),
                        published);
    }

    private static Decision<AgreementEvent> before(
            List<? extends AgreementEvent> first, Decision<AgreementEvent> decision) {
        return decision.rejected()
                ? decision
                : Decision.<AgreementEvent>of(List.copyOf(first)).and(decision.events());
    }

    /** Where the terms ask for a signature, it declares that the customer took note of the agreement and agrees (PRA-004). */
    private static Decision<AgreementEvent> sign(SignAgreement c, Concluded agreement) {
        if (!agreement
                .terms()
                .at(c.at())
                .word(TermKey.AGREEMENT_ACCEPTANCE)
                .filter("SIGNED_ASSIGNMENT"::equals)
                .isPresent()) {
            return Decision.reject("PRA-004", "no-signature-agreed", "The terms ask for no signature.");
        }
        if (agreement.papers().signed()) {
            return Decision.nothing();
        }
        return c.takenNote()
                ? Decision.of(new AgreementSigned(c.signedBy(), c.personId(), c.at()))
                : Decision.reject(
                        "PRA-004", "no-note-taken", "Whoever signs declares to have taken note of the agreement.");
    }

    private static Decision<AgreementEvent> attach(AttachDocument c, Concluded agreement) {
        var known = agreement.papers().documents().get(c.documentId());
        if (known != null) {
            return known.equals(c.sha256())
                    ? Decision.nothing()
                    : Decision.reject("PRA-006", "document-in-use", "Another document was attached under this id.");
        }
        return Decision.of(new AgreementDocumentAttached(
                c.documentId(), c.kind(), c.title(), c.mediaType(), c.content(), c.sha256()));
    }

    private static Decision<AgreementEvent> subscribe(SubscribeFirstClass c, Concluded agreement) {
        var terms = agreement.terms().at(c.at());
        if (!terms.agreed(TermKey.FIRST_CLASS)) {
            return Decision.reject("XSV-022", "first-class-not-agreed", "This agreement knows no First Class.");
        }
        var registeredOn = dayOf(c.at());
        var startsOn = FirstClassDays.startsOn(registeredOn);
        var subscribed = new FirstClassSubscribed(registeredOn, startsOn);
        if (agreement.firstClass().isEmpty()) {
            return judged(agreement, subscribed);
        }
        var last = agreement.firstClass().getLast();
        if (last.endsOn() != null) {
            return startsOn.isAfter(last.endsOn())
                    ? judged(agreement, subscribed)
                    : Decision.reject(
                            "XSV-023",
                            "first-class-still-running",
                            "First Class runs until " + last.endsOn() + "; it would start again before that.");
        }
        var arrivedLate = !last.started() && startsOn.isBefore(last.startsOn());
        return arrivedLate ? judged(agreement, subscribed) : Decision.nothing();
    }

    private static Decision<AgreementEvent> start(StartFirstClass c, Concluded agreement) {
        var overBefore = agreement.ended()
                || (agreement.termination() != null
                        && agreement.termination().endsOn().isBefore(c.startsOn()));
        var due = lastPeriod(agreement)
                .filter(period ->
                        !overBefore && !period.started() && period.startsOn().equals(c.startsOn()));
        if (due.isEmpty()) {
            return Decision.nothing();
        }
        // Two periods can meet at one midnight: then the end of the former one comes first.
        var events = new ArrayList<AgreementEvent>();
        runningPeriod(agreement)
                .map(FirstClassPeriod::endsOn)
                .filter(lastDay -> lastDay.isBefore(c.startsOn()))
                .ifPresent(lastDay -> events.add(new FirstClassEnded(lastDay)));
        events.add(new FirstClassStarted(c.startsOn()));
        return judged(agreement, events);
    }

    private static Decision<AgreementEvent> cancel(CancelFirstClass c, Concluded agreement) {
        var day = dayOf(c.receivedAt());
        var period = lastPeriod(agreement).filter(last -> !last.ended() && !day.isBefore(last.registeredOn()));
        if (period.isEmpty()) {
            return Decision.reject("XSV-024", "no-first-class", "There is no First Class to cancel.");
        }
        var ends = FirstClassDays.endsOn(day, agreement.terms().at(c.receivedAt()));
        if (ends.isEmpty()) {
            return Decision.reject(
                    "XSV-024", "no-notice-agreed", "The terms give no period of notice for First Class.");
        }
        var endsOn = ends.get();
        var known = period.get().endsOn();
        return known == null || endsOn.isBefore(known)
                ? judged(agreement, new FirstClassCancelled(c.receivedAt(), endsOn))
                : Decision.nothing();
    }

    private static Decision<AgreementEvent> end(EndFirstClass c, Concluded agreement) {
        return runningPeriod(agreement)
                .filter(period -> c.endsOn().equals(period.endsOn()))
                .map(period -> judged(agreement, new FirstClassEnded(c.endsOn())))
                .orElseGet(Decision::nothing);
    }

    private static Decision<AgreementEvent> changeLicence(ChangeLicence c, Concluded agreement) {
        return c.licence().equals(agreement.licenceOn(c.effectiveFrom()))
                ? Decision.nothing()
                : Decision.of(new LicenceChanged(c.licence(), c.effectiveFrom()));
    }

    private static Decision<AgreementEvent> cancelLicence(CancelLicence c, Concluded agreement) {
        var receivedOn = dayOf(c.receivedAt());
        var cancellation = LicenceCancellation.of(
                receivedOn,
                LicenceCancellation.invoicePeriodStart(receivedOn, c.statedDate()),
                c.statedDate(),
                agreement.conclusion().concludedOn(),
                agreement.conclusion().initialPeriodEnd(),
                TermKey.LICENCE_CANCEL_BEFORE,
                c.terms(),
                c.hours());
        var termination = agreement.termination();
        if (termination != null) {
            return termination.endsOn().equals(cancellation.endsOn())
                    ? Decision.nothing()
                    : Decision.reject(
                            "XSV-012",
                            "already-terminated",
                            "The agreement was terminated before, per " + termination.endsOn() + ".");
        }
        return cancellation
                .refusal()
                .map(reason -> refuse(c, cancellation, reason))
                .orElseGet(() -> Decision.of(
                        new LicenceCancelled(c.receivedAt(), cancellation.endsOn(), cancellation.latestReceipt()),
                        new AgreementTerminated(
                                TerminationGround.NOTICE,
                                TerminationScope.WHOLE,
                                c.receivedAt(),
                                cancellation.endsOn(),
                                null)));
    }

    private static Decision<AgreementEvent> refuse(
            CancelLicence c, LicenceCancellation cancellation, LicenceCancellation.Refusal reason) {
        var refused = new LicenceCancellationRefused(
                c.receivedAt(), cancellation.endsOn(), cancellation.latestReceipt(), cancellation.firstEnd(), reason);
        return Decision.<AgreementEvent>of(refused)
                .rejecting(
                        reason.rule(),
                        switch (reason) {
                            case NOT_AGREED -> "no-right-to-cancel";
                            case MINIMUM_TERM -> "minimum-term";
                            case BEFORE_RECEIPT -> "ends-before-receipt";
                            case TOO_LATE -> "too-late";
                        },
                        switch (reason) {
                            case NOT_AGREED -> "The terms give no right to cancel the licence.";
                            case BEFORE_RECEIPT ->
                                "A licence does not end before its cancellation is received, nor before it begins.";
                            case MINIMUM_TERM -> "The licence cannot end before " + cancellation.firstEnd() + ".";
                            case TOO_LATE ->
                                "To end on " + cancellation.endsOn() + " it had to be received by "
                                        + cancellation.latestReceipt() + ".";
                        });
    }

    private static Decision<AgreementEvent> recordInvoice(RecordInvoice c, Concluded agreement) {
        var invoice = new InvoiceRecorded(c.invoiceId(), c.period(), c.lines());
        var known = agreement.invoices().recorded().get(c.invoiceId());
        if (known != null) {
            return known.equals(invoice)
                    ? Decision.nothing()
                    : Decision.reject(
                            "XSV-022",
                            "invoice-in-use",
                            "Invoice " + c.invoiceId() + " was recorded before, with other content.");
        }
        return judged(agreement, invoice);
    }

    private static Decision<AgreementEvent> judged(Concluded agreement, AgreementEvent event) {
        return judged(agreement, List.of(event));
    }

    /** With what the events show of the invoices, also of those recorded before (XSV-022). */
    private static Decision<AgreementEvent> judged(Concluded agreement, List<AgreementEvent> events) {
        var after = agreement;
        for (var event : events) {
            after = evolve(after, event);
        }
        var all = new ArrayList<>(events);
        for (var last : after.invoices().lastOfMonths().entrySet()) {
            all.addAll(judged(last.getKey(), last.getValue(), after));
        }
        return Decision.of(all);
    }

    private static List<AgreementEvent> judged(YearMonth month, String invoice, Concluded agreement) {
        var before = agreement.invoices().mismatches().get(month);
        var entitled = agreement.firstClass().stream().anyMatch(period -> period.touches(month));
        var after = agreement.invoices().mismatch(month, entitled);
        var events = new ArrayList<AgreementEvent>();
        if (!Optional.ofNullable(before).equals(after)) {
            if (before != null) {
                events.add(new FirstClassMismatchWithdrawn(invoice, month));
            }
            after.ifPresent(mismatch -> events.add(new FirstClassMismatchDetected(invoice, month, mismatch)));
        }
        return events;
    }

    private static Decision<AgreementEvent> chooseExit(ChooseExitOption c, Concluded agreement) {
        var rule = c.option().rule();
        var termination = agreement.termination();
        if (termination == null || !c.effectiveFrom().isAfter(termination.endsOn())) {
            return Decision.reject(
                    rule,
                    "agreement-still-holds",
                    "An exit option begins after the last day of a terminated agreement.");
        }
        var terms = agreement.terms().at(c.at());
        if (!terms.lists(TermKey.EXIT_OPTIONS, c.option().name())) {
            return Decision.reject(rule, "exit-option-not-agreed", "The terms do not offer " + c.option() + ".");
        }
        var former = agreement.exit();
        var same = agreement.exitOn(c.effectiveFrom()).filter(running -> running.option() == c.option());
        if (same.isPresent()) {
            return same.get().equals(former) ? Decision.nothing() : Decision.of(goingOn(same.get(), c.effectiveFrom()));
        }
        // Without a choice the data are kept as with STOP; afterwards there is nothing left to choose (OP-80).
        var until = former == null ? orNull(keptAfter(termination.endsOn(), terms)) : former.until();
        var day = c.effectiveFrom().isAfter(dayOf(c.at())) ? c.effectiveFrom() : dayOf(c.at());
        return until != null && day.isAfter(until.plusDays(1))
                ? Decision.reject(
                        rule,
                        "exit-option-over",
                        former == null
                                ? "The data were kept until " + until + "."
                                : former.option() + " ended on " + until + ".")
                : Decision.of(exitOption(c.option(), c.effectiveFrom(), false, terms, agreement));
    }

    /** Kept in the place of what was to follow it, an option keeps its end and its price, too. */
    private static ExitOptionChosen goingOn(ExitOptionChosen running, LocalDate from) {
        return new ExitOptionChosen(
                running.option(),
                from,
                running.until(),
                running.users(),
                running.monthlyAmount(),
                running.basisAmount(),
                false);
    }

    /** What the terms offer for the time after the agreement's last day, or from today on, each with its price. */
    public static List<ExitOptionChosen> exitOffers(Agreement agreement, Instant at) {
        if (!(agreement instanceof Concluded concluded)) {
            return List.of();
        }
        var terms = concluded.terms().at(at);
        var termination = concluded.termination();
        var from = termination == null ? dayOf(at) : termination.endsOn().plusDays(1);
        return Stream.of(ExitOption.values())
                .filter(option -> terms.lists(TermKey.EXIT_OPTIONS, option.name()))
                .map(option -> exitOption(option, from, false, terms, concluded))
                .toList();
    }

    public static Optional<ExitOptionChosen> exitChosen(Agreement agreement) {
        return agreement instanceof Concluded concluded ? Optional.ofNullable(concluded.exit()) : Optional.empty();
    }

    /** The last day on which data are kept after the end; empty while they are kept as long as the customer wants (OP-79, OP-80). */
    public static Optional<LocalDate> dataKeptUntil(Agreement agreement, Instant at) {
        if (!(agreement instanceof Concluded concluded)) {
            return Optional.empty();
        }
        var termination = concluded.termination();
        if (termination == null) {
            return Optional.empty();
        }
        var terms = concluded.terms().at(at);
        var exit = concluded.exit();
        if (exit == null) {
            return keptAfter(termination.endsOn(), terms);
        }
        return switch (exit.option()) {
            case STOP -> Optional.ofNullable(exit.until());
            case VIEW -> Optional.ofNullable(exit.until()).flatMap(until -> keptAfter(until, terms));
            case MINIMAL, ARCHIVE -> Optional.empty();
        };
    }

    private static ExitOptionChosen exitOption(
            ExitOption option, LocalDate from, boolean byDefault, Reading terms, Concluded agreement) {
        var price = ExitPrice.of(option, highest(withoutLicence(from, agreement), terms, agreement), terms);
        var until =
                switch (option) {
                    case VIEW -> orNull(terms.period(TermKey.EXIT_VIEW_MAX_TERM).map(term -> lastDay(from, term)));
                    case STOP -> orNull(keptAfter(beforeStop(from, agreement), terms));
                    case MINIMAL, ARCHIVE -> null;
                };
        var users =
                switch (option) {
                    case MINIMAL ->
                        terms.number(
                                switch (agreement.licenceOn(from).type()) {
                                    case ERP -> TermKey.EXIT_MINIMAL_ERP_USERS;
                                    case HRM_PAYROLL -> TermKey.EXIT_MINIMAL_HRM_USERS;
                                });
                    case VIEW -> terms.number(TermKey.EXIT_VIEW_USERS);
                    case ARCHIVE, STOP -> Optional.<Integer>empty();
                };
        return new ExitOptionChosen(
                option, from, until, orNull(users), price.monthlyAmount(), price.basisAmount(), byDefault);
    }

    /** The last day on which data are kept after a day; empty if the terms set none. */
    private static Optional<LocalDate> keptAfter(LocalDate last, Reading terms) {
        return terms.period(TermKey.EXIT_STOP_DATA_KEPT_FOR).map(term -> lastDay(last.plusDays(1), term));
    }

    /** The year of keeping counts from the agreement's end, unless another option ran until STOP (OP-79, OP-80). */
    private static LocalDate beforeStop(LocalDate from, Concluded agreement) {
        var termination = agreement.termination();
        var dayBefore = from.minusDays(1);
        return termination == null || agreement.exitOn(dayBefore).isPresent() ? dayBefore : termination.endsOn();
    }

    /**
     * Of a term that begins on a day, through the same date as the day before it: a year from 1 March ends on the last of February, be it
     * the 29th, and one from 29 February on the 28th.
     */
    private static LocalDate lastDay(LocalDate from, Period term) {
        var before = from.plus(term).minusDays(1);
        var same = from.minusDays(1).plus(term);
        return same.isAfter(before) ? same : before;
    }

    /** The first day on which no licence is invoiced any more: prices look back from there, whatever is chosen afterwards (OP-78). */
    private static LocalDate withoutLicence(LocalDate from, Concluded agreement) {
        var first = from;
        for (var exit : agreement.exits().reversed()) {
            if (exit.option() == ExitOption.MINIMAL && exit.effectiveFrom().isBefore(from)) {
                return first;
            }
            first = exit.effectiveFrom().isBefore(first) ? exit.effectiveFrom() : first;
        }
        return first;
    }

    /** The highest invoiced licence amount of the months before that of a day (OP-78). */
    private static @Nullable BigDecimal highest(LocalDate from, Reading terms, Concluded agreement) {
        return orNull(terms.period(TermKey.EXIT_HIGHEST_MONTH_OF).map(months -> {
            var begins = YearMonth.from(from);
            return agreement
                    .invoices()
                    .highestMonthlyAmount(begins.minusMonths(months.toTotalMonths()), begins.minusMonths(1));
        }));
    }

    /** Without another choice VIEW becomes STOP, whose year of keeping begins then (OP-79). */
    private static Decision<AgreementEvent> expireExit(ExpireExitOption c, Concluded agreement) {
        var exit = agreement.exit();
        if (exit == null || !c.lastDay().equals(exit.until())) {
            return Decision.nothing();
        }
        var expired = new ExitOptionExpired(exit.option(), c.lastDay());
        if (exit.option() == ExitOption.STOP) {
            return Decision.of(expired);
        }
        var terms = agreement.terms().at(endOf(c.lastDay()));
        return Decision.of(expired, exitOption(ExitOption.STOP, c.lastDay().plusDays(1), true, terms, agreement));
    }

    private static Decision<AgreementEvent> extend(ExtendAgreement c, Concluded agreement) {
        if (agreement.termination() != null) {
            return Decision.reject("XSV-001", "agreement-terminated", "A terminated agreement cannot be extended.");
        }
        var until = agreement.extendedUntil();
        if (c.until().equals(until)) {
            return Decision.nothing();
        }
        return c.until().isBefore(until == null ? agreement.conclusion().concludedOn() : until)
                ? Decision.reject("XSV-001", "range-runs-backwards", "The agreement already runs longer than that.")
                : Decision.of(new AgreementExtended(c.until()));
    }

    private static Decision<AgreementEvent> terminate(TerminateAgreement c, Concluded agreement) {
        if (c.endsOn().isBefore(dayOf(c.noticeAt()))) {
            return Decision.reject("XSV-005", "ends-before-notice", "An agreement cannot end before notice is given.");
        }
        var known = agreement.termination();
        // Who may leave because of the vendor keeps that right after a notice, to leave no later than it says.
        if (known != null
                && (c.ground() == TerminationGround.NOTICE || c.endsOn().isAfter(known.endsOn()))) {
            return repeated(c, agreement)
                    ? Decision.nothing()
                    : Decision.reject(
                            "XSV-005",
                            "already-terminated",
                            "The agreement was terminated before, per " + known.endsOn() + ".");
        }
        return switch (c.ground()) {
            case NOTICE -> repeated(c, agreement) ? Decision.nothing() : Decision.of(terminated(c, null));
            case SLA_CHANGE -> contest(c, agreement);
            case SUBPROCESSOR -> leaveSubprocessor(c, agreement);
        };
    }

    private static AgreementTerminated terminated(TerminateAgreement c, @Nullable Integer contestedSlaVersion) {
        return new AgreementTerminated(c.ground(), c.scope(), c.noticeAt(), c.endsOn(), contestedSlaVersion);
    }

    private static boolean repeated(TerminateAgreement c, Concluded agreement) {
        return agreement.terminations().stream()
                .anyMatch(part -> part.ground() == c.ground()
                        && part.scope() == c.scope()
                        && part.endsOn().equals(c.endsOn()));
    }

    private static Decision<AgreementEvent> leaveSubprocessor(TerminateAgreement c, Concluded agreement) {
        if (agreement
                .terms()
                .at(c.noticeAt())
                .word(TermKey.SUBPROCESSOR_OBJECTION)
                .isEmpty()) {
            return Decision.reject(
                    "PRA-041",
                    "no-right-to-object",
                    "The terms give no right to terminate because of a sub-processor.");
        }
        var since = c.disregardedSince();
        if (since == null || since.isAfter(c.noticeAt())) {
            return Decision.reject(
                    "PRA-041",
                    "no-objection-disregarded",
                    "That sub-processor processes no data, or the customer did not object to it.");
        }
        return repeated(c, agreement) ? Decision.nothing() : Decision.of(terminated(c, null));
    }

    /** Only a version of the standard agreement can be contested, each once for a part of the agreement (XSV-005, XSV-008). */
    private static Decision<AgreementEvent> contest(TerminateAgreement c, Concluded agreement) {
        var version = c.contestedSlaVersion();
        var adopted = version == null ? null : agreement.papers().slaVersions().get(version);
        if (version == null || adopted == null) {
            return Decision.reject("XSV-005", "no-such-change", "No such version of the SLA was adopted.");
        }
        if (!adopted.effectiveFrom().isAfter(agreement.conclusion().concludedOn())) {
            return Decision.reject(
                    "XSV-005", "no-change-since", "That version of the SLA held when the agreement was concluded.");
        }
        var contestedBefore = agreement.terminations().stream()
                .filter(part -> version.equals(part.contestedSlaVersion()))
                .toList();
        if (contestedBefore.stream().anyMatch(part -> part.scope() == c.scope())) {
            return Decision.nothing();
        }
        var terminated = Decision.<AgreementEvent>of(terminated(c, version));
        var former = agreement.terms().inForceBelow(adopted.termsVersion(), startOf(adopted.effectiveFrom()));
        return switch (new Reading(former.terms())
                .word(TermKey.SLA_CHANGE_REJECTION)
                .orElse("")) {
            case "TERMINATE" -> {
                if (!c.unresolved()) {
                    yield Decision.reject(
                            "XSV-005",
                            "not-the-last-resort",
                            "First a question about the change is to be answered without a solution.");
                }
                yield contestedBefore.isEmpty()
                        ? terminated.and(pinned(c.noticeAt(), version, adopted, former, agreement))
                        : terminated;
            }
            case "DISSOLVE_UNLESS_STATUTORY" ->
                adopted.statutory()
                        ? Decision.<AgreementEvent>of(new TerminationRefused(
                                        TerminationRefusal.STATUTORY_CHANGE, adopted.termsVersion()))
                                .rejecting(
                                        "XSV-008",
                                        "change-is-statutory",
                                        "A change that originates in law is no reason for dissolution.")
                        : terminated;
            default ->
                Decision.reject(
                        "XSV-005", "no-right-to-reject", "The terms give no right to terminate because they change.");
        };
    }

    /** What the contested version changed stays as it was from the notice to the end of the same day some months later (OP-73). */
    private static List<TenantTermsPublished> pinned(
            Instant noticeAt, int slaVersion, Adopted contested, TenantTermsPublished former, Concluded agreement) {
        var begins = startOf(contested.effectiveFrom());
        var from = noticeAt.isAfter(begins) ? noticeAt : begins;
        var before = new TermsVersions(List.of(former)).deviationsAt(begins);
        return new Reading(former.terms())
                .period(TermKey.SLA_CHANGE_REJECTION_OLD_TERMS_FOR)
                .map(term -> endOf(dayOf(noticeAt).plus(term)))
                .filter(from::isBefore)
                .map(until -> agreement.terms().amended(from, until, false, (moment, held) -> contested.keys().stream()
                        .filter(key -> !agreement.papers().overruled(slaVersion, key, dayOf(moment)))
                        .map(key -> new Slot(key, Origin.SLA_VERSION))
                        .forEach(slot -> put(held, slot, Optional.ofNullable(before.get(slot))))))
                .orElse(List.of());
    }

    private static Decision<AgreementEvent> endAgreement(EndAgreement c, Concluded agreement) {
        var termination = agreement.termination();
        if (agreement.ended() || termination == null || !termination.endsOn().equals(c.lastDay())) {
            return Decision.nothing();
        }
        var events = new ArrayList<AgreementEvent>();
        runningPeriod(agreement).ifPresent(period -> events.add(new FirstClassEnded(c.lastDay())));
        events.add(new AgreementEnded(
                c.lastDay(), agreement.terms().at(endOf(c.lastDay())).texts(TermKey.TERMINATION_SURVIVES)));
        return judged(agreement, events);
    }

    @Override
    public Agreement evolve(Agreement agreement, AgreementEvent event) {
        return switch (agreement) {
            case NotConcluded _ -> event instanceof AgreementConcluded concluded ? Concluded.by(concluded) : agreement;
            case Concluded concluded -> evolve(concluded, event);
        };
    }

    private static Concluded evolve(Concluded agreement, AgreementEvent event) {
        return switch (event) {
            case AgreementConcluded e -> Concluded.by(e);
            case TenantTermsPublished e -> agreement.with(e);
            case FirstClassSubscribed e -> agreement.with(subscribed(agreement.firstClass(), e));
            case FirstClassStarted _ -> agreement.withLast(FirstClassPeriod::start);
            case FirstClassCancelled e -> agreement.withLast(period -> period.cancel(e.endsOn()));
            case FirstClassEnded e -> agreement.withRunning(period -> period.end(e.endsOn()));
            case LicenceChangeRequested _ -> agreement;
            case LicenceChanged e -> agreement.with(e);
            case InvoiceRecorded e -> agreement.with(agreement.invoices().with(e));
            case FirstClassMismatchDetected e ->
                agreement.with(agreement.invoices().with(e));
            case FirstClassMismatchWithdrawn e ->
                agreement.with(agreement.invoices().without(e.period()));
            case ExitOptionChosen e -> agreement.with(e);
            case ExitOptionExpired _ -> agreement;
            case AgreementExtended e -> agreement.extendedUntil(e.until());
            case AgreementTerminated e -> agreement.with(e);
            case TerminationRefused _ -> agreement;
            case LicenceCancelled _, LicenceCancellationRefused _ -> agreement;
            case SlaVersionAdopted e -> agreement.with(agreement.papers().adopting(e));
            case SeparateProcessorAgreementRegistered e ->
                agreement.with(agreement.papers().registering(e));
            case SpecificTermAgreed _ -> agreement;
            case AgreementSigned _ -> agreement.with(agreement.papers().sign());
            case AgreementDocumentAttached e ->
                agreement.with(agreement.papers().holding(e.documentId(), e.sha256()));
            case AgreementEnded e -> agreement.endedOn(e.endedOn());
        };
    }

    /** A subscription that arrived late replaces the later one that has not started. */
    private static List<FirstClassPeriod> subscribed(List<FirstClassPeriod> periods, FirstClassSubscribed event) {
        var all = new ArrayList<>(periods);
        if (!all.isEmpty() && all.getLast().endsOn() == null) {
            all.removeLast();
        }
        all.add(FirstClassPeriod.subscribed(event.registeredOn(), event.startsOn()));
        return all;
    }

    private static Optional<FirstClassPeriod> lastPeriod(Concluded agreement) {
        return agreement.firstClass().isEmpty()
                ? Optional.empty()
                : Optional.of(agreement.firstClass().getLast());
    }

    /** The period in which First Class is active; the next one may have been subscribed. */
    private static Optional<FirstClassPeriod> runningPeriod(Concluded agreement) {
        return agreement.firstClass().stream().filter(FirstClassPeriod::running).findFirst();
    }

    /** The local day of an instant. */
    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
