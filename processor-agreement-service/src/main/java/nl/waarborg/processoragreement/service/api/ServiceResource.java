package nl.waarborg.processoragreement.service.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.CONSULTANT;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.Reading;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.agreement.projection.EndedAgreements;
import nl.waarborg.processoragreement.service.domain.Appointment;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent;
import nl.waarborg.processoragreement.service.domain.Project;
import nl.waarborg.processoragreement.service.domain.ProjectEvent;
import nl.waarborg.processoragreement.service.domain.ServiceKind;
import nl.waarborg.processoragreement.service.domain.ServiceRequest;
import nl.waarborg.processoragreement.service.domain.ServiceRequest.Clock;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.ApproveService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.AssessServiceRequest;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.CloseServiceRequest;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.DeliverService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.EstimateService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.InvoiceService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.ProposeService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.RecordTimeSpent;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.RequestService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent;
import nl.waarborg.processoragreement.service.projection.ServicesView;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.CalendarRefusal;
import nl.waarborg.terms.clock.Deadlines;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Services, appointments and projects (XSV-031 to XSV-037). */
@Path("/api/v1")
@Tag(name = "Services")
@RolesAllowed({SERVICE_MANAGER, CONSULTANT})
public class ServiceResource {

    private final CommandHandler<ServiceRequestCommand, ServiceRequest, ServiceRequestEvent> requests;
    private final CommandHandler<Appointment.Command, Appointment, AppointmentEvent> appointments;
    private final CommandHandler<Project.Command, Project, ProjectEvent> projects;
    private final ServicesView view;
    private final AgreedTerms terms;
    private final EndedAgreements ended;
    private final PublishedCalendars calendars;
    private final Caller caller;

    ServiceResource(
            CommandHandler<ServiceRequestCommand, ServiceRequest, ServiceRequestEvent> requests,
            CommandHandler<Appointment.Command, Appointment, AppointmentEvent> appointments,
            CommandHandler<Project.Command, Project, ProjectEvent> projects,
            ServicesView view,
            AgreedTerms terms,
            EndedAgreements ended,
            PublishedCalendars calendars,
            Caller caller) {
        this.requests = requests;
        this.appointments = appointments;
        this.projects = projects;
        this.view = view;
        this.terms = terms;
        this.ended = ended;
        this.calendars = calendars;
        this.caller = caller;
    }

    record RequestForm(
            ServiceKind service,
            @NotBlank @Size(max = 10_000) String text,
            @Schema(description = "Where it plays") @Nullable UUID environmentId) {}

    record Made(UUID id) {}

    record AssessmentForm(
            @Schema(description = "Whether it is the right service") boolean suitable,
            @Schema(description = "Who takes it up; needed if it is") @Nullable UUID serviceManagerId,
            @Schema(description = "When that person makes contact; needed if it is") @Nullable Instant contactAt,
            @Schema(description = "When it was assessed; now, if absent") @Nullable Instant at) {}

    record ProposalForm(
            @Schema(description = "Fixed price in euros excluding VAT", examples = "450.00")
                    @DecimalMin("0")
                    @Digits(integer = 9, fraction = 2)
                    BigDecimal price,
            @Schema(examples = "2026-06-20") LocalDate plannedOn) {}

    record EstimateForm(
            @Schema(description = "Euros excluding VAT", examples = "1200.00")
                    @DecimalMin("0")
                    @Digits(integer = 9, fraction = 2)
                    BigDecimal cost,
            @Schema(examples = "10") @Min(0) @Max(3650) int leadTimeDays) {}

    record TimeForm(
            UUID employeeId,
            @Schema(examples = "3.5") @DecimalMin("0.25") @DecimalMax("24") @Digits(integer = 2, fraction = 2)
                    BigDecimal hours,
            @Schema(examples = "2026-06-20") LocalDate day) {}

    record DeliveryForm(@NotBlank @Size(max = 10_000) String description) {}

    record InvoiceForm(
            @Schema(description = "Euros an hour; not at a fixed price", examples = "150.00")
                    @Nullable
                    @DecimalMin("0")
                    @Digits(integer = 6, fraction = 2)
                    BigDecimal hourlyRate) {}

