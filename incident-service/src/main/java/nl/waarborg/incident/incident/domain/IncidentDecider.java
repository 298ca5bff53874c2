package nl.waarborg.incident.incident.domain;

import static nl.waarborg.terms.clock.ClockKind.CALAMITY_CONTACT;
import static nl.waarborg.terms.clock.ClockKind.RECOVERY;
import static nl.waarborg.terms.clock.ClockKind.RESPONSE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.eventsourcing.Rejection;
import nl.waarborg.incident.incident.domain.Incident.Assignment;
import nl.waarborg.incident.incident.domain.Incident.Escalation;
import nl.waarborg.incident.incident.domain.Incident.Handling;
import nl.waarborg.incident.incident.domain.Incident.Intake;
import nl.waarborg.incident.incident.domain.Incident.NotRaised;
import nl.waarborg.incident.incident.domain.Incident.Raised;
import nl.waarborg.incident.incident.domain.Incident.Request;
import nl.waarborg.incident.incident.domain.Incident.Triage;
import nl.waarborg.incident.incident.domain.IncidentCommand.AddCustomerReaction;
import nl.waarborg.incident.incident.domain.IncidentCommand.AddVendorReaction;
import nl.waarborg.incident.incident.domain.IncidentCommand.AgreeCalamityFollowUp;
import nl.waarborg.incident.incident.domain.IncidentCommand.AssignIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.ClassifyIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.DowngradeCalamity;
import nl.waarborg.incident.incident.domain.IncidentCommand.EscalateIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.EscalatePriority;
import nl.waarborg.incident.incident.domain.IncidentCommand.GiveFeedback;
import nl.waarborg.incident.incident.domain.IncidentCommand.GiveFirstResponse;
import nl.waarborg.incident.incident.domain.IncidentCommand.HandleIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.LapseIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.LinkIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.NoticeMissedDeadline;
import nl.waarborg.incident.incident.domain.IncidentCommand.PrioritiseIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.ProvideWorkaround;
import nl.waarborg.incident.incident.domain.IncidentCommand.RaiseIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.RecalculateDeadlines;
import nl.waarborg.incident.incident.domain.IncidentCommand.RecordCalamityContact;
import nl.waarborg.incident.incident.domain.IncidentCommand.RejectPriorityEscalation;
import nl.waarborg.incident.incident.domain.IncidentCommand.ReopenIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.ReportCalamity;
import nl.waarborg.incident.incident.domain.IncidentCommand.RequestPriorityEscalation;
import nl.waarborg.incident.incident.domain.IncidentCommand.ResumeIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.WaitForParty;
import nl.waarborg.incident.incident.domain.IncidentCommand.WarnOfDeadline;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityContactDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityContactMade;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityDowngraded;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityFollowUpAgreed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityReported;
import nl.waarborg.incident.incident.domain.IncidentEvent.ClocksPaused;
import nl.waarborg.incident.incident.domain.IncidentEvent.ClocksResumed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CustomerReactionAdded;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlineMissWithdrawn;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlineWarningRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlinesRecalculated;
import nl.waarborg.incident.incident.domain.IncidentEvent.EscalationRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.FeedbackGiven;
import nl.waarborg.incident.incident.domain.IncidentEvent.FeedbackRequested;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentAssigned;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentClassified;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentHandled;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLapsed;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLinked;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentPrioritised;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentReopened;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentResponseGiven;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentStatusChanged;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentSubmissionRefused;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalated;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalationRejected;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalationRequested;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryClockStarted;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryExpectationChanged;
import nl.waarborg.incident.incident.domain.IncidentEvent.RelatedMatterCorrected;
import nl.waarborg.incident.incident.domain.IncidentEvent.RelatedMatterEnded;
import nl.waarborg.incident.incident.domain.IncidentEvent.ResponseClockStarted;
import nl.waarborg.incident.incident.domain.IncidentEvent.ResponseDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.VendorReactionAdded;
import nl.waarborg.incident.incident.domain.IncidentEvent.WorkaroundProvided;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.Waiting.Party;
import org.jspecify.annotations.Nullable;

/** The rules of one incident (INC-001 to INC-062 as far as they act on it). */
public final class IncidentDecider implements Decider<IncidentCommand, Incident, IncidentEvent> {

    private static final String ACCOUNT_MANAGER = "account-manager";

    private final RunningClocks clocks = new RunningClocks();

    @Override
    public Incident initialState() {
        return new NotRaised();
    }

    @Override
    public Decision<IncidentEvent> decide(IncidentCommand command, Incident incident) {
        return switch (incident) {
            case NotRaised _ ->
                command instanceof RaiseIncident c
                        ? raise(c)
                        : Decision.reject("INC-001", "unknown-incident", "There is no such incident.");
            case Raised raised ->
                command.at().isBefore(raised.intake().at()) && !(command instanceof LinkIncident)
                        ? Decision.reject(
                                "INC-001", "before-report", "Nothing happens to an incident before its report.")
                        : decide(command, raised);
        };
    }

