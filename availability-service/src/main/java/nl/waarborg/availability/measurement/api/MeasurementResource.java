package nl.waarborg.availability.measurement.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.measurement.domain.SuspectedOutage;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand.AssessSuspectedOutage;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent;
import nl.waarborg.availability.measurement.projection.MeasurementsView;
import nl.waarborg.availability.measurement.projection.MeasurementsView.MeasuredSystem;
import nl.waarborg.availability.measurement.projection.MeasurementsView.ReconstructedSample;
import nl.waarborg.availability.measurement.projection.MeasurementsView.SuspicionRow;
import nl.waarborg.availability.measurement.storage.MeasurementEventTypes;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "measurements", description = "What monitors saw of the platform, and what it suggests (AVL-009, AVL-027)")
class MeasurementResource {

    private static final Duration LONGEST = Duration.ofDays(32);
    private static final Duration LONGEST_OF_SAMPLES = Duration.ofDays(1);

    private final MeasurementsView view;
    private final CommandHandler<SuspectedOutageCommand, SuspectedOutage, SuspectedOutageEvent> suspicions;
    private final Caller caller;

    MeasurementResource(
            MeasurementsView view,
            CommandHandler<SuspectedOutageCommand, SuspectedOutage, SuspectedOutageEvent> suspicions,
            Caller caller) {
        this.view = view;
        this.suspicions = suspicions;
        this.caller = caller;
    }

    /** @param outage whether it is one; then an outage is started for it */
    record AssessmentRequest(@NotNull Boolean outage, @NotBlank @Size(max = 2000) String reason) {}

    @GET
    @Path("/measurements")
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ICT_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @Operation(
            summary = "What was measured of each system within a period of at most 32 days",
            description = "Up, down and unmeasured seconds, and the coverage: the measurements are decisive (AVL-009)")
    public List<MeasuredSystem> systems(
            @Parameter(example = "2026-03-01T00:00:00Z") @QueryParam("from") @Nullable String from,
            @Parameter(example = "2026-03-02T00:00:00Z") @QueryParam("to") @Nullable String to) {
        return view.systems(period(from, to, LONGEST));
    }

    @GET
    @Path("/measurements/{system}")
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ICT_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "What was measured of one system within a period of at most 32 days")
    public MeasuredSystem system(
            @PathParam("system") String system,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return view.system(system, period(from, to, LONGEST)).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("/measurements/{system}/samples")
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ICT_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @Operation(
            summary = "Every probe's verdicts on one system within a period of at most a day",
            description = "As evidence, by the second: what the folded samples still tell (AVL-009)")
    public List<ReconstructedSample> samples(
            @PathParam("system") String system,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return view.samples(system, period(from, to, LONGEST_OF_SAMPLES));
    }

    @GET
    @Path("/suspected-outages")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER, Roles.ICT_MANAGER, Roles.SUPPORT_AGENT})
    @Operation(summary = "The latest 500 outages that the monitors suggest (AVL-027)")
    public List<SuspicionRow> suspicions() {
        return view.suspicions();
    }

    @POST
    @Path("/suspected-outages/{suspicion}/assessment")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Judges a suspicion: it is an outage, which is then started, or the monitors were mistaken")
    public Response assess(@PathParam("suspicion") UUID suspicion, @NotNull @Valid AssessmentRequest request) {
        var known = view.suspicion(suspicion).orElseThrow(ProblemException::notFound);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(suspicions.handle(
                MeasurementEventTypes.suspicions(caller.provider(), known.systemId()),
                context,
                new AssessSuspectedOutage(
                        suspicion,
                        request.outage(),
                        request.reason(),
                        caller.person().orElse(null),
                        context.occurredAt())));
    }

    private static Interval period(@Nullable String from, @Nullable String to, Duration longest) {
        var begins = instant("/from", from);
        var ends = instant("/to", to);
        if (!begins.isBefore(ends)) {
            throw ProblemException.invalidField("/to", "must lie after from");
        }
        if (Duration.between(begins, ends).compareTo(longest) > 0) {
            throw ProblemException.invalidField("/to", "at most " + longest + " after from");
        }
        return new Interval(begins, ends);
    }

    private static Instant instant(String pointer, @Nullable String text) {
        if (text == null) {
            throw ProblemException.invalidField(pointer, "is required");
        }
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw ProblemException.invalidField(pointer, "must be a time with offset (RFC 3339)");
        }
    }
}
