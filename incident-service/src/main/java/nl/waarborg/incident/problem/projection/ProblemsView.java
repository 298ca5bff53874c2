package nl.waarborg.incident.problem.projection;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Problem management as the vendor's people see it; a signal names the customer. */
@ApplicationScoped
@TenantScope
public class ProblemsView {

    private static final String PROBLEMS =
            """
            select p.*, array(select i.incident_id from problem_incident i where i.problem_id = p.problem_id
                order by i.linked_at) as incidents
            from problem p where ?::uuid is null or p.problem_id = ? order by p.opened_at desc limit 500""";
    private static final String ANALYSES =
            """
            select date, counts::text as counts, candidates::text as candidates from incident_analysis
            order by date desc limit 92""";
    private static final String SIGNALS =
            """
            select s.*, t.name from knowledge_signal s join tenant t on t.tenant_id = s.tenant_id
            order by s.per_users desc""";

    private final Rows rows;
    private final PersonalData personal;

    public ProblemsView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    public record ProblemRow(
            UUID problemId,
            @Nullable String title,
            String state,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String measure,
            List<UUID> incidents,
            int version) {}

    public record AnalysisRow(LocalDate date, @JsonRawValue String counts, @JsonRawValue String candidates) {}

    public record SignalRow(
            UUID tenant,
            String name,
            String state,
            LocalDate from,
            LocalDate through,
            int questions,
            int users,
            BigDecimal perUsers,
            BigDecimal norm,
            Instant raisedAt,
            @Nullable String measures,
            @Nullable Instant agreedAt) {}

    public List<ProblemRow> problems() {
        return find(null);
    }

    public Optional<ProblemRow> problem(UUID problem) {
        return find(problem).stream().findFirst();
    }

    private List<ProblemRow> find(@Nullable UUID problem) {
        return rows.list(
                PROBLEMS,
                row -> new ProblemRow(
                        row.uuid("problem_id"),
                        personal.reveal(row.uuid("tenant_id"), row.optionalText("title")),
                        row.text("state"),
                        row.instant("opened_at"),
                        row.optionalInstant("closed_at"),
                        personal.reveal(row.uuid("tenant_id"), row.optionalText("measure")),
                        row.uuids("incidents"),
                        row.number("version")),
                problem,
                problem);
    }

    /** Of the last three months, the latest first. */
    public List<AnalysisRow> analyses() {
        return rows.list(
                ANALYSES, row -> new AnalysisRow(row.date("date"), row.text("counts"), row.text("candidates")));
    }

    public List<SignalRow> signals() {
        return rows.list(
                SIGNALS,
                row -> new SignalRow(
                        row.uuid("tenant_id"),
                        row.text("name"),
                        row.text("state"),
                        row.date("period_from"),
                        row.date("period_through"),
                        row.number("questions"),
                        row.number("users"),
                        row.decimal("per_users"),
                        row.decimal("norm"),
                        row.instant("raised_at"),
                        personal.reveal(row.uuid("tenant_id"), row.optionalText("measures")),
                        row.optionalInstant("agreed_at")));
    }
}