    private Decision<IncidentEvent> decide(IncidentCommand command, Raised incident) {
        return switch (command) {
            case RaiseIncident _ -> Decision.nothing(); // the same report again
            case ClassifyIncident c -> classify(c, incident);
            case PrioritiseIncident c -> prioritise(c, incident);
            case RequestPriorityEscalation c -> requestEscalation(c, incident);
            case EscalatePriority c -> escalate(c, incident);
            case RejectPriorityEscalation c -> rejectEscalation(c, incident);
            case AssignIncident c -> assign(c, incident);
            case GiveFirstResponse c -> Decision.of(reacted(incident, c.agent(), c.at()));
            case AddVendorReaction c -> addVendorReaction(c, incident);
            case AddCustomerReaction c -> addCustomerReaction(c, incident);
            case WaitForParty c -> waitForParty(c, incident);
            case ResumeIncident c -> resume(c, incident);
            case ProvideWorkaround c -> provideWorkaround(c, incident);
            case HandleIncident c -> handle(c, incident);
            case LapseIncident c -> lapse(c, incident);
            case ReopenIncident c -> reopen(c, incident);
            case GiveFeedback c -> giveFeedback(c, incident);
            case ReportCalamity c -> reportCalamity(c, incident);
            case RecordCalamityContact c -> recordContact(c, incident);
            case AgreeCalamityFollowUp c -> agreeFollowUp(c, incident);
            case DowngradeCalamity c -> downgrade(c, incident);
            case EscalateIncident c -> escalateToAccountManager(c, incident);
            case LinkIncident c -> Decision.of(linked(c.related(), incident, c.at()));
            case NoticeMissedDeadline c -> notice(c, incident);
            case WarnOfDeadline c -> warn(c, incident);
            case RecalculateDeadlines c -> recalculate(c, incident);
        };
    }

    private Decision<IncidentEvent> raise(RaiseIncident c) {
        var refusal = refusal(c);
        if (refusal.isPresent()) {
            var reason = refusal.get();
            return Decision.<IncidentEvent>of(new IncidentSubmissionRefused(c.submitter(), reason, c.channel(), c.at()))
                    .rejecting(ruleOf(reason, c.channel()), codeOf(reason), messageOf(reason));
        }
        var priority = priorityAtIntake(c);
        var events = new ArrayList<IncidentEvent>();
        events.add(new IncidentRaised(
                c.source(),
                c.number(),
                c.submitter(),
                c.channel(),
                c.title(),
                c.description(),
                c.environment(),
                c.topic(),
                c.claimedType(),
                c.claimedPriority(),
                c.urgent(),
                c.helpCenterConsulted(),
                c.reachableContact(),
                c.chargeable() != null ? c.chargeable() : c.topic() == Topic.ADDITIONAL_SUPPORT,
                c.promise().firstClass(),
                c.at()));
        events.add(new IncidentPrioritised(priority, null, null, true, c.at()));
        if (c.promise().firstClass()) {
            events.add(new IncidentAssigned(null, Team.FIRST_CLASS, null, c.at())); // INC-045
        }
        setting(RESPONSE, priority, c).ifPresent(clock -> events.add(new ResponseClockStarted(clock, c.at())));
        setting(RECOVERY, priority, c).ifPresent(clock -> events.add(new RecoveryClockStarted(clock, c.at())));
        if (c.calamity()) {
            events.add(calamityReported(c.promise(), c.at()));
        }
        if (c.outage() != null) {
            events.add(new IncidentLinked(
                    c.outage().kind(),
                    c.outage().id(),
                    c.submitter(),
                    c.outage().expectedAt(),
                    c.at()));
        }
        return Decision.of(events);
    }

    private static Optional<ClockSetting> setting(ClockKind kind, Priority priority, RaiseIncident c) {
        return c.promise()
                .clock(kind, priority, c.at(), c.calamity(), List.of())
                .map(clock -> ClockSetting.of(clock, c.at()));
    }

    private static Optional<RefusalReason> refusal(RaiseIncident c) {
        return switch (c.promise().support()) {
            case NOT_IN_LICENCE -> afterTheEnd(c, RefusalReason.NO_SUPPORT_IN_LICENCE);
            case AGREEMENT_ENDED -> afterTheEnd(c, RefusalReason.AGREEMENT_ENDED);
            case SUPPORTED -> refusal(c.right());
        };
    }

