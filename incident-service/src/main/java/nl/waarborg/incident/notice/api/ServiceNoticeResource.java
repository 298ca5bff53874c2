package nl.waarborg.incident.notice.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.notice.projection.ServiceNoticesView;
import nl.waarborg.incident.notice.projection.ServiceNoticesView.Notice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/service-notices")
@Tag(name = "service notices", description = "Known outages, maintenance, new versions and disasters")
class ServiceNoticeResource {

    private final ServiceNoticesView view;
    private final Caller caller;

    ServiceNoticeResource(ServiceNoticesView view, Caller caller) {
        this.view = view;
        this.caller = caller;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notices(List<Notice> items) {}

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
        Roles.SERVICE_MANAGER
    })
    @Operation(
            summary = "What is known to be wrong, or being worked on, the latest first",
            description = "The portal shows it before a report is made; a report names the outage that it is about.")
    public Notices notices(@QueryParam("tenant") @Nullable UUID tenant, @QueryParam("open") @Nullable Boolean open) {
        return new Notices(
                view.notices(tenant == null ? caller.customerTenant().orElse(null) : caller.seen(tenant), open));
    }
}
