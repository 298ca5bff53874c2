package nl.waarborg.availability.performance.api;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import nl.waarborg.availability.performance.domain.Improvement;
import nl.waarborg.availability.performance.domain.ImprovementCommand;
import nl.waarborg.availability.performance.domain.ImprovementCommand.RecordPerformanceImprovement;
import nl.waarborg.availability.performance.domain.ImprovementEvent;
import nl.waarborg.availability.performance.projection.PerformanceView;
import nl.waarborg.availability.performance.projection.PerformanceView.By;
import nl.waarborg.availability.performance.projection.PerformanceView.ComplaintRow;
import nl.waarborg.availability.performance.projection.PerformanceView.CorrectionRow;
import nl.waarborg.availability.performance.projection.PerformanceView.ImprovementRow;
import nl.waarborg.availability.performance.projection.PerformanceView.MonthRow;
import nl.waarborg.availability.performance.projection.PerformanceView.ResponseTimeDay;
import nl.waarborg.availability.performance.storage.PerformanceEventTypes;
import nl.waarborg.availability.system.domain.EnvironmentKind;
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

@Path("/api/v1/performance")
@RolesAllowed({
    Roles.OPERATOR,
    Roles.SERVICE_MANAGER,
    Roles.ICT_MANAGER,
    Roles.SUPPORT_AGENT,
    Roles.FIRST_CLASS_AGENT,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
})
@Tag(
        name = "performance",
        description = "Response times, months, complaints, improvements (AVL-019 to AVL-024, AVL-032)")
class PerformanceResource {

    private static final int MOST_DAYS = 100;

    private final PerformanceView view;
    private final CommandHandler<ImprovementCommand, Improvement, ImprovementEvent> improvements;
    private final Caller caller;

    PerformanceResource(
            PerformanceView view,
            CommandHandler<ImprovementCommand, Improvement, ImprovementEvent> improvements,
            Caller caller) {
        this.view = view;
        this.improvements = improvements;
        this.caller = caller;
    }

    /** @param since first local day on which it was in use */
    record ImprovementRequest(
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 200) String> functions,
            @NotBlank @Size(max = 4000) String description,
            @NotNull LocalDate since) {}

    /** @param corrections by what came after it was closed, oldest first */
    record MonthAnswer(MonthRow month, List<CorrectionRow> corrections) {}

    @GET
    @Path("/response-times")
    @Operation(
            summary = "Response times by local day: mean, percentiles, failed checks",
            description = "At most 100 days. Grouped by what may explain a deviation (AVL-022), if asked.")
    public List<ResponseTimeDay> responseTimes(
            @Parameter(example = "2026-03-01") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Exclusive", example = "2026-04-01") @QueryParam("to") @Nullable String to,
            @QueryParam("function") @Nullable String function,
            @QueryParam("environmentKind") @DefaultValue("PRODUCTION") String environmentKind,
            @QueryParam("by") @DefaultValue("NOTHING") String by) {
        var begins = date("/from", from);
        var ends = date("/to", to);
        if (!begins.isBefore(ends) || ChronoUnit.DAYS.between(begins, ends) > MOST_DAYS) {
            throw ProblemException.invalidField("/to", "must lie after from, at most " + MOST_DAYS + " days");
        }
        return view.days(
                begins,
                ends,
                function,
                choice("/environmentKind", EnvironmentKind.class, environmentKind)
                        .name(),
                choice("/by", By.class, by));
    }

    @GET
    @Path("/months")
    @Operation(summary = "The latest 60 closed months, the latest first (AVL-020, AVL-021)")
    public List<MonthRow> months() {
        return view.months();
    }

    @GET
    @Path("/months/{month}")
    @Operation(summary = "A closed month with its corrections")
    public MonthAnswer month(@PathParam("month") String month) {
        YearMonth asked;
        try {
            asked = YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw ProblemException.notFound();
        }
        return new MonthAnswer(view.month(asked).orElseThrow(ProblemException::notFound), view.corrections(asked));
    }

    @GET
    @Path("/complaints")
    @Operation(
            summary = "Incidents about performance, with what was measured on the day of the report (AVL-024)",
            description = "A customer sees its own.")
    public List<ComplaintRow> complaints() {
        return view.complaints();
    }

    @GET
    @Path("/improvements")
    @Operation(summary = "What was improved (AVL-032)")
    public List<ImprovementRow> improvements() {
        return view.improvements();
    }

    @POST
    @Path("/improvements")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Records an improvement that response times gave cause for (AVL-032)")
    public Response improve(@NotNull @Valid ImprovementRequest request) {
        var context = caller.context(StreamId.PLATFORM);
        var improvement = UuidCreator.getTimeOrderedEpoch();
        var result = improvements.handle(
                PerformanceEventTypes.improvement(improvement),
                context,
                new RecordPerformanceImprovement(
                        improvement,
                        caller.provider(),
                        request.functions(),
                        request.description(),
                        request.since(),
                        caller.person().orElse(null),
                        context.occurredAt()));
        return Answers.created(
                result, URI.create("/api/v1/performance/improvements"), Map.of("improvementId", improvement));
    }

    private static LocalDate date(String pointer, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw ProblemException.invalidField(pointer, "must be a date, such as 2026-03-01");
        }
    }

    private static <E extends Enum<E>> E choice(String pointer, Class<E> type, String word) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw ProblemException.invalidField(pointer, "must be one of " + List.of(type.getEnumConstants()));
    }
}