    /** XSV-014 leaves requests about the exit open, and help with the export is free in any exit (XSV-020). */
    private static Optional<RefusalReason> afterTheEnd(RaiseIncident c, RefusalReason reason) {
        return c.topic() == Topic.EXIT_EXPORT ? refusal(c.right()) : Optional.of(reason);
    }

    private static Optional<RefusalReason> refusal(SubmissionRight right) {
        return switch (right) {
            case MAY_SUBMIT -> Optional.empty();
            case VIEW_ONLY -> Optional.of(RefusalReason.ROLE_VIEW_ONLY);
            case NONE -> Optional.of(RefusalReason.NOT_AUTHORISED);
        };
    }

    private static String ruleOf(RefusalReason reason, Channel channel) {
        return switch (reason) {
            case NOT_AUTHORISED -> channel == Channel.PHONE ? "INC-014" : "INC-012";
            case ROLE_VIEW_ONLY -> "INC-013";
            case NO_SUPPORT_IN_LICENCE -> "INC-061";
            case AGREEMENT_ENDED -> "XSV-014";
        };
    }

    private static String codeOf(RefusalReason reason) {
        return switch (reason) {
            case NOT_AUTHORISED -> "not-authorised";
            case ROLE_VIEW_ONLY -> "role-view-only";
            case NO_SUPPORT_IN_LICENCE -> "no-support-in-licence";
            case AGREEMENT_ENDED -> "agreement-ended";
        };
    }

    private static String messageOf(RefusalReason reason) {
        return switch (reason) {
            case NOT_AUTHORISED -> "This person may not submit incidents for this customer.";
            case ROLE_VIEW_ONLY -> "The role of this person views incidents and submits none.";
            case NO_SUPPORT_IN_LICENCE -> "The customer's exit licence has no customer contact and support.";
            case AGREEMENT_ENDED -> "The customer's agreement has ended.";
        };
    }

    /** What was claimed, as far as the conditions of AFAS §2.2.3 allow it; support sets it afterwards. */
    private static Priority priorityAtIntake(RaiseIncident c) {
        var disrupting = c.calamity() || c.productionDisrupting() || c.claimedType() == IncidentType.DISRUPTION;
        var question = c.claimedType() != null && c.claimedType().isQuestion() && !c.calamity();
        if (!disrupting || question) {
            return Priority.P3;
        }
        var mayBeFirst = !c.promise().reservesFirst() || c.promise().firstClass();
        var wished = c.claimedPriority() != null && !(c.calamity() && c.claimedPriority() == Priority.P3)
                ? c.claimedPriority()
                : c.calamity() ? Priority.P1 : Priority.P2;
        return wished == Priority.P1 && !mayBeFirst ? Priority.P2 : wished; // OP-11
    }

    private Decision<IncidentEvent> classify(ClassifyIncident c, Raised incident) {
        var triage = incident.triage();
        if (triage.classified() && triage.type() == c.type() && triage.category() == c.category()) {
            return Decision.nothing();
        }
        var outcome = new Outcome(incident);
        outcome.add(new IncidentClassified(c.type(), c.category(), triage.classified() ? triage.type() : null, c.at()));
        if (!incident.status().isFinal()) {
            begun(outcome, c.at());
            if (c.type().isQuestion()
                    && triage.priority() != Priority.P3
                    && !incident.calamity().isOpen()) {
                prioritised(outcome, Priority.P3, null, c.promise(), c.at()); // INC-029
            }
        }
        return outcome.decision();
    }

    private Decision<IncidentEvent> prioritise(PrioritiseIncident c, Raised incident) {
        var triage = incident.triage();
        if (incident.status().isFinal()) {
            return closed();
        }
        if (triage.priority() == c.priority() && triage.bySupport()) {
            return Decision.nothing();
        }
        var violation = violation(c.priority(), c.productionDisrupting(), c.promise(), incident);
        if (violation.isPresent()) {
            return new Decision<>(List.of(), violation.get());
        }
        var lowered = isHigher(triage.priority(), c.priority());
        if (lowered && (c.reason() == null || c.reason().isBlank())) {
            return Decision.reject("INC-021", "reason-required", "Lowering a priority needs a reason (OP-10).");
        }
        var outcome = new Outcome(incident);
        begun(outcome, c.at());
        prioritised(outcome, c.priority(), c.reason(), c.promise(), c.at());
        return outcome.decision();
    }

    private void prioritised(Outcome outcome, Priority priority, @Nullable String reason, Promise promise, Instant at) {
        var recalculated = clocks.afterPriorityChange(outcome.incident(), priority, promise, at);
        outcome.add(
                new IncidentPrioritised(priority, outcome.incident().triage().priority(), reason, false, at));
        if (!recalculated.isEmpty()) {
            outcome.add(new DeadlinesRecalculated(recalculated, RecalculationCause.PRIORITY_CHANGED, at));
        }
    }

