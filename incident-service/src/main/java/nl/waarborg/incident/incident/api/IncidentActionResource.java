package nl.waarborg.incident.incident.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.incident.Incidents;
import nl.waarborg.incident.incident.domain.Category;
import nl.waarborg.incident.incident.domain.IncidentCommand;
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
import nl.waarborg.incident.incident.domain.IncidentCommand.PrioritiseIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.ProvideWorkaround;
import nl.waarborg.incident.incident.domain.IncidentCommand.RecordCalamityContact;
import nl.waarborg.incident.incident.domain.IncidentCommand.RejectPriorityEscalation;
import nl.waarborg.incident.incident.domain.IncidentCommand.ReopenIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.ReportCalamity;
import nl.waarborg.incident.incident.domain.IncidentCommand.RequestPriorityEscalation;
import nl.waarborg.incident.incident.domain.IncidentCommand.ResumeIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.WaitForParty;
import nl.waarborg.incident.incident.domain.IncidentType;
import nl.waarborg.incident.incident.domain.Promise;
import nl.waarborg.incident.incident.domain.Related;
import nl.waarborg.incident.incident.domain.RelatedKind;
import nl.waarborg.incident.incident.domain.Team;
import nl.waarborg.incident.incident.projection.IncidentsView.IncidentRow;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;
import nl.waarborg.incident.notice.projection.ServiceNotices;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.Waiting.Party;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What is done to an incident. Each answers 204 with the new version as {@code ETag}; {@code If-Match} names the version that was seen.
 * {@code at} is when it happened, now if absent: it may lie in the past, since business time decides.
 */
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/incidents/{id}")
@Tag(name = "incidents")
class IncidentActionResource {

    private static final int TEXT = 20_000;

    private final Incidents incidents;
    private final IncidentAccess access;
    private final ServiceNotices notices;
    private final Caller caller;

    IncidentActionResource(Incidents incidents, IncidentAccess access, ServiceNotices notices, Caller caller) {
        this.incidents = incidents;
        this.access = access;
        this.notices = notices;
        this.caller = caller;
    }

    record ClassificationRequest(
            @NotNull IncidentType type, @Nullable Category category, @Nullable OffsetDateTime at) {}

    record PriorityRequest(
            @NotNull Priority priority,
            @Nullable Boolean productionDisrupting,
            @Nullable @Size(max = TEXT) String reason,
            @Nullable OffsetDateTime at) {}

    record EscalationRequest(
            @Nullable Priority priority,
            @Nullable @Size(max = TEXT) String motivation,
            @Nullable Boolean productionDisrupting) {}

    record DecisionRequest(
            boolean accepted,
            @Nullable Priority priority,
            @Nullable Boolean productionDisrupting,
            @NotBlank @Size(max = TEXT) String reason,
            @Nullable OffsetDateTime at) {}

    /** @param internal a note that the customer does not see */
    record ReactionRequest(
            @NotBlank @Size(max = TEXT) String text,
            @Nullable List<UUID> attachments,
            @Nullable Boolean internal,
            @Nullable Boolean automatic,
            @Nullable OffsetDateTime at) {}

    record ResponseRequest(@Nullable UUID agent, @Nullable OffsetDateTime at) {}

    /** @param waitingFor absent: work goes on */
    record WaitingRequest(
            @Nullable Party waitingFor, @Nullable @Size(max = TEXT) String reason, @Nullable OffsetDateTime at) {}

    record WorkaroundRequest(@NotBlank @Size(max = TEXT) String description, @Nullable OffsetDateTime at) {}

    record ResolutionRequest(@NotBlank @Size(max = TEXT) String solution, @Nullable OffsetDateTime at) {}

    record ReasonRequest(@NotBlank @Size(max = TEXT) String reason, @Nullable OffsetDateTime at) {}

    record FeedbackRequest(@Min(1) @Max(5) int score, @Nullable @Size(max = TEXT) String remark) {}

    record CalamityRequest(@Nullable OffsetDateTime at) {}

    record ContactRequest(@Nullable UUID contactedPerson, @Nullable OffsetDateTime at) {}

    record FollowUpRequest(@NotBlank @Size(max = TEXT) String followUp, @Nullable OffsetDateTime at) {}

    record AssignmentRequest(
            @Nullable UUID agent,
            @Nullable Team team,
            @Nullable @Size(max = 200) String group,
            @Nullable OffsetDateTime at) {}

    record LinkRequest(@NotNull RelatedKind kind, @NotNull UUID related, @Nullable OffsetDateTime expectedAt) {}