    record AppointmentForm(
            UUID tenantId,
            ServiceKind service,
            @Nullable UUID requestId,
            Instant startsAt,
            @Schema(description = "How long; or days, of the hours that a day of consultancy has", examples = "PT2H")
                    @Nullable
                    Duration duration,
            @Schema(description = "Days of consultancy", examples = "1") @Nullable @Min(1) @Max(100) Integer days,
            @Schema(description = "Online unless said otherwise") @Nullable Boolean online) {}

    record ReceiptForm(
            @Schema(description = "When the cancellation was received; only the vendor may give it. Now, if absent")
                    @Nullable
                    Instant at) {}

    record ProjectForm(
            @Schema(description = "The request that the project comes from") UUID requestId,
            @Schema(description = "Planning, goals, scope, responsibilities") @NotBlank @Size(max = 20_000) String plan,
            @Schema(description = "Euros excluding VAT", examples = "20000.00")
                    @DecimalMin("0")
                    @Digits(integer = 9, fraction = 2)
                    BigDecimal budget,
            @Schema(description = "When the knowledge of the customer's team was tested", examples = "2026-05-20")
                    @Nullable
                    LocalDate knowledgeTestedOn) {}

    record NoteForm(
            @Schema(description = "Chosen by the caller") UUID noteId,
            Project.NoteKind kind,
            @NotBlank @Size(max = 5000) String text,
            @Nullable @Size(min = 1, max = 5000) String measure) {}

    record SpendingForm(
            @Schema(examples = "500.00") @DecimalMin("0.01") @Digits(integer = 9, fraction = 2) BigDecimal amount) {}

    record EvaluationForm(@NotBlank @Size(max = 10_000) String result) {}