    /** The conditions of AFAS §2.2.3 (INC-029, INC-030, INC-031). */
    private static Optional<Rejection> violation(
            Priority priority, boolean productionDisrupting, Promise promise, Raised incident) {
        if (priority == Priority.P3) {
            return incident.calamity().isOpen()
                    ? Optional.of(new Rejection(
                            "INC-022",
                            "calamity-open",
                            "A calamity is downgraded before its priority is lowered to 3."))
                    : Optional.empty();
        }
        var type = incident.triage().type();
        if (type != null && type.isQuestion() && !incident.calamity().isOpen()) {
            return Optional.of(new Rejection(
                    "INC-029", "question-is-priority-3", "Questions on functionality and use are priority 3."));
        }
        if (type != IncidentType.DISRUPTION
                && !productionDisrupting
                && !incident.calamity().isOpen()) {
            return Optional.of(new Rejection(
                    "INC-030",
                    "not-production-disrupting",
                    "Only disruptions and other production-disrupting problems are priority 1 or 2."));
        }
        if (priority == Priority.P1 && promise.reservesFirst() && !promise.firstClass()) {
            return Optional.of(
                    new Rejection("INC-031", "first-class-only", "Priority 1 is reserved for First Class customers."));
        }
        return Optional.empty();
    }

    private static boolean isHigher(Priority a, Priority b) {
        return a.compareTo(b) < 0;
    }

    private Decision<IncidentEvent> requestEscalation(RequestPriorityEscalation c, Raised incident) {
        if (incident.status().isFinal()) {
            return closed();
        }
        var current = incident.triage().priority();
        var wished = c.requestedPriority() != null
                ? c.requestedPriority()
                : current == Priority.P3 ? Priority.P2 : Priority.P1;
        if (!isHigher(wished, current)) {
            return Decision.reject("INC-020", "not-higher", "The incident has this priority or a higher one already.");
        }
        if (new Request(wished, c.productionDisrupting())
                .equals(incident.triage().request())) {
            return Decision.nothing();
        }
        return Decision.of(
                new PriorityEscalationRequested(c.person(), wished, c.motivation(), c.productionDisrupting(), c.at()));
    }

    private Decision<IncidentEvent> escalate(EscalatePriority c, Raised incident) {
        if (incident.status().isFinal()) {
            return closed();
        }
        var request = incident.triage().request();
        var current = incident.triage().priority();
        if (request == null) {
            return c.priority() != null && c.priority() == current
                    ? Decision.nothing()
                    : Decision.reject("INC-021", "no-request", "No raise of priority waits for its assessment.");
        }
        var wished = c.priority() != null ? c.priority() : request.priority();
        if (!isHigher(wished, current)) {
            return Decision.reject("INC-021", "not-higher", "The incident has this priority or a higher one already.");
        }
        var violation = violation(wished, c.productionDisrupting(), c.promise(), incident);
        if (violation.isPresent()) {
            return new Decision<>(
                    List.of(new PriorityEscalationRejected(
                            c.assessor(),
                            wished,
                            violation.get().rule(),
                            c.reason(),
                            c.promise().firstClass(),
                            c.at())),
                    violation.get());
        }
        var outcome = new Outcome(incident);
        outcome.add(new PriorityEscalated(
                c.assessor(),
                current,
                wished,
                c.reason(),
                c.promise().firstClass(),
                clocks.afterPriorityChange(incident, wished, c.promise(), c.at()),
                c.at()));
        begun(outcome, c.at());
        prioritised(outcome, wished, c.reason(), c.promise(), c.at());
        return outcome.decision();
    }

    private Decision<IncidentEvent> rejectEscalation(RejectPriorityEscalation c, Raised incident) {
        var request = incident.triage().request();
        return request == null
                ? Decision.nothing()
                : Decision.of(new PriorityEscalationRejected(
                        c.assessor(),
                        request.priority(),
                        null,
                        c.reason(),
                        c.promise().firstClass(),
                        c.at()));
    }

    private Decision<IncidentEvent> assign(AssignIncident c, Raised incident) {
        if (c.promise().firstClass() && c.team() == Team.SUPPORT) {
            return Decision.reject(
                    "INC-045", "first-class-team", "Incidents of a First Class customer are handled by First Class.");
        }
        var team = c.promise().firstClass() || c.team() == Team.FIRST_CLASS ? Team.FIRST_CLASS : Team.SUPPORT;
        return new Assignment(c.agent(), team, c.group())
                        .equals(incident.handling().assignment())
                ? Decision.nothing()
                : Decision.of(new IncidentAssigned(c.agent(), team, c.group(), c.at()));
    }

