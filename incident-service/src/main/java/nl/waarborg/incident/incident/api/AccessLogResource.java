package nl.waarborg.incident.incident.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.incident.projection.AccessLogView;
import nl.waarborg.incident.incident.projection.AccessLogView.AccessEntry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/incidents/{id}/access-log")
@Tag(name = "incidents")
class AccessLogResource {

    private final IncidentAccess access;
    private final AccessLogView view;

    AccessLogResource(IncidentAccess access, AccessLogView view) {
        this.access = access;
        this.view = view;
    }

    @GET
    @RolesAllowed({
        Roles.INCIDENT_SUBMITTER,
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.SERVICE_MANAGER,
        Roles.SECURITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(summary = "Who looked into the customer's environment for this incident, and when (INC-052)")
    public List<AccessEntry> log(@PathParam("id") UUID id) {
        return view.of(access.seen(id).id());
    }
}