    @GET
    @Path("/service-requests")
    @RolesAllowed({SERVICE_MANAGER, CONSULTANT, AGREEMENT_MANAGER, ACCOUNT_MANAGER, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(summary = "List service requests", description = "The newest first. Rule XSV-032.")
    public Page<ServicesView.Request> list(@Valid @BeanParam PageQuery page) {
        return view.requests(page);
    }

    @GET
    @Path("/service-requests/{id}")
    @RolesAllowed({SERVICE_MANAGER, CONSULTANT, AGREEMENT_MANAGER, ACCOUNT_MANAGER, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(summary = "Show a service request", description = "With the description of the work done. Rule XSV-032.")
    @APIResponse(
            responseCode = "200",
            description = "The request; ETag is its version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ServicesView.Request.class)))
    public Response show(@PathParam("id") UUID id) {
        var request = seen(id);
        return Answers.read(request, request.version());
    }

    @POST
    @Path("/service-requests")
    @RolesAllowed(ADMINISTRATOR)
    @Operation(
            summary = "Request a service",
            description =
                    "A configuration question is assessed within the agreed working days, by the terms as they are now. Rules XSV-031 to XSV-033, XSV-037.")
    @APIResponse(
            responseCode = "201",
            description = "The request",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Made.class)))
    public Response request(@NotNull @Valid RequestForm request) {
        var tenant = caller.tenant();
        var context = caller.context(tenant);
        var agreed = agreed(tenant, context.occurredAt());
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = requests.handle(
                ServiceRequest.stream(id),
                context,
                new RequestService(
                        id,
                        request.service(),
                        Reading.of(agreed)
                                .lists(
                                        TermKey.EXTRA_WORK_FIXED_PRICE,
                                        request.service().name()),
                        request.text(),
                        request.environmentId(),
                        new Clock(assessBy(request.service(), agreed, context.occurredAt()), agreed.version()),
                        context.occurredAt()));
        return made(result.stream().id(), Answers.accepted(result), "/api/v1/service-requests/");
    }

    @POST
    @Path("/service-requests/{id}/assessment")
    @RolesAllowed(SERVICE_MANAGER)
    @Operation(
            summary = "Assess a request",
            description = "Whether it is the right service, who takes it up, when contact is made. Rule XSV-033.")
    public Response assess(@PathParam("id") UUID id, @NotNull @Valid AssessmentForm request) {
        return done(
                id,
                request.at(),
                at -> new AssessServiceRequest(
                        request.suitable(), request.serviceManagerId(), request.contactAt(), at));
    }

    @POST
    @Path("/service-requests/{id}/proposal")
    @RolesAllowed(SERVICE_MANAGER)
    @Operation(summary = "Propose a fixed price and a planning", description = "Rules XSV-032, XSV-034.")
    public Response propose(@PathParam("id") UUID id, @NotNull @Valid ProposalForm request) {
        return done(id, null, at -> new ProposeService(cents(request.price()), request.plannedOn(), at));
    }

    @POST
    @Path("/service-requests/{id}/estimate")
    @Operation(summary = "Estimate costs and lead time", description = "Rules XSV-020, XSV-031.")
    public Response estimate(@PathParam("id") UUID id, @NotNull @Valid EstimateForm request) {
        return done(id, null, at -> new EstimateService(cents(request.cost()), request.leadTimeDays(), at));
    }

    @POST
    @Path("/service-requests/{id}/approval")
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(summary = "Approve the proposal or estimate", description = "Then work starts. Rule XSV-032.")
    public Response approve(@PathParam("id") UUID id) {
        var person = caller.person().orElse(null);
        return done(id, null, at -> new ApproveService(person, at));
    }

    @POST
    @Path("/service-requests/{id}/time")
    @Operation(summary = "Record time that was spent", description = "Rule XSV-031.")
    public Response time(@PathParam("id") UUID id, @NotNull @Valid TimeForm request) {
        return done(
                id,
                null,
                at -> new RecordTimeSpent(
                        UuidCreator.getTimeOrderedEpoch(), request.employeeId(), request.hours(), request.day(), at));
    }

    @POST
    @Path("/service-requests/{id}/delivery")
    @Operation(summary = "Deliver the service with a description of the work", description = "Rule XSV-032.")
    public Response deliver(@PathParam("id") UUID id, @NotNull @Valid DeliveryForm request) {
        return done(id, null, at -> new DeliverService(request.description(), at));
    }

    @POST
    @Path("/service-requests/{id}/invoice")
    @RolesAllowed({SERVICE_MANAGER, AGREEMENT_MANAGER})
    @Operation(
            summary = "Invoice the service",
            description = "The fixed price, or the hours actually spent at the rate. Rules XSV-031, XSV-034.")
    public Response invoice(@PathParam("id") UUID id, @NotNull @Valid InvoiceForm request) {
        return done(id, null, at -> new InvoiceService(request.hourlyRate(), at));
    }

    @POST
    @Path("/service-requests/{id}/closing")
    @RolesAllowed(SERVICE_MANAGER)
    @Operation(summary = "Close the request", description = "Rule XSV-032.")
    public Response close(@PathParam("id") UUID id) {
        return done(id, null, CloseServiceRequest::new);
    }

    @GET
    @Path("/appointments")
    @RolesAllowed({SERVICE_MANAGER, CONSULTANT, AGREEMENT_MANAGER, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(summary = "List appointments", description = "The latest first.")
    public Page<ServicesView.Meeting> appointments(@Valid @BeanParam PageQuery page) {
        return view.appointments(page);
    }

    @GET
    @Path("/appointments/{id}")
    @RolesAllowed({SERVICE_MANAGER, CONSULTANT, AGREEMENT_MANAGER, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(
            summary = "Show an appointment",
            description = "With the moment until which cancelling is free. Rules XSV-034, XSV-035.")
    @APIResponse(
            responseCode = "200",
            description = "The appointment; ETag is its version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ServicesView.Meeting.class)))
    public Response appointment(@PathParam("id") UUID id) {
        var appointment = view.appointment(id).orElseThrow(ProblemException::notFound);
        return Answers.read(appointment, appointment.version());
    }

    @POST
    @Path("/appointments")
    @Operation(
            summary = "Plan an appointment",
            description =
                    "Cancelling service management or consultancy is free until some working days before, as the terms say now. Rules XSV-034, XSV-035, OP-85.")
    @APIResponse(
            responseCode = "201",
            description = "The appointment",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Made.class)))
    public Response plan(@NotNull @Valid AppointmentForm request) {
        var tenant = caller.seen(request.tenantId());
        ended.refuse(tenant);
        var context = caller.context(tenant);
        var agreed = agreed(tenant, context.occurredAt());
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = appointments.handle(
                Appointment.stream(id),
                context,
                new Appointment.Command.PlanAppointment(
                        id,
                        request.service(),
                        request.requestId(),
                        request.startsAt(),
                        duration(request, agreed),
                        request.online() == null || request.online(),
                        cancelBy(agreed, request.service(), context.occurredAt(), request.startsAt()),
                        agreed.version()));
        return made(result.stream().id(), Answers.accepted(result), "/api/v1/appointments/");
    }

    @POST
    @Path("/appointments/{id}/cancellation")
    @RolesAllowed({ADMINISTRATOR, SERVICE_MANAGER, CONSULTANT})
    @Operation(
            summary = "Cancel an appointment",
            description =
                    "Too late it costs an analysis (service management) or the appointment's duration (consultancy). Rules XSV-034, XSV-035.")
    public Response cancel(@PathParam("id") UUID id, @NotNull @Valid ReceiptForm request) {
        if (request.at() != null && caller.customer()) {
            throw ProblemException.invalidField("/at", "is for the vendor to give");
        }
        var tenant =
                view.appointment(id).orElseThrow(ProblemException::notFound).tenantId();
        var context = request.at() == null ? caller.context(tenant) : caller.context(tenant, request.at());
        return Answers.done(appointments.handle(
                Appointment.stream(id), context, new Appointment.Command.CancelAppointment(context.occurredAt())));
    }

    @GET
    @Path("/projects/{id}")
    @RolesAllowed({CONSULTANT, SERVICE_MANAGER, AGREEMENT_MANAGER, ACCOUNT_MANAGER, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(summary = "Show a project", description = "With plan, findings, risks and budget. Rule XSV-036.")
    @APIResponse(
            responseCode = "200",
            description = "The project; ETag is its version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ServicesView.ProjectRow.class)))
    public Response project(@PathParam("id") UUID id) {
        var project = view.project(id).orElseThrow(ProblemException::notFound);
        return Answers.read(project, project.version());
    }

    @POST
    @Path("/projects")
    @RolesAllowed(CONSULTANT)
    @Operation(
            summary = "Start a project",
            description = "With its plan, after the customer's team was tested; one for a request. Rule XSV-036.")
    @APIResponse(
            responseCode = "201",
            description = "The project",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Made.class)))
    public Response start(@NotNull @Valid ProjectForm request) {
        var tenant = seen(request.requestId()).tenantId();
        ended.refuse(tenant);
        var context = caller.context(tenant);
        var project = Project.ofRequest(tenant, request.requestId());
        var result = projects.handle(
                project,
                context,
                new Project.Command.StartProject(
                        project.id(),
                        request.requestId(),
                        request.plan(),
                        cents(request.budget()),
                        request.knowledgeTestedOn(),
                        context.occurredAt()));
        return made(result.stream().id(), Answers.accepted(result), "/api/v1/projects/");
    }

    @POST
    @Path("/projects/{id}/notes")
    @RolesAllowed(CONSULTANT)
    @Operation(summary = "Record an activity, finding or risk", description = "Rule XSV-036.")
    public Response note(@PathParam("id") UUID id, @NotNull @Valid NoteForm request) {
        return ofProject(
                id,
                at -> new Project.Command.RecordProjectNote(
                        request.noteId(), request.kind(), request.text(), request.measure(), at));
    }

    @POST
    @Path("/projects/{id}/spending")
    @RolesAllowed(CONSULTANT)
    @Operation(
            summary = "Record spending",
            description = "An overrun of the budget is signalled at once. Rule XSV-036.")
    public Response spend(@PathParam("id") UUID id, @NotNull @Valid SpendingForm request) {
        return ofProject(id, at -> new Project.Command.RecordSpending(cents(request.amount()), at));
    }

    @POST
    @Path("/projects/{id}/hand-over")
    @RolesAllowed(CONSULTANT)
    @Operation(summary = "Hand the implementation over to Customer Support", description = "Rule XSV-036.")
    public Response handOver(@PathParam("id") UUID id) {
        return ofProject(id, Project.Command.HandOverProject::new);
    }

    @POST
    @Path("/projects/{id}/evaluation")
    @RolesAllowed(CONSULTANT)
    @Operation(summary = "Evaluate the project", description = "Rule XSV-036.")
    public Response evaluate(@PathParam("id") UUID id, @NotNull @Valid EvaluationForm request) {
        return ofProject(id, at -> new Project.Command.EvaluateProject(request.result(), at));
    }

    @POST
    @Path("/projects/{id}/closing")
    @RolesAllowed(CONSULTANT)
    @Operation(summary = "Close the project", description = "After its evaluation. Rule XSV-036.")
    public Response closeProject(@PathParam("id") UUID id) {
        return ofProject(id, Project.Command.CloseProject::new);
    }

    private Response done(UUID request, @Nullable Instant at, Function<Instant, ServiceRequestCommand> command) {
        var context = context(seen(request).tenantId(), at);
        return Answers.done(
                requests.handle(ServiceRequest.stream(request), context, command.apply(context.occurredAt())));
    }

    private Response ofProject(UUID project, Function<Instant, Project.Command> command) {
        var context = context(
                view.project(project).orElseThrow(ProblemException::notFound).tenantId(), null);
        return Answers.done(projects.handle(Project.stream(project), context, command.apply(context.occurredAt())));
    }

    private CommandContext context(UUID tenant, @Nullable Instant at) {
        return at == null ? caller.context(tenant) : caller.context(tenant, at);
    }

    private ServicesView.Request seen(UUID request) {
        return view.request(request).orElseThrow(ProblemException::notFound);
    }

    private static Response made(UUID id, nl.waarborg.eventsourcing.CommandResult<?> result, String path) {
        return Answers.created(result, URI.create(path + id), new Made(id));
    }

    private Terms agreed(UUID tenant, Instant at) {
        return terms.of(tenant).at(at).orElseThrow(ProblemException::notFound);
    }

    private @Nullable Instant assessBy(ServiceKind kind, Terms agreed, Instant at) {
        return kind == ServiceKind.SERVICE_MANAGEMENT
                ? agreed.span(TermKey.SERVICE_MANAGEMENT_ASSESS_WITHIN)
                        .map(span -> deadlines(agreed, at).after(at, span))
                        .orElse(null)
                : null;
    }

    /** The term is about service management and consultancy; success management has conditions of its own (XSV-037). */
    private @Nullable Instant cancelBy(Terms agreed, ServiceKind kind, Instant at, Instant startsAt) {
        if (kind == ServiceKind.SUCCESS_MANAGEMENT) {
            return null;
        }
        try {
            return agreed.span(TermKey.APPOINTMENT_CANCEL_BEFORE)
                    .map(span -> deadlines(agreed, at).before(startsAt, span))
                    .orElse(null);
        } catch (CalendarRefusal refusal) {
            throw ProblemException.invalidField("/startsAt", String.valueOf(refusal.getMessage()));
        }
    }

    private Deadlines deadlines(Terms agreed, Instant at) {
        return Deadlines.of(agreed, calendars.supportHours(agreed, at));
    }

    private static Duration duration(AppointmentForm request, Terms agreed) {
        if (request.duration() != null && request.days() == null) {
            if (request.duration().isNegative() || request.duration().isZero()) {
                throw ProblemException.invalidField("/duration", "must be longer than nothing");
            }
            return request.duration();
        }
        if (request.days() != null && request.duration() == null) {
            var days = request.days();
            return agreed.span(TermKey.CONSULTANCY_DAY)
                    .filter(Elapsed.class::isInstance)
                    .map(day -> ((Elapsed) day).duration().multipliedBy(days))
                    .orElseThrow(
                            () -> ProblemException.invalidField("/days", "the terms do not say how long a day is"));
        }
        throw ProblemException.invalidField("/duration", "either this or days is needed");
    }

    private static BigDecimal cents(BigDecimal euros) {
        return euros.setScale(2);
    }
}
