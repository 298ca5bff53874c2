package nl.waarborg.processoragreement.access.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.BOARD;
import static nl.waarborg.eventsourcing.web.Roles.CONSULTANT;
import static nl.waarborg.eventsourcing.web.Roles.FUNCTIONAL_ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.ICT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.OPERATOR;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;
import static nl.waarborg.eventsourcing.web.Roles.SUPPORT_AGENT;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.access.domain.Access;
import nl.waarborg.processoragreement.access.domain.AccessCommand;
import nl.waarborg.processoragreement.access.domain.AccessCommand.ApproveTemporaryAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.EndTemporaryAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.GrantDataAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.RecordPrivilegedAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.RequestTemporaryAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.WithdrawDataAccess;
import nl.waarborg.processoragreement.access.domain.AccessEvent;
import nl.waarborg.processoragreement.access.domain.PrivilegedPurpose;
import nl.waarborg.processoragreement.access.domain.StaffCommand;
import nl.waarborg.processoragreement.access.domain.StaffCommand.RecordStaff;
import nl.waarborg.processoragreement.access.domain.StaffDecider;
import nl.waarborg.processoragreement.access.domain.StaffEvent;
import nl.waarborg.processoragreement.access.domain.StaffRecord;
import nl.waarborg.processoragreement.access.projection.AccessKind;
import nl.waarborg.processoragreement.access.projection.AccessView;
import nl.waarborg.processoragreement.access.projection.AccessView.AccessRow;
import nl.waarborg.processoragreement.access.projection.AccessView.StaffRow;
import nl.waarborg.processoragreement.access.projection.StaffFacts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Access of the vendor's people to a customer's data, and its overview. */
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(SECURITY_OFFICER)
@Tag(name = "Access", description = "Four purposes, approved and temporary, or permitted by the customer")
public class AccessResource {

    private final CommandHandler<AccessCommand, Access, AccessEvent> commands;
    private final CommandHandler<StaffCommand, StaffDecider.OnRecord, StaffEvent> staff;
    private final AccessView view;
    private final StaffFacts facts;
    private final Caller caller;

    AccessResource(
            CommandHandler<AccessCommand, Access, AccessEvent> commands,
            CommandHandler<StaffCommand, StaffDecider.OnRecord, StaffEvent> staff,
            AccessView view,
            StaffFacts facts,
            Caller caller) {
        this.commands = commands;
        this.staff = staff;
        this.view = view;
        this.facts = facts;
        this.caller = caller;
    }

    record StaffForm(
            StaffRecord kind,
            LocalDate date,
            @Schema(description = "Last day, of a certificate that ends") @Nullable LocalDate validTo,
            @Schema(description = "Where the document lies", examples = "HR-2026-118") @NotBlank @Size(max = 200)
                    String documentRef) {}

    record PrivilegedForm(
            UUID tenantId,
            @Schema(description = "The operator; the caller, if absent") @Nullable UUID employeeId,
            PrivilegedPurpose purpose,
            @Nullable UUID environmentId,
            Instant from,
            Instant to) {}

    record TemporaryForm(UUID tenantId, @Nullable UUID environmentId, @NotBlank @Size(max = 2000) String reason) {}

    record ApprovalForm(@Schema(description = "When it ends by itself") Instant until) {}

    record GrantForm(UUID employeeId, @Schema(examples = "Payroll of 2026") @NotBlank @Size(max = 2000) String scope) {}

    record Given(UUID accessId) {}