    @PUT
    @Path("/classification")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.PAYROLL_PROCESSOR})
    @Operation(summary = "Says what the report is about (INC-001)")
    public Response classify(@PathParam("id") UUID id, @NotNull @Valid ClassificationRequest r) {
        return act(access.seen(id), r.at(), (c, p) -> new ClassifyIncident(r.type(), r.category(), p, c.occurredAt()));
    }

    @PUT
    @Path("/priority")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.PAYROLL_PROCESSOR})
    @Operation(summary = "Sets the priority within the conditions of AFAS §2.2.3 (INC-029, INC-030, INC-031)")
    public Response prioritise(@PathParam("id") UUID id, @NotNull @Valid PriorityRequest r) {
        return act(
                access.seen(id),
                r.at(),
                (c, p) -> new PrioritiseIncident(
                        r.priority(), is(r.productionDisrupting()), r.reason(), p, c.occurredAt()));
    }

    @POST
    @Path("/priority-escalations")
    @RolesAllowed({Roles.INCIDENT_SUBMITTER, Roles.AUTHORISED_CONTACT})
    @Operation(summary = "The button 'Prioriteit verhogen' (INC-020)")
    public Response requestEscalation(@PathParam("id") UUID id, @NotNull @Valid EscalationRequest r) {
        return act(
                access.mine(id),
                null,
                (c, p) -> new RequestPriorityEscalation(
                        c.actor().id(), r.priority(), r.motivation(), is(r.productionDisrupting()), c.occurredAt()));
    }

    @POST
    @Path("/priority-escalations/decision")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT})
    @Operation(
            summary = "Accepts or rejects the raise that was asked for (INC-021)",
            description =
                    "An acceptance whose conditions are not met is recorded as a rejection and answered 409 with the rule.")
    public Response decideEscalation(@PathParam("id") UUID id, @NotNull @Valid DecisionRequest r) {
        return act(
                access.seen(id),
                r.at(),
                (c, p) -> r.accepted()
                        ? new EscalatePriority(
                                c.actor().id(),
                                r.priority(),
                                is(r.productionDisrupting()),
                                r.reason(),
                                p,
                                c.occurredAt())
                        : new RejectPriorityEscalation(c.actor().id(), r.reason(), p, c.occurredAt()));
    }

    @POST
    @Path("/reactions")
    @RolesAllowed({
        Roles.INCIDENT_SUBMITTER,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR
    })
    @Operation(
            summary =
                    "Adds a message to the dossier (INC-005, INC-008); the vendor's first one by a person is the response")
    public Response react(@PathParam("id") UUID id, @NotNull @Valid ReactionRequest r) {
        var attachments = r.attachments() == null ? List.<UUID>of() : r.attachments();
        if (caller.customer()) {
            if (is(r.internal()) || is(r.automatic())) {
                throw ProblemException.invalidField(
                        is(r.internal()) ? "/internal" : "/automatic", "is for the vendor's people");
            }
            return act(
                    access.mine(id),
                    null,
                    (c, p) ->
                            new AddCustomerReaction(mark(c), c.actor().id(), r.text(), attachments, p, c.occurredAt()));
        }
        return act(
                access.seen(id),
                r.at(),
                (c, p) -> new AddVendorReaction(
                        mark(c),
                        c.actor().id(),
                        r.text(),
                        attachments,
                        is(r.automatic()),
                        !is(r.internal()),
                        c.occurredAt()));
    }

    @POST
    @Path("/response")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.PAYROLL_PROCESSOR})
    @Operation(summary = "Records that a person reacted, by phone for instance (INC-032)")
    public Response respond(@PathParam("id") UUID id, @NotNull @Valid ResponseRequest r) {
        return act(
                access.seen(id),
                r.at(),
                (c, p) -> new GiveFirstResponse(r.agent() == null ? c.actor().id() : r.agent(), c.occurredAt()));
    }

    @PUT
    @Path("/waiting")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.PAYROLL_PROCESSOR})
    @Operation(summary = "Waits for the customer or a third party, or goes on (INC-042)")
    public Response waitFor(@PathParam("id") UUID id, @NotNull @Valid WaitingRequest r) {
        return act(
                access.seen(id),
                r.at(),
                (c, p) -> r.waitingFor() == null
                        ? new ResumeIncident(r.reason(), p, c.occurredAt())
                        : new WaitForParty(r.waitingFor(), r.reason(), p, c.occurredAt()));
    }

    @POST
    @Path("/workaround")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.PAYROLL_PROCESSOR})
    @Operation(summary = "Gives a temporary solution, which ends the recovery clock (OP-07)")
    public Response provideWorkaround(@PathParam("id") UUID id, @NotNull @Valid WorkaroundRequest r) {
        return act(
                access.seen(id),
                r.at(),
                (c, p) -> new ProvideWorkaround(c.actor().id(), r.description(), p, c.occurredAt()));
    }

    @POST
    @Path("/resolution")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.PAYROLL_PROCESSOR})
    @Operation(summary = "Handles the incident and asks the submitter to rate it (INC-009)")
    public Response handle(@PathParam("id") UUID id, @NotNull @Valid ResolutionRequest r) {
        return act(
                access.seen(id), r.at(), (c, p) -> new HandleIncident(c.actor().id(), r.solution(), p, c.occurredAt()));
    }

    @POST
    @Path("/lapse")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.PAYROLL_PROCESSOR})
    @Operation(summary = "Ends the incident without a solution (OP-16)")
    public Response lapse(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest r) {
        return act(access.seen(id), r.at(), (c, p) -> new LapseIncident(r.reason(), c.occurredAt()));
    }

    @POST
    @Path("/reopening")
    @RolesAllowed({
        Roles.INCIDENT_SUBMITTER,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR
    })
    @Operation(summary = "Reopens a handled incident; its clocks do not start again (OP-16)")
    public Response reopen(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest r) {
        return act(
                access.mine(id),
                caller.customer() ? null : r.at(),
                (c, p) -> new ReopenIncident(c.actor().id(), r.reason(), c.occurredAt()));
    }

    @PUT
    @Path("/feedback")
    @RolesAllowed({Roles.INCIDENT_SUBMITTER, Roles.AUTHORISED_CONTACT})
    @Operation(summary = "Rates the handling, from 1 to 5, once (INC-009)")
    public Response rate(@PathParam("id") UUID id, @NotNull @Valid FeedbackRequest r) {
        return act(
                access.mine(id),
                null,
                (c, p) -> new GiveFeedback(c.actor().id(), r.score(), r.remark(), c.occurredAt()));
    }

    @POST
    @Path("/calamity")
    @RolesAllowed({
        Roles.INCIDENT_SUBMITTER,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.OPERATOR
    })
    @Operation(summary = "Reports that the incident is a calamity (INC-022)")
    public Response reportCalamity(@PathParam("id") UUID id, @NotNull @Valid CalamityRequest r) {
        return act(access.mine(id), caller.customer() ? null : r.at(), (c, p) -> new ReportCalamity(p, c.occurredAt()));
    }

    @POST
    @Path("/calamity/contact")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.OPERATOR})
    @Operation(summary = "Records the contact with whoever reported the calamity (INC-026)")
    public Response recordContact(@PathParam("id") UUID id, @NotNull @Valid ContactRequest r) {
        return act(
                access.seen(id),
                r.at(),
                (c, p) -> new RecordCalamityContact(c.actor().id(), r.contactedPerson(), c.occurredAt()));
    }

    @POST
    @Path("/calamity/follow-up")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.OPERATOR})
    @Operation(summary = "Records what both sides agreed (INC-027)")
    public Response agreeFollowUp(@PathParam("id") UUID id, @NotNull @Valid FollowUpRequest r) {
        return act(access.seen(id), r.at(), (c, p) -> new AgreeCalamityFollowUp(r.followUp(), c.occurredAt()));
    }

    @POST
    @Path("/calamity/downgrade")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.OPERATOR})
    @Operation(summary = "It is no calamity after all (INC-022)")
    public Response downgrade(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest r) {
        return act(
                access.seen(id),
                r.at(),
                (c, p) -> new DowngradeCalamity(c.actor().id(), r.reason(), c.occurredAt()));
    }

    @PUT
    @Path("/assignment")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.PAYROLL_PROCESSOR})
    @Operation(summary = "Says who handles it; incidents of First Class customers stay with First Class (INC-045)")
    public Response assign(@PathParam("id") UUID id, @NotNull @Valid AssignmentRequest r) {
        return act(
                access.seen(id),
                r.at(),
                (c, p) -> new AssignIncident(r.agent(), r.team(), r.group(), p, c.occurredAt()));
    }

    @POST
    @Path("/escalations")
    @RolesAllowed({Roles.INCIDENT_SUBMITTER, Roles.AUTHORISED_CONTACT})
    @Operation(summary = "Turns to the account manager (INC-059)")
    public Response escalate(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest r) {
        return act(
                access.mine(id), null, (c, p) -> new EscalateIncident(c.actor().id(), r.reason(), c.occurredAt()));
    }

    @POST
    @Path("/links")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.OPERATOR})
    @Operation(summary = "Links the incident with an outage, a disaster, a restore or a breach")
    public Response link(@PathParam("id") UUID id, @NotNull @Valid LinkRequest r) {
        var related = related(r);
        return act(access.seen(id), null, (c, p) -> new LinkIncident(related, c.occurredAt()));
    }

    /** An outage or a disaster is known here; what the register or the restores hold is known to their owners only. */
    private Related related(LinkRequest r) {
        return switch (r.kind()) {
            case OUTAGE, DISASTER ->
                notices.matter(r.related())
                        .filter(matter -> matter.kind() == r.kind())
                        .orElseThrow(() -> ProblemException.invalidField("/related", "nobody told of it"));
            case RESTORE, BREACH ->
                new Related(
                        r.kind(),
                        r.related(),
                        r.expectedAt() == null ? null : r.expectedAt().toInstant(),
                        null);
        };
    }

    private Response act(
            IncidentRow incident,
            @Nullable OffsetDateTime at,
            BiFunction<CommandContext, Promise, IncidentCommand> command) {
        var context =
                at == null ? caller.context(incident.tenant()) : caller.context(incident.tenant(), at.toInstant());
        return Answers.done(incidents.handle(
                IncidentEventTypes.stream(incident.id()), context, promise -> command.apply(context, promise)));
    }

    private static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    /** The same request sent again makes the same reaction. */
    private static UUID mark(CommandContext context) {
        var key = context.idempotencyKey();
        return key == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((key.key() + key.bodyHash()).getBytes(StandardCharsets.UTF_8));
    }
}
