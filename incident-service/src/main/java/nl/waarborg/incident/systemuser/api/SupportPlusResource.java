package nl.waarborg.incident.systemuser.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.api.AssignedAdministrator;
import nl.waarborg.incident.systemuser.domain.SupportPlus;
import nl.waarborg.incident.systemuser.domain.SupportPlusCommand;
import nl.waarborg.incident.systemuser.domain.SupportPlusCommand.ActivateSupportPlus;
import nl.waarborg.incident.systemuser.domain.SupportPlusCommand.DeactivateSupportPlus;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent;
import nl.waarborg.incident.systemuser.projection.SystemUsersView;
import nl.waarborg.incident.systemuser.projection.SystemUsersView.SupportPlusRow;
import nl.waarborg.incident.systemuser.storage.SystemUserEventTypes;
import nl.waarborg.tenants.api.RequestedTenant;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.TermKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/support-plus")
@Tag(
        name = "Support+",
        description = "Vendor employees are added by themselves while a request is open, free of charge")
class SupportPlusResource {

    private final CommandHandler<SupportPlusCommand, SupportPlus, SupportPlusEvent> supportPlus;
    private final SystemUsersView view;
    private final AgreedWithTenants tenants;
    private final AssignedAdministrator administrator;
    private final Caller caller;

    SupportPlusResource(
            CommandHandler<SupportPlusCommand, SupportPlus, SupportPlusEvent> supportPlus,
            SystemUsersView view,
            AgreedWithTenants tenants,
            AssignedAdministrator administrator,
            Caller caller) {
        this.supportPlus = supportPlus;
        this.view = view;
        this.tenants = tenants;
        this.administrator = administrator;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.SERVICE_MANAGER,
        Roles.CONSULTANT,
        Roles.AUDITOR
    })
    @Operation(summary = "Whether Support+ is on")
    public SupportPlusRow read(@QueryParam("tenant") @Nullable UUID tenant) {
        return view.supportPlus(RequestedTenant.of(caller, tenant));
    }

    @PUT
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Switches Support+ on (INC-055)")
    public Response activate() {
        var tenant = caller.tenant();
        var context = caller.context(tenant);
        var available = tenants.of(tenant)
                .termsAt(context.occurredAt())
                .filter(terms -> terms.flag(TermKey.SUPPORT_PLUS_AVAILABLE))
                .isPresent();
        return Answers.done(supportPlus.handle(
                SystemUserEventTypes.supportPlus(tenant),
                context,
                new ActivateSupportPlus(
                        administrator.of(caller, tenant, context.occurredAt()), available, context.occurredAt())));
    }

    @DELETE
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Switches Support+ off; what it granted is blocked")
    public Response deactivate() {
        var tenant = caller.tenant();
        var context = caller.context(tenant);
        return Answers.done(supportPlus.handle(
                SystemUserEventTypes.supportPlus(tenant),
                context,
                new DeactivateSupportPlus(
                        administrator.of(caller, tenant, context.occurredAt()), context.occurredAt())));
    }
}