    private Decision<IncidentEvent> addVendorReaction(AddVendorReaction c, Raised incident) {
        if (incident.marks().contains(c.reaction())) {
            return Decision.nothing();
        }
        var reaction = new VendorReactionAdded(
                c.reaction(), c.agent(), c.text(), c.attachments(), c.automatic(), c.visible(), c.at());
        return c.automatic() || !c.visible()
                ? Decision.of(reaction)
                : Decision.<IncidentEvent>of(reaction).and(reacted(incident, c.agent(), c.at()));
    }

    private Decision<IncidentEvent> addCustomerReaction(AddCustomerReaction c, Raised incident) {
        if (incident.marks().contains(c.reaction())) {
            return Decision.nothing();
        }
        var outcome = new Outcome(incident);
        outcome.add(new CustomerReactionAdded(c.reaction(), c.person(), c.text(), c.attachments(), c.at()));
        var wait = incident.openWait();
        if (wait != null && wait.party() == Party.CUSTOMER && !c.at().isBefore(wait.from())) {
            moveOn(outcome, afterWaiting(incident), null, null, c.promise(), c.at());
        }
        return outcome.decision();
    }

    /** A person of the vendor reacted: the first time is the response (OP-08), and the contact after a calamity (INC-026). */
    private List<IncidentEvent> reacted(Raised incident, @Nullable UUID agent, Instant at) {
        var outcome = new Outcome(incident);
        reacted(outcome, agent, incident.intake().submitter(), at);
        return outcome.events();
    }

    private void reacted(Outcome outcome, @Nullable UUID agent, @Nullable UUID contacted, Instant at) {
        var respondedAt = outcome.incident().handling().respondedAt();
        if (respondedAt == null || at.isBefore(respondedAt)) {
            clocks.verdict(outcome, RESPONSE, at);
            outcome.add(new IncidentResponseGiven(agent, at));
        }
        var contact = outcome.incident().clock(CALAMITY_CONTACT);
        var calamity = outcome.incident().calamity();
        var earlier = contact != null && contact.stoppedAt() != null && at.isBefore(contact.stoppedAt());
        if (calamity == Calamity.REPORTED || (calamity.isOpen() && earlier)) {
            clocks.verdict(outcome, CALAMITY_CONTACT, at);
            outcome.add(new CalamityContactMade(agent, contacted, at));
        }
        begun(outcome, at);
    }

    /** Work on it began. */
    private static void begun(Outcome outcome, Instant at) {
        if (outcome.incident().status() == Status.SUBMITTED) {
            outcome.add(new IncidentStatusChanged(Status.SUBMITTED, Status.IN_PROGRESS, null, null, at));
        }
    }

    private Decision<IncidentEvent> waitForParty(WaitForParty c, Raised incident) {
        var status = Status.waitingFor(c.party());
        if (incident.status().isFinal()) {
            return closed();
        }
        if (incident.status() == status) {
            return Decision.nothing();
        }
        if (runsBackwards(incident, c.at())) {
            return backwards();
        }
        var outcome = new Outcome(incident);
        moveOn(outcome, status, c.party(), c.reason(), c.promise(), c.at());
        return outcome.decision();
    }

    private Decision<IncidentEvent> resume(ResumeIncident c, Raised incident) {
        if (incident.status().isFinal()) {
            return closed();
        }
        if (!incident.status().isWaiting() && incident.status() != Status.WORKAROUND_PROVIDED) {
            var outcome = new Outcome(incident);
            begun(outcome, c.at());
            return outcome.decision();
        }
        if (runsBackwards(incident, c.at())) {
            return backwards();
        }
        var outcome = new Outcome(incident);
        moveOn(
                outcome,
                incident.status().isWaiting() ? afterWaiting(incident) : Status.IN_PROGRESS,
                null,
                c.reason(),
                c.promise(),
                c.at());
        return outcome.decision();
    }

    private static Status afterWaiting(Raised incident) {
        return incident.handling().workaround() ? Status.WORKAROUND_PROVIDED : Status.IN_PROGRESS;
    }

    private static boolean runsBackwards(Raised incident, Instant at) {
        var wait = incident.openWait();
        return wait != null && at.isBefore(wait.from());
    }

    private static Decision<IncidentEvent> backwards() {
        return Decision.reject("INC-042", "before-waiting", "Waiting does not end before it began.");
    }

    /** To another status that is not final: ends the waiting that lasts and begins the next. */
    private void moveOn(
            Outcome outcome, Status to, @Nullable Party party, @Nullable String reason, Promise promise, Instant at) {
        clocks.resume(outcome, promise, at);
        outcome.add(new IncidentStatusChanged(outcome.incident().status(), to, party, reason, at));
        if (party != null) {
            clocks.pause(outcome, party, promise, at);
        }
    }

