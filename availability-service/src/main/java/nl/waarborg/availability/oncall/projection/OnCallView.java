package nl.waarborg.availability.oncall.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** The roster of the caller's vendor. */
@ApplicationScoped
@TenantScope
public class OnCallView {

    private static final String ASSIGNMENTS =
            """
            select * from on_call_assignment where withdrawn_at is null and ends_at > ? and starts_at < ?
            order by starts_at, assignment_id limit 1000""";
    private static final String GAPS =
            "select * from on_call_gap where ends_at > ? order by starts_at, ends_at limit 1000";

    private final Rows rows;

    public OnCallView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    public record AssignmentRow(UUID assignmentId, UUID employeeId, Instant from, Instant to) {}

    /** @param closedAt when somebody was assigned; null: nobody yet */
    public record GapRow(Instant from, Instant to, Instant detectedAt, @Nullable Instant closedAt) {}

    public List<AssignmentRow> assignments(Instant from, Instant to) {
        return rows.list(
                ASSIGNMENTS,
                row -> new AssignmentRow(
                        row.uuid("assignment_id"),
                        row.uuid("employee_id"),
                        row.instant("starts_at"),
                        row.instant("ends_at")),
                from,
                to);
    }

    /** That are not over at this moment, the closed ones too. */
    public List<GapRow> gaps(Instant after) {
        return rows.list(
                GAPS,
                row -> new GapRow(
                        row.instant("starts_at"),
                        row.instant("ends_at"),
                        row.instant("detected_at"),
                        row.optionalInstant("closed_at")),
                after);
    }
}