    @GET
    @Path("/tenants/{tenantId}/access")
    @RolesAllowed({SECURITY_OFFICER, ICT_MANAGER, AUDITOR, ADMINISTRATOR, FUNCTIONAL_ADMINISTRATOR, PRIVACY_CONTACT})
    @Operation(
            summary = "Show who had access to what",
            description =
                    "Every access of the vendor's people to this customer's data, that of the service desk too; of a time, if one is given. Rules PRA-020, PRA-021, PRA-022, PRA-023.")
    public List<AccessRow> overview(
            @PathParam("tenantId") UUID tenant,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalidField("/to", "must lie after from");
        }
        return view.overview(caller.seen(tenant), from, to);
    }

    @POST
    @Path("/privileged-access")
    @RolesAllowed(OPERATOR)
    @Operation(
            summary = "Record full access of a system administrator",
            description = "For exactly four purposes. Rule PRA-020.")
    @APIResponse(
            responseCode = "201",
            description = "It is in the overview",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Given.class)))
    public Response privileged(@NotNull @Valid PrivilegedForm request) {
        var context = caller.context(caller.seen(request.tenantId()));
        var id = UuidCreator.getTimeOrderedEpoch();
        return created(commands.handle(
                Access.stream(id),
                context,
                new RecordPrivilegedAccess(
                        id,
                        request.employeeId() == null ? caller.namedPerson() : request.employeeId(),
                        request.purpose(),
                        request.environmentId(),
                        request.from(),
                        request.to(),
                        context.occurredAt())));
    }

    @GET
    @Path("/temporary-access/requests")
    @RolesAllowed({ICT_MANAGER, SECURITY_OFFICER})
    @Operation(summary = "List temporary access that waits for approval", description = "Rule PRA-021.")
    public List<AccessRow> requested() {
        return view.requested();
    }

    @POST
    @Path("/temporary-access")
    @RolesAllowed({SUPPORT_AGENT, OPERATOR, CONSULTANT})
    @Operation(
            summary = "Request temporary access",
            description = "In a necessary case; the ICT manager approves it, or it never begins. Rule PRA-021.")
    @APIResponse(
            responseCode = "201",
            description = "It waits for approval",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Given.class)))
    public Response request(@NotNull @Valid TemporaryForm request) {
        var context = caller.context(caller.seen(request.tenantId()));
        var id = UuidCreator.getTimeOrderedEpoch();
        return created(commands.handle(
                Access.stream(id),
                context,
                new RequestTemporaryAccess(
                        id, caller.namedPerson(), request.environmentId(), request.reason(), context.occurredAt())));
    }

    @POST
    @Path("/temporary-access/{id}/approval")
    @RolesAllowed(ICT_MANAGER)
    @Operation(
            summary = "Approve temporary access",
            description = "It begins now and ends by itself. Rules PRA-016, PRA-021, PRA-023.")
    public Response approve(@PathParam("id") UUID id, @NotNull @Valid ApprovalForm request) {
        var access = seen(id, AccessKind.TEMPORARY);
        var context = caller.context(access.tenantId());
        return Answers.done(commands.handle(
                Access.stream(id),
                context,
                new ApproveTemporaryAccess(
                        caller.namedPerson(),
                        request.until(),
                        access.employeeId() == null
                                ? Set.of()
                                : facts.lacking(
                                        caller.provider(),
                                        access.tenantId(),
                                        access.employeeId(),
                                        context.occurredAt()),
                        context.occurredAt())));
    }

    @POST
    @Path("/temporary-access/{id}/end")
    @RolesAllowed({ICT_MANAGER, SECURITY_OFFICER, SUPPORT_AGENT, OPERATOR, CONSULTANT})
    @Operation(summary = "End temporary access before its time", description = "Rule PRA-021.")
    public Response end(@PathParam("id") UUID id) {
        var context = caller.context(seen(id, AccessKind.TEMPORARY).tenantId());
        return Answers.done(
                commands.handle(Access.stream(id), context, new EndTemporaryAccess(false, context.occurredAt())));
    }

    @POST
    @Path("/tenants/{tenantId}/data-access")
    @RolesAllowed({ADMINISTRATOR, FUNCTIONAL_ADMINISTRATOR})
    @Operation(
            summary = "Permit an employee of the vendor",
            description =
                    "The customer's explicit permission; refused while the employee has not been instructed or has not declared confidentiality, where the terms ask for it. Rules PRA-016, PRA-022, PRA-023.")
    @APIResponse(
            responseCode = "201",
            description = "The employee has access",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Given.class)))
    public Response grant(@PathParam("tenantId") UUID tenant, @NotNull @Valid GrantForm request) {
        var context = caller.context(caller.seen(tenant));
        var id = UuidCreator.getTimeOrderedEpoch();
        return created(commands.handle(
                Access.stream(id),
                context,
                new GrantDataAccess(
                        id,
                        request.employeeId(),
                        request.scope(),
                        context.actor().id(),
                        facts.lacking(caller.provider(), tenant, request.employeeId(), context.occurredAt()),
                        context.occurredAt())));
    }

    @POST
    @Path("/data-access/{id}/withdrawal")
    @RolesAllowed({ADMINISTRATOR, FUNCTIONAL_ADMINISTRATOR})
    @Operation(summary = "Withdraw a permission", description = "Rule PRA-022.")
    public Response withdraw(@PathParam("id") UUID id) {
        var context = caller.context(seen(id, AccessKind.DATA).tenantId());
        return Answers.done(commands.handle(
                Access.stream(id),
                context,
                new WithdrawDataAccess(context.actor().id(), context.occurredAt())));
    }

    @GET
    @Path("/staff")
    @RolesAllowed({SECURITY_OFFICER, AUDITOR, BOARD})
    @Operation(summary = "List what is on record of the staff", description = "Rules PRA-016, PRA-023.")
    public List<StaffRow> staff() {
        return view.staff();
    }

    @POST
    @Path("/staff/{employeeId}/records")
    @Operation(
            summary = "Put a declaration, instruction or certificate on record",
            description = "A certificate of conduct is told to the service desk. Rules PRA-016, PRA-023.")
    public Response record(@PathParam("employeeId") UUID employee, @NotNull @Valid StaffForm request) {
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(staff.handle(
                StaffDecider.stream(caller.provider(), employee),
                context,
                new RecordStaff(
                        request.kind(),
                        caller.provider(),
                        employee,
                        request.date(),
                        request.validTo(),
                        request.documentRef(),
                        context.occurredAt())));
    }

    private static Response created(CommandResult<AccessEvent> result) {
        var id = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/access/" + id), new Given(id));
    }

    private AccessRow seen(UUID id, AccessKind kind) {
        return view.find(id).filter(access -> access.kind() == kind).orElseThrow(ProblemException::notFound);
    }
}