    private Decision<IncidentEvent> provideWorkaround(ProvideWorkaround c, Raised incident) {
        if (incident.status().isFinal()) {
            return closed();
        }
        if (incident.status() == Status.WORKAROUND_PROVIDED) {
            return Decision.nothing();
        }
        if (runsBackwards(incident, c.at())) {
            return backwards();
        }
        var outcome = new Outcome(incident);
        reacted(outcome, c.agent(), incident.intake().submitter(), c.at());
        clocks.verdict(outcome, RECOVERY, c.at());
        outcome.add(new WorkaroundProvided(c.agent(), c.description(), c.at())); // OP-07
        moveOn(outcome, Status.WORKAROUND_PROVIDED, null, null, c.promise(), c.at());
        return outcome.decision();
    }

    private Decision<IncidentEvent> handle(HandleIncident c, Raised incident) {
        if (incident.status() == Status.HANDLED) {
            return Decision.nothing();
        }
        if (incident.status().isFinal()) {
            return closed();
        }
        var outcome = new Outcome(incident);
        reacted(outcome, c.agent(), incident.intake().submitter(), c.at());
        clocks.verdict(outcome, RECOVERY, c.at());
        var from = outcome.incident().status();
        outcome.add(new IncidentHandled(c.agent(), c.solution(), c.at()));
        outcome.add(new IncidentStatusChanged(from, Status.HANDLED, null, null, c.at()));
        outcome.add(new FeedbackRequested(incident.intake().submitter(), c.at())); // INC-009
        return outcome.decision();
    }

    private Decision<IncidentEvent> lapse(LapseIncident c, Raised incident) {
        if (incident.status() == Status.LAPSED) {
            return Decision.nothing();
        }
        if (incident.status().isFinal()) {
            return closed();
        }
        var outcome = new Outcome(incident);
        for (var kind : ClockKind.values()) {
            clocks.missedBefore(outcome, kind, c.at());
        }
        outcome.add(new IncidentLapsed(c.reason(), c.at()));
        outcome.add(new IncidentStatusChanged(incident.status(), Status.LAPSED, null, null, c.at()));
        return outcome.decision();
    }

    private Decision<IncidentEvent> reopen(ReopenIncident c, Raised incident) {
        return switch (incident.status()) {
            case HANDLED ->
                Decision.of(
                        new IncidentReopened(c.person(), c.reason(), c.at()),
                        new IncidentStatusChanged(Status.HANDLED, Status.IN_PROGRESS, null, null, c.at()));
            case LAPSED ->
                Decision.reject("INC-050", "lapsed", "Only a handled incident is reopened (OP-16); raise a new one.");
            case SUBMITTED, IN_PROGRESS, WAITING_FOR_CUSTOMER, WAITING_FOR_THIRD_PARTY, WORKAROUND_PROVIDED ->
                Decision.nothing();
        };
    }

    private Decision<IncidentEvent> giveFeedback(GiveFeedback c, Raised incident) {
        if (incident.handling().rated()) {
            return Decision.nothing();
        }
        return incident.status() == Status.HANDLED
                ? Decision.of(new FeedbackGiven(c.person(), c.score(), c.remark(), c.at()))
                : Decision.reject("INC-009", "not-handled", "Handling is rated after the incident was handled.");
    }

    /** INC-059; the same words of the same person again change nothing. */
    private static Decision<IncidentEvent> escalateToAccountManager(EscalateIncident c, Raised incident) {
        return new Escalation(c.person(), c.reason()).equals(incident.handling().escalation())
                ? Decision.nothing()
                : Decision.of(new EscalationRaised(c.person(), ACCOUNT_MANAGER, c.reason(), c.at()));
    }

    private Decision<IncidentEvent> reportCalamity(ReportCalamity c, Raised incident) {
        if (incident.status().isFinal()) {
            return closed();
        }
        if (incident.calamity().isOpen()) {
            return Decision.nothing();
        }
        var outcome = new Outcome(incident);
        outcome.add(calamityReported(c.promise(), c.at()));
        if (incident.triage().priority() == Priority.P3) {
            prioritised(outcome, Priority.P2, null, c.promise(), c.at()); // OP-11: support may raise it to 1
        }
        return outcome.decision();
    }

    private static CalamityReported calamityReported(Promise promise, Instant at) {
        return new CalamityReported(
                promise.calamityContact(at).orElse(null), promise.isCalamityServiceReachable(at), at);
    }

    private Decision<IncidentEvent> recordContact(RecordCalamityContact c, Raised incident) {
        if (!incident.calamity().isOpen()) {
            return noCalamity();
        }
        var outcome = new Outcome(incident);
        reacted(outcome, c.agent(), c.contactedPerson(), c.at());
        return outcome.decision();
    }

