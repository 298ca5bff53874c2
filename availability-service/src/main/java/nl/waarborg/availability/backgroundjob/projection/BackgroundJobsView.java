package nl.waarborg.availability.backgroundjob.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.availability.backgroundjob.domain.JobKind;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** The large tasks of the customers that the caller sees. */
@ApplicationScoped
@TenantScope
public class BackgroundJobsView {

    private static final String JOBS =
            """
            select * from background_job
            where (?::uuid is null or tenant_id = ?) and (?::text is null or state = ?)
                and (?::timestamptz is null or (queued_at, stream_id) < (?, ?::uuid))
            order by queued_at desc, stream_id desc limit ?""";

    private final Rows rows;

    public BackgroundJobsView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /** Where a task stands. */
    public enum State {
        QUEUED,
        STARTED,
        SUCCEEDED,
        FAILED
    }

    public record JobRow(
            UUID jobId,
            UUID tenant,
            JobKind kind,
            State state,
            Instant queuedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            int version) {}

    public record Listed(UUID stream, JobRow job) {}

    /** The latest first. */
    public List<Listed> jobs(@Nullable UUID tenant, @Nullable State state, List<String> after, int limit) {
        var at = after.isEmpty() ? null : Instant.parse(after.getFirst());
        return rows.list(
                JOBS,
                row -> new Listed(
                        row.uuid("stream_id"),
                        new JobRow(
                                row.uuid("job_id"),
                                row.uuid("tenant_id"),
                                JobKind.valueOf(row.text("kind")),
                                State.valueOf(row.text("state")),
                                row.instant("queued_at"),
                                row.optionalInstant("started_at"),
                                row.optionalInstant("finished_at"),
                                row.number("version"))),
                tenant,
                tenant,
                state,
                state,
                at,
                at,
                after.isEmpty() ? null : after.getLast(),
                limit);
    }
}
