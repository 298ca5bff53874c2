package nl.waarborg.incident.incident.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.web.AfterTheEnd;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.incident.Incidents;
import nl.waarborg.incident.incident.api.IncidentAnswers.ClockAnswer;
import nl.waarborg.incident.incident.api.IncidentAnswers.Expectation;
import nl.waarborg.incident.incident.api.IncidentAnswers.HistoryEntry;
import nl.waarborg.incident.incident.api.IncidentAnswers.IncidentAnswer;
import nl.waarborg.incident.incident.api.IncidentAnswers.QueueLine;
import nl.waarborg.incident.incident.api.IncidentAnswers.RaisedAnswer;
import nl.waarborg.incident.incident.domain.Channel;
import nl.waarborg.incident.incident.domain.IncidentCommand.RaiseIncident;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlineWarningRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLinked;
import nl.waarborg.incident.incident.domain.IncidentEvent.VendorReactionAdded;
import nl.waarborg.incident.incident.domain.IncidentType;
import nl.waarborg.incident.incident.domain.Related;
import nl.waarborg.incident.incident.domain.RelatedKind;
import nl.waarborg.incident.incident.domain.Status;
import nl.waarborg.incident.incident.domain.Team;
import nl.waarborg.incident.incident.domain.Topic;
import nl.waarborg.incident.incident.projection.IncidentNumbers;
import nl.waarborg.incident.incident.projection.IncidentsView;
import nl.waarborg.incident.incident.projection.IncidentsView.Filter;
import nl.waarborg.incident.incident.projection.IncidentsView.LinkRow;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;
import nl.waarborg.incident.notice.projection.ServiceNotices;
import nl.waarborg.incident.notice.projection.ServiceNoticesView;
import nl.waarborg.tenants.api.RequestedTenant;
import nl.waarborg.terms.Priority;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/incidents")
@Tag(name = "incidents", description = "Reports to the service desk, their clocks and their dossiers")
class IncidentResource {

    private static final String NO_DEADLINE = "infinity";

    private final Incidents incidents;
    private final IncidentsView view;
    private final IncidentAccess access;
    private final IncidentNumbers numbers;
    private final ClockExplanation explanation;
    private final ServiceNoticesView notices;
    private final ServiceNotices matters;
    private final EventStore store;
    private final Caller caller;
    private final InstantSource clock;

