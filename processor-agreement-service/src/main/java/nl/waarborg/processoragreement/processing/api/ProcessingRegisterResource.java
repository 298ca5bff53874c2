package nl.waarborg.processoragreement.processing.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.CONSULTANT;
import static nl.waarborg.eventsourcing.web.Roles.OPERATOR;
import static nl.waarborg.eventsourcing.web.Roles.PAYROLL_PROCESSOR;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.processing.domain.LegalBasis;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegister;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.DeclareLegalBasis;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RecordDpia;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RegisterDataCategory;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RegisterProcessingActivity;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RequestAdvice;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent;
import nl.waarborg.processoragreement.processing.domain.Responsibility;
import nl.waarborg.processoragreement.processing.domain.Sensitivity;
import nl.waarborg.processoragreement.processing.projection.ProcessingView;
import nl.waarborg.processoragreement.processing.projection.ProcessingView.CategoryRow;
import nl.waarborg.processoragreement.processing.projection.ProcessingView.Register;
import nl.waarborg.terms.AgreedCalendars;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is processed for a customer: the customer decides on it. */
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT, PRIVACY_CONTACT, AUTHORISED_CONTACT})
@Tag(name = "Processing", description = "The customer decides what is processed, and instructs")
public class ProcessingRegisterResource {

    private final CommandHandler<ProcessingRegisterCommand, ProcessingRegister, ProcessingRegisterEvent> commands;
    private final ProcessingView view;
    private final AgreedTerms agreed;
    private final InstantSource clock;
    private final Caller caller;

    ProcessingRegisterResource(
            CommandHandler<ProcessingRegisterCommand, ProcessingRegister, ProcessingRegisterEvent> commands,
            ProcessingView view,
            AgreedTerms agreed,
            InstantSource clock,
            Caller caller) {
        this.commands = commands;
        this.view = view;
        this.agreed = agreed;
        this.clock = clock;
        this.caller = caller;
    }

    record ActivityForm(
            @Schema(examples = "Payroll") @NotBlank @Size(max = 500) String purpose,
            @Schema(description = "How long, or until when, data are kept", examples = "7 years after the wage year")
                    @NotBlank
                    @Size(max = 500)
                    String retention,
            @Schema(description = "To whom data are given", examples = "Tax authority, pension fund")
                    @NotBlank
                    @Size(max = 2000)
                    String recipients) {}

    record BasisForm(LegalBasis basis, @Nullable @Size(min = 1, max = 2000) String explanation) {}

    record CategoryForm(
            @Schema(examples = "Sick leave") @NotBlank @Size(max = 200) String name,
            Sensitivity sensitivity,
            @Schema(description = "A field or category that the customer added itself") boolean custom) {}

    record AdviceForm(@NotBlank @Size(max = 2000) String subject) {}

    record DpiaForm(
            @Schema(description = "Day on which it was finished, Europe/Amsterdam", examples = "2026-03-31")
                    LocalDate madeOn,
            @Schema(description = "Where it lies", examples = "DPIA-2026-4") @NotBlank @Size(max = 200)
                    String documentRef) {}

    record Named(UUID activityId) {}

    record Asked(UUID adviceId) {}

    @GET
    @Path("/tenants/{tenantId}/processing-register")
    @RolesAllowed({
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT,
        SECURITY_OFFICER,
        AGREEMENT_MANAGER,
        AUDITOR,
        OPERATOR,
        PAYROLL_PROCESSOR,
        CONSULTANT
    })
    @Operation(
            summary = "Show the processing register",
            description =
                    "Purposes with retention, recipients, declared ground and assessment; categories of data; requests for advice. Rules PRA-009, PRA-012, PRA-013, PRA-015.")
    public Register register(@PathParam("tenantId") UUID tenant) {
        return view.register(caller.seen(tenant));
    }

    @GET
    @Path("/tenants/{tenantId}/personal-data")
    @RolesAllowed({
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT,
        SECURITY_OFFICER,
        AGREEMENT_MANAGER,
        AUDITOR,
        OPERATOR,
        PAYROLL_PROCESSOR,
        CONSULTANT
    })
    @Operation(
            summary = "Show all personal data that are processed",
            description = "By category, with those that the customer added itself. Rules PRA-013, PRA-014.")
    public List<CategoryRow> personalData(@PathParam("tenantId") UUID tenant) {
        return view.categories(caller.seen(tenant));
    }

    @GET
    @Path("/tenants/{tenantId}/responsibilities")
    @RolesAllowed({
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT,
        SECURITY_OFFICER,
        AGREEMENT_MANAGER,
        AUDITOR,
        OPERATOR,
        PAYROLL_PROCESSOR,
        CONSULTANT
    })
    @Operation(
            summary = "Show who is responsible for what",
            description = "As the terms in force put it. Rule PRA-027.")
    public List<Responsibility> responsibilities(@PathParam("tenantId") UUID tenant) {
        return agreed.of(caller.seen(tenant))
                .at(clock.instant())
                .map(Responsibility::of)
                .orElseThrow(ProblemException::notFound);
    }

