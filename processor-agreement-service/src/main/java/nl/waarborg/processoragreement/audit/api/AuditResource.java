package nl.waarborg.processoragreement.audit.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.audit.domain.Audit;
import nl.waarborg.processoragreement.audit.domain.AuditCommand;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.AnnounceSupervisorAudit;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.CompleteAudit;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.GrantAuditorAccess;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.RequestAudit;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.ScheduleAudit;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.SettleAuditCosts;
import nl.waarborg.processoragreement.audit.domain.AuditEvent;
import nl.waarborg.processoragreement.audit.domain.AuditTerms;
import nl.waarborg.processoragreement.audit.projection.AuditsView;
import nl.waarborg.processoragreement.audit.projection.AuditsView.AuditRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Audits of the vendor, by the customer's auditors or the supervisor's. */
@Path("/api/v1/audits")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(SECURITY_OFFICER)
@Tag(name = "Audits", description = "Independent, scheduled, with access, and settled by the terms")
public class AuditResource {

    private final CommandHandler<AuditCommand, Audit, AuditEvent> commands;
    private final AuditsView view;
    private final AgreedTerms agreed;
    private final Caller caller;

    AuditResource(
            CommandHandler<AuditCommand, Audit, AuditEvent> commands,
            AuditsView view,
            AgreedTerms agreed,
            Caller caller) {
        this.commands = commands;
        this.view = view;
        this.agreed = agreed;
        this.caller = caller;
    }

    enum Supervisor {
        AP,
        GBA
    }

    record Request(
            @NotBlank @Size(max = 200) String auditor,
            @Schema(description = "The auditor is independent of both parties") boolean independent,
            @NotBlank @Size(max = 10_000) String scope) {}

    record Announcement(
            UUID tenantId,
            Supervisor supervisor,
            @NotBlank @Size(max = 10_000) String scope,
            boolean concernsCustomer,
            boolean noticeForbidden) {}

    record Days(LocalDate from, LocalDate through) {}

    record Opened(
            @Schema(description = "Facilities, staff and documents") @NotBlank @Size(max = 10_000) String access) {}

    record Completed(@NotBlank @Size(max = 50_000) String findings, boolean importantFailure) {}

    record Costs(
            @Schema(examples = "12500.00")
                    @Pattern(regexp = "\\d{1,12}\\.\\d{2}", message = "must be an amount with two decimals")
                    String total,
            @Schema(examples = "5000.00")
                    @Pattern(regexp = "\\d{1,12}\\.\\d{2}", message = "must be an amount with two decimals")
                    String vendorShare,
            @Schema(description = "The parties agreed otherwise for this audit") boolean agreedOtherwise) {}

    record Named(UUID auditId) {}

    @GET
    @RolesAllowed({
        SECURITY_OFFICER,
        AGREEMENT_MANAGER,
        AUDITOR,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(summary = "List audits", description = "The latest first. Rule PRA-028.")
    public Page<AuditRow> list(@Valid @BeanParam PageQuery page) {
        Optional<UUID> after = page.after(1, key -> UUID.fromString(key.getFirst()));
        return Page.of(
                view.list(after, page.fetch()),
                page,
                last -> List.of(last.auditId().toString()));
    }

    @POST
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT, PRIVACY_CONTACT, AUTHORISED_CONTACT})
    @Operation(summary = "Request an audit", description = "By an independent auditor. Rules PRA-028, PRA-031.")
    @APIResponse(
            responseCode = "201",
            description = "To be scheduled",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Named.class)))
    public Response request(@NotNull @Valid Request request) {
        var context = caller.context(caller.tenant());
        var id = UuidCreator.getTimeOrderedEpoch();
        return created(commands.handle(
                Audit.stream(id),
                context,
                new RequestAudit(
                        id,
                        request.auditor(),
                        request.independent(),
                        request.scope(),
                        terms(context),
                        context.occurredAt())));
    }

    @POST
    @Path("/by-supervisor")
    @Operation(
            summary = "Inform a customer of an audit by the supervisor",
            description = "If it concerns the customer's data, and the law does not forbid the notice. Rule PRA-029.")
    @APIResponse(
            responseCode = "201",
            description = "The customer sees it",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Named.class)))
    public Response announce(@NotNull @Valid Announcement request) {
        var context = caller.context(caller.seen(request.tenantId()));
        var id = UuidCreator.getTimeOrderedEpoch();
        return created(commands.handle(
                Audit.stream(id),
                context,
                new AnnounceSupervisorAudit(
                        id,
                        request.supervisor().name(),
                        request.scope(),
                        request.concernsCustomer(),
                        request.noticeForbidden(),
                        context.occurredAt())));
    }

    @POST
    @Path("/{id}/schedule")
    @Operation(summary = "Agree on the days of an audit", description = "Rule PRA-028.")
    public Response schedule(@PathParam("id") UUID id, @NotNull @Valid Days request) {
        return done(context(id), id, new ScheduleAudit(request.from(), request.through()));
    }

    @POST
    @Path("/{id}/access")
    @Operation(summary = "Give the auditor access", description = "To all that the audit needs. Rule PRA-031.")
    public Response open(@PathParam("id") UUID id, @NotNull @Valid Opened request) {
        var context = context(id);
        return done(context, id, new GrantAuditorAccess(request.access(), context.occurredAt()));
    }

    @POST
    @Path("/{id}/completion")
    @Operation(summary = "Record what an audit found", description = "Rules PRA-028, PRA-030.")
    public Response complete(@PathParam("id") UUID id, @NotNull @Valid Completed request) {
        var context = context(id);
        return done(
                context, id, new CompleteAudit(request.findings(), request.importantFailure(), context.occurredAt()));
    }

    @POST
    @Path("/{id}/costs")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Settle the costs of an audit",
            description =
                    "All for the customer, unless the vendor failed on important points or, where the terms say so, the parties agreed otherwise. Rules PRA-030, PRA-031.")
    public Response settle(@PathParam("id") UUID id, @NotNull @Valid Costs request) {
        var context = context(id);
        return done(
                context,
                id,
                new SettleAuditCosts(
                        new BigDecimal(request.total()),
                        new BigDecimal(request.vendorShare()),
                        request.agreedOtherwise(),
                        terms(context)));
    }

    private Response done(CommandContext context, UUID id, AuditCommand command) {
        return Answers.done(commands.handle(Audit.stream(id), context, command));
    }

    private static Response created(CommandResult<AuditEvent> result) {
        var id = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/audits/" + id), new Named(id));
    }

    private CommandContext context(UUID id) {
        return caller.context(
                view.find(id).orElseThrow(ProblemException::notFound).tenantId());
    }

    private AuditTerms terms(CommandContext context) {
        return agreed.of(context.tenant())
                .at(context.occurredAt())
                .map(AuditTerms::of)
                .orElseThrow(ProblemException::notFound);
    }
}