    private Decision<IncidentEvent> agreeFollowUp(AgreeCalamityFollowUp c, Raised incident) {
        return switch (incident.calamity()) {
            case CONTACTED, FOLLOW_UP_AGREED -> Decision.of(new CalamityFollowUpAgreed(c.followUp(), c.at()));
            case REPORTED ->
                Decision.reject(
                        "INC-027", "contact-first", "The follow-up is determined in the contact with the reporter.");
            case NONE, DOWNGRADED -> noCalamity();
        };
    }

    private Decision<IncidentEvent> downgrade(DowngradeCalamity c, Raised incident) {
        return switch (incident.calamity()) {
            case REPORTED, CONTACTED, FOLLOW_UP_AGREED -> {
                var outcome = new Outcome(incident);
                clocks.missedBefore(outcome, CALAMITY_CONTACT, c.at());
                outcome.add(new CalamityDowngraded(c.agent(), c.reason(), c.at()));
                yield outcome.decision();
            }
            case DOWNGRADED -> Decision.nothing();
            case NONE -> noCalamity();
        };
    }

    private static Decision<IncidentEvent> noCalamity() {
        return Decision.reject("INC-022", "no-calamity", "The incident is not reported as a calamity.");
    }

    private static Decision<IncidentEvent> closed() {
        return Decision.reject(
                "INC-050", "closed", "The incident is handled or lapsed; a handled one can be reopened (OP-16).");
    }

    /** What is news about the other matter; a closed incident hears no more of it. */
    private static List<IncidentEvent> linked(Related related, Raised incident, Instant at) {
        var known = incident.links().get(related.id());
        var submitter = incident.intake().submitter();
        var news = new ArrayList<IncidentEvent>();
        if (known == null) {
            news.add(new IncidentLinked(related.kind(), related.id(), submitter, related.expectedAt(), at));
        } else if (incident.status().isFinal()) {
            return List.of();
        } else if (known.endedAt() != null) {
            return known.endedAt().equals(related.endedAt())
                    ? List.of()
                    : List.of(new RelatedMatterCorrected(
                            related.kind(), related.id(), submitter, related.expectedAt(), related.endedAt(), at));
        } else if (related.endedAt() == null && !Objects.equals(known.expectedAt(), related.expectedAt())) {
            news.add(new RecoveryExpectationChanged(related.kind(), related.id(), related.expectedAt(), at));
        }
        if (related.endedAt() != null && !incident.status().isFinal()) {
            news.add(new RelatedMatterEnded(related.kind(), related.id(), submitter, related.endedAt(), at));
        }
        return news;
    }

    private Decision<IncidentEvent> notice(NoticeMissedDeadline c, Raised incident) {
        var outcome = new Outcome(incident);
        var clock = incident.clock(c.clock());
        if (clock != null
                && clock.isRunning()
                && !clock.paused()
                && !clock.due().isAfter(c.at())) {
            clocks.missed(outcome, clock);
        }
        return outcome.decision();
    }

    private Decision<IncidentEvent> warn(WarnOfDeadline c, Raised incident) {
        var clock = incident.clock(c.clock());
        return clock != null
                        && clock.isRunning()
                        && !clock.paused()
                        && !clock.warned()
                        && clock.missed() == null
                        && clock.due().isAfter(c.at())
                ? Decision.of(new DeadlineWarningRaised(
                        c.clock(), clock.due(), c.promise().inServiceHours(c.at()), c.at()))
                : Decision.nothing();
    }

    private Decision<IncidentEvent> recalculate(RecalculateDeadlines c, Raised incident) {
        var recalculated = clocks.afterCalendarChange(incident, c.promise(), c.at());
        return recalculated.isEmpty()
                ? Decision.nothing()
                : Decision.of(new DeadlinesRecalculated(recalculated, RecalculationCause.CALENDAR_CHANGED, c.at()));
    }

    @Override
    public Incident evolve(Incident incident, IncidentEvent event) {
        return switch (incident) {
            case NotRaised none ->
                event instanceof IncidentRaised e
                        ? new Raised(
                                new Intake(e.number(), e.submitter(), e.at()),
                                Triage.NONE.claimed(e.claimedType()),
                                Status.SUBMITTED,
                                Map.of(),
                                List.of(),
                                Calamity.NONE,
                                Handling.NONE,
                                Set.of(),
                                Map.of())
                        : none;
            case Raised raised -> evolve(raised, event);
        };
    }

