package nl.waarborg.availability.backgroundjob.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobFinished;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobQueued;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent.BackgroundJobStarted;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Each customer's large tasks, from the queue to their end. */
public final class BackgroundJobsProjection implements Projection<BackgroundJobEvent> {

    private static final String QUEUED =
            """
            insert into background_job (stream_id, job_id, tenant_id, kind, state, queued_at, version)
            values (?, ?, ?, ?, 'QUEUED', ?, ?)""";
    private static final String STARTED =
            "update background_job set state = 'STARTED', started_at = ?, version = ? where stream_id = ?";
    private static final String FINISHED =
            "update background_job set state = ?, finished_at = ?, version = ? where stream_id = ?";

    @Override
    public String name() {
        return "background-jobs";
    }

    @Override
    public Class<BackgroundJobEvent> events() {
        return BackgroundJobEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("background_job");
    }

    @Override
    public void apply(List<RecordedEvent<BackgroundJobEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var stream = recorded.stream().id();
            var version = recorded.version();
            switch (recorded.event()) {
                case BackgroundJobQueued e ->
                    statements.add(QUEUED, stream, e.jobId(), recorded.tenant(), e.kind(), e.at(), version);
                case BackgroundJobStarted e -> statements.add(STARTED, e.at(), version, stream);
                case BackgroundJobFinished e -> statements.add(FINISHED, e.outcome(), e.at(), version, stream);
            }
        }
        statements.run(connection);
    }
}
