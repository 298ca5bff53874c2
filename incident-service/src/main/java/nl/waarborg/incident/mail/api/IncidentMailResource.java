package nl.waarborg.incident.mail.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.mail.projection.IncidentMailsView;
import nl.waarborg.incident.mail.projection.IncidentMailsView.MailRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/incident-mails")
@Tag(
        name = "mails",
        description =
                "That the submitter of an incident was told of each change (INC-006, INC-007), and Administrators of each date of a"
                        + " migration (AVL-038, AVL-039)")
class IncidentMailResource {

    private static final int SHOWN = 500;

    private final IncidentMailsView view;

    IncidentMailResource(IncidentMailsView view) {
        this.view = view;
    }

    @GET
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    @Operation(summary = "The latest 500 mails: of one incident, of one state, or all")
    public List<MailRow> list(
            @QueryParam("incident") @Nullable UUID incident,
            @QueryParam("state") @DefaultValue("") @Pattern(regexp = "|DUE|FAILED|SENT") String state) {
        return view.mails(incident, state, SHOWN);
    }
}
