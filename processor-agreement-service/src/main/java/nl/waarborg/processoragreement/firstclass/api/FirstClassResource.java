package nl.waarborg.processoragreement.firstclass.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.FIRST_CLASS_AGENT;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.AgreementDecider;
import nl.waarborg.processoragreement.agreement.domain.FirstClassMismatch;
import nl.waarborg.processoragreement.agreement.domain.Reading;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.agreement.projection.Agreements;
import nl.waarborg.processoragreement.agreement.projection.InvoiceView;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare.ActivityKind;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare.Entitlement;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare.Meeting;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.AssignFirstClassContact;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.BookOptimisationSession;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.HoldFirstClassMeeting;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.PlanFirstClassMeeting;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.PlanTestSession;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareCommand.RecordFirstClassActivity;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.FirstClassActivityRecorded;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.OptimisationSessionBooked;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.TestSessionPlanned;
import nl.waarborg.processoragreement.web.ConditionalReads;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Amount;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.Terms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The fixed contact, meetings, sessions and activities of a First Class customer (XSV-025 to XSV-028). */
@Path("/api/v1/agreements/{id}/first-class/care")
@Tag(name = "First Class")
@RolesAllowed(FIRST_CLASS_AGENT)
public class FirstClassResource {

    private final CommandHandler<FirstClassCareCommand, FirstClassCare, FirstClassCareEvent> commands;
    private final Agreements agreements;
    private final AgreedTerms terms;
    private final Caller caller;
    private final InstantSource clock;
    private final ConditionalReads reads;

    FirstClassResource(
            CommandHandler<FirstClassCareCommand, FirstClassCare, FirstClassCareEvent> commands,
            Agreements agreements,
            AgreedTerms terms,
            Caller caller,
            InstantSource clock,
            ConditionalReads reads) {
        this.commands = commands;
        this.agreements = agreements;
        this.terms = terms;
        this.caller = caller;
        this.clock = clock;
        this.reads = reads;
    }

    record ContactForm(@Schema(description = "An employee of the vendor") UUID employeeId) {}

    record MeetingForm(
            @Schema(description = "Chosen by the caller") UUID meetingId,
            Instant at,
            @Schema(examples = "60") @Min(1) @Max(1440) int minutes) {}

    record HeldForm(
            Instant at,
            @Schema(examples = "55") @Min(1) @Max(1440) int minutes,
            @Schema(description = "The open incidents that were discussed") @NotNull @Size(max = 1000)
                    List<UUID> discussedIncidents) {}

    record SessionForm(
            @Schema(description = "Chosen by the caller") UUID sessionId,
            @Schema(examples = "2026-06-10") LocalDate date) {}

    record TestSessionForm(
            @Schema(description = "Chosen by the caller") UUID sessionId,
            @Schema(description = "The release that is tested") UUID releaseId,
            @Schema(examples = "2026-06-15") LocalDate date) {}

    record ActivityForm(
            @Schema(description = "Chosen by the caller") UUID activityId,
            ActivityKind kind,
            @Schema(examples = "2026-06-01") LocalDate on,
            @Nullable @Size(max = 2000) String note) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Care(
            @Nullable UUID contactEmployeeId,
            List<Meeting> meetings,
            List<OptimisationSessionBooked> optimisationSessions,
            @Schema(description = "Optimisation sessions left this calendar year; absent if the terms set no number")
                    @Nullable
                    Long sessionsLeft,
            List<TestSessionPlanned> testSessions,
            List<FirstClassActivityRecorded> activities,
            @Schema(description = "Months in which First Class was active and not invoiced; the right stands")
                    List<String> monthsNotInvoiced) {}

    @GET
    @RolesAllowed({
        FIRST_CLASS_AGENT,
        SERVICE_MANAGER,
        AGREEMENT_MANAGER,
        ACCOUNT_MANAGER,
        ADMINISTRATOR,
        AGREEMENT_CONTACT
    })
    @Operation(
            summary = "Show what is done for a First Class customer",
            description = "Also the months whose invoice lacks First Class. Rules XSV-022, XSV-025 to XSV-028.")
    public RestResponse<Care> show(@PathParam("id") UUID id) {
        var tenant = tenant(id);
        var current = commands.current(FirstClassCare.stream(tenant));
        var care = current.state();
        var today = AgreementDecider.dayOf(clock.instant());
        var most = entitlement(tenant, clock.instant()).sessionsPerYear();
        var taken = care.sessions().stream()
                .filter(session -> session.year() == Year.from(today).getValue())
                .count();
        var view = new Care(
                care.contact(),
                List.copyOf(care.meetings().values()),
                care.sessions(),
                most == null ? null : Math.max(0, most - taken),
                care.testSessions(),
                care.activities(),
                agreements.invoices(tenant).stream()
                        .filter(invoice -> invoice.firstClassMismatch == FirstClassMismatch.NOT_INVOICED)
                        .map((InvoiceView invoice) -> invoice.period)
                        .toList());
        return reads.of(view, current.version());
    }