    IncidentResource(
            Incidents incidents,
            IncidentsView view,
            IncidentAccess access,
            IncidentNumbers numbers,
            ClockExplanation explanation,
            ServiceNoticesView notices,
            ServiceNotices matters,
            EventStore store,
            Caller caller,
            InstantSource clock) {
        this.incidents = incidents;
        this.view = view;
        this.access = access;
        this.numbers = numbers;
        this.explanation = explanation;
        this.notices = notices;
        this.matters = matters;
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param submitter on whose behalf the vendor's people report; a customer's person always reports itself
     * @param outage the known outage or disaster that the report is about
     * @param channel PORTAL if absent; the vendor's people name PHONE or MAIL
     */
    record RaiseRequest(
            @Nullable UUID tenant,
            @Nullable UUID submitter,
            @Nullable Channel channel,
            @NotBlank @Size(max = 500) String title,
            @NotBlank @Size(max = 20_000) String description,
            @Nullable UUID environment,
            @Nullable Topic topic,
            @Nullable IncidentType claimedType,
            @Nullable Priority claimedPriority,
            @Nullable Boolean urgent,
            @Nullable Boolean productionDisrupting,
            @Nullable Boolean calamity,
            @Nullable Boolean helpCenterConsulted,
            @Nullable @Size(max = 500) String reachableContact,
            @Nullable Boolean chargeable,
            @Nullable UUID outage) {}

    @POST
    @AfterTheEnd // requests about the exit; the decision refuses the rest
    @RolesAllowed({
        Roles.INCIDENT_SUBMITTER,
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR
    })
    @Operation(
            summary = "Reports an incident and says what to expect",
            description =
                    "A submitter reports on the portal, at any hour (INC-002); the vendor's people register what comes by phone or"
                            + " mail. Who may not submit gets 409 with the rule, and the refusal is recorded (INC-012, INC-013, INC-014,"
                            + " INC-061).")
    @APIResponse(
            responseCode = "201",
            description = "What was recorded, and what to expect",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RaisedAnswer.class)))
    public Response raise(@NotNull @Valid RaiseRequest request) {
        var tenant = RequestedTenant.of(caller, request.tenant());
        var context = caller.context(tenant);
        var ownReport = caller.customer();
        var channel = channel(request, ownReport);
        var submitter = ownReport ? caller.person().orElse(null) : request.submitter();
        var outage = request.outage() == null ? null : known(request.outage(), tenant);
        var number = numbers.next(tenant, context.occurredAt());
        var right =
                incidents.right(tenant, submitter, channel, ownReport ? caller.roles() : null, context.occurredAt());
        var result = Answers.accepted(incidents.handle(
                IncidentEventTypes.stream(tenant, IncidentEventTypes.OWN_SOURCE, number),
                context,
                promise -> new RaiseIncident(
                        IncidentEventTypes.OWN_SOURCE,
                        number,
                        submitter,
                        channel,
                        request.title(),
                        request.description(),
                        request.environment(),
                        request.topic() == null ? Topic.GENERAL : request.topic(),
                        request.claimedType(),
                        request.claimedPriority(),
                        is(request.urgent()),
                        is(request.productionDisrupting()),
                        is(request.calamity()),
                        is(request.helpCenterConsulted()),
                        request.reachableContact(),
                        ownReport ? null : request.chargeable(),
                        outage,
                        right,
                        promise,
                        context.occurredAt())));
        return raised(result);
    }

    private Related known(UUID outage, UUID tenant) {
        return notices.notice(outage, tenant)
                .flatMap(notice -> matters.matter(outage))
                .orElseThrow(
                        () -> ProblemException.invalidField("/outage", "no outage of this customer is known by it"));
    }

    private static Channel channel(RaiseRequest request, boolean ownReport) {
        if (ownReport) {
            if (request.channel() != null && request.channel() != Channel.PORTAL) {
                throw ProblemException.invalidField("/channel", "the portal's own reports have the channel PORTAL");
            }
            return Channel.PORTAL;
        }
        if (request.channel() == null || request.channel() == Channel.PORTAL) {
            throw ProblemException.invalidField("/channel", "name PHONE or MAIL");
        }
        return request.channel();
    }

    private Response raised(CommandResult<IncidentEvent> result) {
        var id = result.stream().id();
        var row = view.incident(id).orElseThrow(ProblemException::notFound);
        return Answers.created(
                result,
                URI.create("/api/v1/incidents/" + id),
                new RaisedAnswer(
                        id,
                        row.number(),
                        row.priority().name(),
                        view.clocks(id).stream().map(Expectation::of).toList(),
                        notices.knownOutages(row.tenant())));
    }

    /** Query parameters of the queue. */
    public static class QueueQuery {

        @QueryParam("tenant")
        @Nullable
        UUID tenant;

        @QueryParam("status")
        @Nullable
        Status status;

        @QueryParam("open")
        @Nullable
        Boolean open;

        @QueryParam("priority")
        @Nullable
        Priority priority;

        @QueryParam("type")
        @Nullable
        IncidentType type;

        @QueryParam("agent")
        @Nullable
        UUID agent;

        @QueryParam("team")
        @Nullable
        Team team;

        @QueryParam("calamity")
        @Nullable
        Boolean calamity;

        @QueryParam("overdue")
        @Nullable
        Boolean overdue;

        /** A warning was raised: most of the time of a running clock is used up. */
        @QueryParam("dueSoon")
        @Nullable
        Boolean dueSoon;

        @QueryParam("dueBefore")
        @Nullable
        OffsetDateTime dueBefore;

        @QueryParam("source")
        @Nullable
        String source;

        @QueryParam("number")
        @Nullable
        String number;

        @QueryParam("q")
        @Nullable
        String text;
    }

    @GET
    @RolesAllowed({
        Roles.INCIDENT_SUBMITTER,
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ACCOUNT_MANAGER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "The queue, in order of the next deadline",
            description =
                    "Filters combine; q searches title and description. A submitter sees its own incidents only (INC-012).")
    public Page<QueueLine> queue(@BeanParam QueueQuery query, @Valid @BeanParam PageQuery page) {
        var now = clock.instant();
        var filter = new Filter(
                query.tenant,
                access.onlyOf().orElse(null),
                query.status,
                query.open,
                query.priority,
                query.type,
                query.agent,
                query.team,
                query.calamity,
                query.overdue,
                query.dueSoon,
                query.dueBefore == null ? null : query.dueBefore.toInstant(),
                query.source,
                query.number,
                query.text);
        return Page.of(
                        view.queue(
                                filter,
                                now,
                                page.after(2, IncidentResource::place).orElse(List.of()),
                                page.fetch()),
                        page,
                        row -> List.of(
                                row.nextDue() == null
                                        ? NO_DEADLINE
                                        : row.nextDue().toString(),
                                row.id().toString()))
                .map(row -> QueueLine.of(row, now));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.INCIDENT_SUBMITTER,
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ACCOUNT_MANAGER,
        Roles.AUDITOR
    })
    @Operation(summary = "One incident")
    @APIResponse(
            responseCode = "200",
            description = "The incident; ETag is its version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IncidentAnswer.class)))
    public Response one(@PathParam("id") UUID id) {
        var row = access.seen(id);
        return Answers.read(
                new IncidentAnswer(row, IncidentAnswers.isOverdue(row, clock.instant()), view.waits(id), links(id)),
                row.version());
    }

    @GET
    @Path("/{id}/clocks")
    @RolesAllowed({
        Roles.INCIDENT_SUBMITTER,
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ACCOUNT_MANAGER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Its clocks: what is late, and why",
            description =
                    "Each clock with its slices (open, closed, paused, with the reason) from start to deadline, on the calendar and"
                            + " terms with which it was set.")
    public List<ClockAnswer> clocks(@PathParam("id") UUID id) {
        return explanation.of(access.seen(id), view.clocks(id), view.waits(id), clock.instant());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({
        Roles.INCIDENT_SUBMITTER,
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ACCOUNT_MANAGER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Its dossier: everything that happened, in order (INC-005)",
            description = "The customer does not see the vendor's internal notes and warnings.")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        var row = access.seen(id);
        return store.read(IncidentEventTypes.INCIDENT_EVENTS, IncidentEventTypes.stream(row.id())).stream()
                .filter(recorded -> !caller.customer() || isForCustomers(recorded.event()))
                .map(IncidentResource::entry)
                .toList();
    }

    /** Whom to inform of a breach is not the service desk's to decide. */
    private List<LinkRow> links(UUID incident) {
        return view.links(incident).stream()
                .filter(link -> !caller.customer() || link.kind() != RelatedKind.BREACH)
                .toList();
    }

    /** A place in the queue, as the query takes it: the next deadline, which may be none, and the id. */
    private static List<String> place(List<String> key) {
        var due = key.getFirst().equals(NO_DEADLINE)
                ? NO_DEADLINE
                : Instant.parse(key.getFirst()).toString();
        return List.of(due, UUID.fromString(key.getLast()).toString());
    }

    private static boolean isForCustomers(IncidentEvent event) {
        return !(event instanceof DeadlineWarningRaised)
                && !(event instanceof IncidentLinked link && link.kind() == RelatedKind.BREACH)
                && !(event instanceof VendorReactionAdded reaction && !reaction.visible());
    }

    private static HistoryEntry entry(RecordedEvent<IncidentEvent> recorded) {
        return new HistoryEntry(
                recorded.version(),
                IncidentEventTypes.INCIDENT_EVENTS.nameOf(recorded.event()),
                recorded.occurredAt(),
                recorded.recordedAt(),
                Duration.between(recorded.occurredAt(), recorded.recordedAt()),
                recorded.metadata().actor(),
                recorded.event());
    }

    private static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
