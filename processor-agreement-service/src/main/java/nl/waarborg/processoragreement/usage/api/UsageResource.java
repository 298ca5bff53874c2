package nl.waarborg.processoragreement.usage.api;

import static nl.waarborg.eventsourcing.web.Roles.CONSULTANT;
import static nl.waarborg.eventsourcing.web.Roles.FIRST_CLASS_AGENT;
import static nl.waarborg.eventsourcing.web.Roles.ICT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.OPERATOR;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.SUPPORT_AGENT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.usage.projection.UsageView;
import nl.waarborg.processoragreement.usage.projection.UsageView.UsageRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statistics for those who improve the software and help customers to use it; neither for sales nor for anyone outside. */
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({SUPPORT_AGENT, FIRST_CLASS_AGENT, SERVICE_MANAGER, CONSULTANT})
@Tag(name = "Usage statistics", description = "Used to improve software and services only")
public class UsageResource {

    private final UsageView view;
    private final Caller caller;

    UsageResource(UsageView view, Caller caller) {
        this.view = view;
        this.caller = caller;
    }

    @GET
    @Path("/usage-statistics")
    @RolesAllowed({SUPPORT_AGENT, FIRST_CLASS_AGENT, SERVICE_MANAGER, CONSULTANT, OPERATOR, ICT_MANAGER})
    @Operation(
            summary = "Read anonymous statistics of use",
            description = "Per function, over days; no customer can be told from them. Rule XSV-049.")
    public List<UsageRow> anonymous(
            @Parameter(description = "First day", example = "2026-03-01") @NotNull @QueryParam("from") LocalDate from,
            @Parameter(description = "Last day", example = "2026-03-31") @NotNull @QueryParam("through")
                    LocalDate through) {
        forward(from, through);
        return view.anonymous(from, through);
    }

    @GET
    @Path("/tenants/{tenantId}/usage-statistics")
    @Operation(
            summary = "Read a customer's statistics of use",
            description = "For the service departments, to help it: they name no person. Rule XSV-049.")
    public List<UsageRow> of(
            @PathParam("tenantId") UUID tenant,
            @Parameter(description = "First day", example = "2026-03-01") @NotNull @QueryParam("from") LocalDate from,
            @Parameter(description = "Last day", example = "2026-03-31") @NotNull @QueryParam("through")
                    LocalDate through) {
        forward(from, through);
        return view.of(caller.seen(tenant), from, through);
    }

    private static void forward(LocalDate from, LocalDate through) {
        if (through.isBefore(from)) {
            throw ProblemException.invalidField("/through", "must not be before from");
        }
    }
}