    @POST
    @Path("/tenants/{tenantId}/processing-activities")
    @Operation(
            summary = "Register a purpose of processing",
            description = "Data are processed for registered purposes and no other. Rule PRA-009.")
    @APIResponse(
            responseCode = "201",
            description = "It stands in the register",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Named.class)))
    public Response activity(@PathParam("tenantId") UUID tenant, @NotNull @Valid ActivityForm request) {
        var context = caller.context(caller.seen(tenant));
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(ProcessingRegister.stream(tenant), context, command(id, request, context));
        return Answers.created(result, URI.create("/api/v1/tenants/" + tenant + "/processing-register"), new Named(id));
    }

    @PUT
    @Path("/tenants/{tenantId}/processing-activities/{activityId}")
    @Operation(
            summary = "Change a purpose of processing",
            description = "What was registered before stays in the history. Rule PRA-009.")
    public Response change(
            @PathParam("tenantId") UUID tenant,
            @PathParam("activityId") UUID id,
            @NotNull @Valid ActivityForm request) {
        existing(tenant, id);
        var context = caller.context(tenant);
        return Answers.done(commands.handle(ProcessingRegister.stream(tenant), context, command(id, request, context)));
    }

    @POST
    @Path("/tenants/{tenantId}/processing-activities/{activityId}/legal-basis")
    @Operation(
            summary = "Declare the ground of a purpose",
            description = "The customer guarantees that it is lawful. Rule PRA-012.")
    public Response declare(
            @PathParam("tenantId") UUID tenant, @PathParam("activityId") UUID id, @NotNull @Valid BasisForm request) {
        existing(tenant, id);
        var context = caller.context(tenant);
        return Answers.done(commands.handle(
                ProcessingRegister.stream(tenant),
                context,
                new DeclareLegalBasis(id, request.basis(), request.explanation(), context.occurredAt())));
    }

    @POST
    @Path("/tenants/{tenantId}/processing-activities/{activityId}/dpia")
    @Operation(
            summary = "Record an assessment of the effects on data protection",
            description = "The customer makes it where it is mandatory or wished. Rule PRA-015.")
    public Response assess(
            @PathParam("tenantId") UUID tenant, @PathParam("activityId") UUID id, @NotNull @Valid DpiaForm request) {
        existing(tenant, id);
        var context = caller.context(tenant);
        if (request.madeOn()
                .isAfter(context.occurredAt().atZone(AgreedCalendars.ZONE).toLocalDate())) {
            throw ProblemException.invalidField("/madeOn", "must not lie in the future");
        }
        return Answers.done(commands.handle(
                ProcessingRegister.stream(tenant),
                context,
                new RecordDpia(id, request.madeOn(), request.documentRef(), context.occurredAt())));
    }

    @POST
    @Path("/tenants/{tenantId}/data-categories")
    @Operation(
            summary = "Register a category of personal data",
            description = "The name again replaces it. Rules PRA-013, PRA-014.")
    public Response category(@PathParam("tenantId") UUID tenant, @NotNull @Valid CategoryForm request) {
        var context = caller.context(caller.seen(tenant));
        return Answers.done(commands.handle(
                ProcessingRegister.stream(tenant),
                context,
                new RegisterDataCategory(
                        request.name(), request.sensitivity(), request.custom(), context.occurredAt())));
    }

    @POST
    @Path("/tenants/{tenantId}/advice-requests")
    @Operation(
            summary = "Ask whether the service fits a processing",
            description = "The vendor can advise at its normal rate; the judgement stays the customer's. Rule PRA-015.")
    @APIResponse(
            responseCode = "201",
            description = "The vendor was asked",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Asked.class)))
    public Response advice(@PathParam("tenantId") UUID tenant, @NotNull @Valid AdviceForm request) {
        var context = caller.context(caller.seen(tenant));
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(
                ProcessingRegister.stream(tenant),
                context,
                new RequestAdvice(id, request.subject(), context.occurredAt()));
        return Answers.created(result, URI.create("/api/v1/tenants/" + tenant + "/processing-register"), new Asked(id));
    }

    private static RegisterProcessingActivity command(UUID id, ActivityForm form, CommandContext context) {
        return new RegisterProcessingActivity(
                id, form.purpose(), form.retention(), form.recipients(), context.occurredAt());
    }

    private void existing(UUID tenant, UUID activity) {
        if (view.register(caller.seen(tenant)).activities().stream()
                .noneMatch(known -> known.activityId().equals(activity))) {
            throw ProblemException.notFound();
        }
    }
}
