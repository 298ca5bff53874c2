package nl.waarborg.incident.month.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.month.domain.MonthBounds;
import nl.waarborg.incident.month.projection.MonthReports;
import nl.waarborg.incident.month.projection.MonthReports.MonthReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/reports")
@RolesAllowed({
    Roles.ADMINISTRATOR,
    Roles.INCIDENT_VIEWER,
    Roles.AGREEMENT_CONTACT,
    Roles.AUTHORISED_CONTACT,
    Roles.SUPPORT_AGENT,
    Roles.FIRST_CLASS_AGENT,
    Roles.OPERATOR,
    Roles.SERVICE_MANAGER,
    Roles.AGREEMENT_MANAGER,
    Roles.ACCOUNT_MANAGER,
    Roles.BOARD,
    Roles.AUDITOR
})
@Tag(
        name = "reports",
        description = "Incidents by month, with lead times and what was kept and missed (INC-043, INC-062)")
class MonthReportResource {

    private final MonthReports reports;
    private final MonthBounds bounds;
    private final Caller caller;
    private final InstantSource clock;

    MonthReportResource(MonthReports reports, MonthBounds bounds, Caller caller, InstantSource clock) {
        this.reports = reports;
        this.bounds = bounds;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/months/{month}")
    @Operation(
            summary = "The incidents reported in a month",
            description =
                    "A customer sees its own figures, a vendor those of each of its customers and the totals. A month counts"
                            + " incidents by the time they were reported, local time. It is provisional until it is closed; what became"
                            + " known later stands as corrections beside the closed figures.")
    public MonthReport month(
            @PathParam("month") @Parameter(description = "Local month", example = "2016-03") String month,
            @QueryParam("tenant") @Nullable UUID tenant) {
        return reports.month(parse(month), scope(tenant));
    }

    @GET
    @Path("/years/{year}")
    @Operation(summary = "The months of a year, up to the running one")
    public List<MonthReport> year(@PathParam("year") int year, @QueryParam("tenant") @Nullable UUID tenant) {
        var running = bounds.of(clock.instant());
        var scope = scope(tenant);
        return Arrays.stream(Month.values())
                .map(month -> YearMonth.of(year, month))
                .filter(month -> !month.isAfter(running))
                .map(month -> reports.month(month, scope))
                .toList();
    }

    private @Nullable UUID scope(@Nullable UUID tenant) {
        return tenant == null ? caller.customerTenant().orElse(null) : caller.seen(tenant);
    }

    private YearMonth parse(String month) {
        try {
            var parsed = YearMonth.parse(month);
            if (parsed.isAfter(bounds.of(clock.instant()))) {
                throw ProblemException.invalidField("/month", "the month has not begun");
            }
            return parsed;
        } catch (DateTimeException e) {
            throw ProblemException.invalidField("/month", "a month is written as 2016-03");
        }
    }
}