    static Raised evolve(Raised incident, IncidentEvent event) {
        var triage = incident.triage();
        var handling = incident.handling();
        return switch (event) {
            case IncidentRaised _, IncidentSubmissionRefused _, FeedbackRequested _ -> incident;
            case EscalationRaised e -> incident.with(handling.escalated(new Escalation(e.person(), e.reason())));
            case IncidentClassified e -> incident.with(triage.classified(e.type(), e.category()));
            case IncidentPrioritised e -> incident.with(triage.prioritised(e.priority(), !e.atIntake()));
            case IncidentAssigned e -> incident.with(handling.assigned(new Assignment(e.agent(), e.team(), e.group())));
            case ResponseClockStarted e -> incident.with(Clock.started(e.clock()));
            case RecoveryClockStarted e -> incident.with(Clock.started(e.clock()));
            case DeadlinesRecalculated e -> recalculated(incident, e);
            case ClocksPaused e -> {
                var paused = incident;
                for (var kind : e.clocks()) {
                    paused = paused.with(kind, Clock::pausing);
                }
                yield paused;
            }
            case ClocksResumed e -> {
                var resumed = incident;
                for (var net : e.deadlines()) {
                    resumed = resumed.with(net.kind(), clock -> clock.resuming(net.deadline()));
                }
                yield resumed;
            }
            case IncidentResponseGiven e ->
                incident.with(handling.responded(e.at())).with(RESPONSE, clock -> clock.stopped(e.at()));
            case VendorReactionAdded e -> incident.withMark(e.reaction());
            case CustomerReactionAdded e -> incident.withMark(e.reaction());
            case IncidentStatusChanged e -> {
                var moved = incident.waitedUntil(e.at()).with(e.to());
                yield e.waitingFor() == null ? moved : moved.waitingFrom(e.waitingFor(), e.at());
            }
            case WorkaroundProvided e ->
                incident.with(handling.workedAround()).with(RECOVERY, clock -> stoppedOnce(clock, e.at()));
            case IncidentHandled e ->
                incident.with(handling.handled(e.at())).with(RECOVERY, clock -> stoppedOnce(clock, e.at()));
            case IncidentLapsed _ -> {
                var ended = incident;
                for (var kind : ClockKind.values()) {
                    ended = ended.with(kind, clock -> clock.isRunning() ? clock.ended() : clock);
                }
                yield ended;
            }
            case IncidentReopened _ -> incident.with(handling.handled(null));
            case FeedbackGiven _ -> incident.with(handling.asRated());
            case ResponseDeadlineMissed e -> incident.with(RESPONSE, clock -> clock.withMissed(e.deadline()));
            case RecoveryDeadlineMissed e -> incident.with(RECOVERY, clock -> clock.withMissed(e.deadline()));
            case CalamityContactDeadlineMissed e ->
                incident.with(CALAMITY_CONTACT, clock -> clock.withMissed(e.deadline()));
            case DeadlineMissWithdrawn e -> incident.with(e.clock(), clock -> clock.withMissed(null));
            case DeadlineWarningRaised e -> incident.with(e.clock(), Clock::withWarning);
            case PriorityEscalationRequested e ->
                incident.with(triage.requested(new Request(e.requestedPriority(), e.productionDisrupting())));
            case PriorityEscalated _, PriorityEscalationRejected _ -> incident.with(triage.requested(null));
            case CalamityReported e -> {
                var reported = incident.with(Calamity.REPORTED);
                yield e.contactClock() == null ? reported : reported.with(Clock.started(e.contactClock()));
            }
            case CalamityContactMade e ->
                (incident.calamity() == Calamity.REPORTED ? incident.with(Calamity.CONTACTED) : incident)
                        .with(CALAMITY_CONTACT, clock -> clock.stopped(e.at()));
            case CalamityFollowUpAgreed _ -> incident.with(Calamity.FOLLOW_UP_AGREED);
            case CalamityDowngraded _ ->
                incident.with(Calamity.DOWNGRADED)
                        .with(CALAMITY_CONTACT, clock -> clock.isRunning() ? clock.ended() : clock);
            case IncidentLinked e -> incident.with(new Related(e.kind(), e.related(), e.expectedAt(), null));
            case RecoveryExpectationChanged e ->
                incident.with(new Related(e.kind(), e.related(), e.expectedAt(), null));
            case RelatedMatterEnded e -> incident.with(new Related(e.kind(), e.related(), null, e.endedAt()));
            case RelatedMatterCorrected e ->
                incident.with(new Related(e.kind(), e.related(), e.expectedAt(), e.endedAt()));
        };
    }

    /** A workaround ended the recovery clock; the definitive solution has no deadline of its own (OP-07). */
    private static Clock stoppedOnce(Clock clock, Instant at) {
        return clock.isRunning() ? clock.stopped(at) : clock;
    }

    private static Raised recalculated(Raised incident, DeadlinesRecalculated event) {
        var set = incident;
        for (var change : event.clocks()) {
            var anew = change.clock();
            var net = change.net();
            if (anew == null || net == null) {
                set = set.with(change.kind(), Clock::ended);
            } else if (set.clock(change.kind()) == null) {
                set = set.with(Clock.started(anew));
            } else {
                set = set.with(change.kind(), clock -> clock.setAnew(anew, net.deadline()));
            }
        }
        return set;
    }
}