    @PUT
    @Path("/contact")
    @Operation(summary = "Assign the fixed contact", description = "Rule XSV-025.")
    public Response assign(@PathParam("id") UUID id, @NotNull @Valid ContactForm request) {
        return done(
                id, clock.instant(), (entitlement) -> new AssignFirstClassContact(request.employeeId(), entitlement));
    }

    @POST
    @Path("/meetings")
    @Operation(
            summary = "Plan a meeting",
            description = "At most an hour in any two weeks, as the terms say. Rule XSV-025, OP-83.")
    public Response plan(@PathParam("id") UUID id, @NotNull @Valid MeetingForm request) {
        return done(
                id,
                request.at(),
                entitlement ->
                        new PlanFirstClassMeeting(request.meetingId(), request.at(), request.minutes(), entitlement));
    }

    @POST
    @Path("/meetings/{meetingId}/minutes")
    @Operation(summary = "Record a meeting that was held", description = "With the open incidents. Rule XSV-025.")
    public Response hold(
            @PathParam("id") UUID id, @PathParam("meetingId") UUID meeting, @NotNull @Valid HeldForm request) {
        return done(
                id,
                request.at(),
                entitlement -> new HoldFirstClassMeeting(
                        meeting, request.at(), request.minutes(), request.discussedIncidents(), entitlement));
    }

    @POST
    @Path("/optimisation-sessions")
    @RolesAllowed({ADMINISTRATOR, FIRST_CLASS_AGENT})
    @Operation(
            summary = "Book an optimisation session",
            description =
                    "So many in a calendar year and in the months that the terms name; a refusal is recorded. Rule XSV-026, OP-83.")
    public Response book(@PathParam("id") UUID id, @NotNull @Valid SessionForm request) {
        return done(
                id,
                AgreementDecider.startOf(request.date()),
                entitlement -> new BookOptimisationSession(request.sessionId(), request.date(), entitlement));
    }

    @POST
    @Path("/test-sessions")
    @Operation(
            summary = "Plan a test session of the next version",
            description = "In the customer's acceptance environment, which First Class includes. Rule XSV-027.")
    public Response testSession(@PathParam("id") UUID id, @NotNull @Valid TestSessionForm request) {
        return done(
                id,
                AgreementDecider.startOf(request.date()),
                entitlement ->
                        new PlanTestSession(request.sessionId(), request.releaseId(), request.date(), entitlement));
    }

    @POST
    @Path("/activities")
    @Operation(summary = "Record what else was done", description = "Rule XSV-028.")
    public Response activity(@PathParam("id") UUID id, @NotNull @Valid ActivityForm request) {
        return done(
                id,
                AgreementDecider.startOf(request.on()),
                entitlement -> new RecordFirstClassActivity(
                        request.activityId(), request.kind(), request.on(), request.note(), entitlement));
    }

    private interface Command {
        FirstClassCareCommand with(Entitlement entitlement);
    }

    private Response done(UUID agreement, Instant day, Command command) {
        var tenant = tenant(agreement);
        var context = caller.context(tenant);
        return Answers.done(
                commands.handle(FirstClassCare.stream(tenant), context, command.with(entitlement(tenant, day))));
    }

    private UUID tenant(UUID agreement) {
        return agreements.find(agreement).orElseThrow(ProblemException::notFound).tenantId;
    }

    /** As agreed at the moment; First Class holds on the days of its periods, also those yet to come. */
    private Entitlement entitlement(UUID tenant, Instant at) {
        var agreed = terms.of(tenant).at(at);
        var day = AgreementDecider.dayOf(at);
        var active = agreements.firstClass(tenant).stream()
                .anyMatch(period ->
                        !day.isBefore(period.startsOn) && (period.endsOn == null || !day.isAfter(period.endsOn)));
        return new Entitlement(
                active,
                agreed.flatMap(held -> held.value(TermKey.FIRST_CLASS_MEETINGS_MOST, Span.class))
                        .filter(Elapsed.class::isInstance)
                        .map(span -> ((Elapsed) span).duration().toMinutes())
                        .orElse(null),
                agreed.flatMap(held -> held.span(TermKey.FIRST_CLASS_MEETINGS_PER))
                        .orElse(null),
                agreed.flatMap(held -> held.value(TermKey.FIRST_CLASS_SESSIONS_PER_YEAR, Amount.class))
                        .map(amount -> amount.number().intValue())
                        .orElse(null),
                agreed.map(FirstClassResource::months).orElse(List.of()).stream()
                        .collect(Collectors.toUnmodifiableSet()),
                agreed.map(held -> held.flag(TermKey.FIRST_CLASS_INCLUDES_ACCEPT))
                        .orElse(false));
    }

    private static List<Month> months(Terms agreed) {
        return Reading.of(agreed).texts(TermKey.FIRST_CLASS_SESSIONS_MONTHS).stream()
                .flatMap(name -> Arrays.stream(Month.values())
                        .filter(month -> month.name().equals(name)))
                .toList();
    }
}
