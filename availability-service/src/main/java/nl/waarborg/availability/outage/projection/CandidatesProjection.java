package nl.waarborg.availability.outage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.outage.domain.CandidateEvent;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateConfirmed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateDismissed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateNoticed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateOver;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Possible outages that wait for an operator, and what became of the others. */
public final class CandidatesProjection implements Projection<CandidateEvent> {

    private static final String NOTICED =
            """
            insert into outage_candidate (
                candidate_id, provider, of_tenant, cause, source, since, noticed_at, state, version)
            values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)""";
    private static final String OVER = "update outage_candidate set until = ?, version = ? where candidate_id = ?";
    private static final String CONFIRMED =
            """
            update outage_candidate set state = 'CONFIRMED', outage_id = ?, decided_by = ?, decided_at = ?, version = ?
            where candidate_id = ?""";
    private static final String DISMISSED =
            """
            update outage_candidate set state = 'DISMISSED', reason = ?, decided_by = ?, decided_at = ?, version = ?
            where candidate_id = ?""";

    @Override
    public String name() {
        return "outage-candidates";
    }

    @Override
    public Class<CandidateEvent> events() {
        return CandidateEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("outage_candidate");
    }

    @Override
    public void apply(List<RecordedEvent<CandidateEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case OutageCandidateNoticed e ->
                    statements.add(
                            NOTICED,
                            e.candidateId(),
                            e.provider(),
                            e.tenantId(),
                            e.cause(),
                            e.source(),
                            e.since(),
                            e.at(),
                            recorded.version());
                case OutageCandidateOver e -> statements.add(OVER, e.until(), recorded.version(), e.candidateId());
                case OutageCandidateConfirmed e ->
                    statements.add(CONFIRMED, e.outageId(), e.by(), e.at(), recorded.version(), e.candidateId());
                case OutageCandidateDismissed e ->
                    statements.add(DISMISSED, e.reason(), e.by(), e.at(), recorded.version(), e.candidateId());
            }
        }
        statements.run(connection);
    }
}
