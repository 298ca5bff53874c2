package nl.waarborg.availability.login.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.login.domain.LoginAnomaly;
import nl.waarborg.availability.login.domain.LoginAnomalyCommand;
import nl.waarborg.availability.login.domain.LoginAnomalyCommand.InvestigateLoginAnomaly;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent;
import nl.waarborg.availability.login.projection.LoginsView;
import nl.waarborg.availability.login.projection.LoginsView.AnomalyRow;
import nl.waarborg.availability.login.projection.LoginsView.ReportRow;
import nl.waarborg.availability.login.storage.LoginEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@RolesAllowed({Roles.SECURITY_OFFICER, Roles.OPERATOR, Roles.ICT_MANAGER, Roles.AUDITOR})
@Tag(name = "logins", description = "Abnormal numbers of logins and their investigation; misuse (AVL-030, AVL-031)")
class LoginResource {

    private static final int MOST_DAYS = 100;

    private final LoginsView view;
    private final CommandHandler<LoginAnomalyCommand, LoginAnomaly, LoginAnomalyEvent> anomalies;
    private final Caller caller;

    LoginResource(
            LoginsView view,
            CommandHandler<LoginAnomalyCommand, LoginAnomaly, LoginAnomalyEvent> anomalies,
            Caller caller) {
        this.view = view;
        this.anomalies = anomalies;
        this.caller = caller;
    }

    /** @param securityIncidentId if it turned out to be one */
    record InvestigationRequest(@NotBlank @Size(max = 4000) String conclusion, @Nullable UUID securityIncidentId) {}

    @GET
    @Path("/login-anomalies")
    @Operation(summary = "The latest 500 abnormal numbers of logins, high or low; open: not investigated yet (AVL-030)")
    public List<AnomalyRow> anomalies(@QueryParam("open") @DefaultValue("false") boolean open) {
        return view.anomalies(open);
    }

    @GET
    @Path("/login-anomalies/{anomaly}")
    @Operation(summary = "One anomaly with its investigation")
    public AnomalyRow anomaly(@PathParam("anomaly") UUID anomaly) {
        return view.anomaly(anomaly).orElseThrow(ProblemException::notFound);
    }

    @POST
    @Path("/login-anomalies/{anomaly}/investigation")
    @RolesAllowed(Roles.SECURITY_OFFICER)
    @Operation(summary = "Concludes the investigation of an anomaly (AVL-030)")
    public Response investigate(@PathParam("anomaly") UUID anomaly, @NotNull @Valid InvestigationRequest request) {
        var known = view.anomaly(anomaly).orElseThrow(ProblemException::notFound);
        var context = caller.context(known.tenant());
        return Answers.done(anomalies.handle(
                LoginEventTypes.anomaly(anomaly),
                context,
                new InvestigateLoginAnomaly(
                        anomaly,
                        request.conclusion(),
                        request.securityIncidentId(),
                        caller.person().orElse(null),
                        context.occurredAt())));
    }

    @GET
    @Path("/misuse-reports")
    @Operation(
            summary = "The daily checks for misuse, also those that found nothing (AVL-031)",
            description = "At most 100 days, the latest first.")
    public List<ReportRow> reports(
            @Parameter(example = "2026-03-01") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Exclusive", example = "2026-04-01") @QueryParam("to") @Nullable String to) {
        var begins = date("/from", from);
        var ends = date("/to", to);
        if (!begins.isBefore(ends) || ChronoUnit.DAYS.between(begins, ends) > MOST_DAYS) {
            throw ProblemException.invalidField("/to", "must lie after from, at most " + MOST_DAYS + " days");
        }
        return view.reports(begins, ends);
    }

    private static LocalDate date(String pointer, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw ProblemException.invalidField(pointer, "must be a date, such as 2026-03-01");
        }
    }
}
