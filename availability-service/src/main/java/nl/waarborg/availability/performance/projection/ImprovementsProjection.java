package nl.waarborg.availability.performance.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.performance.domain.ImprovementEvent;
import nl.waarborg.availability.performance.domain.ImprovementEvent.PerformanceImprovementRecorded;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** What was improved. */
public final class ImprovementsProjection implements Projection<ImprovementEvent> {

    private static final String RECORDED =
            """
            insert into performance_improvement (improvement_id, tenant_id, provider, functions, description, since, recorded_by, recorded_at)
            values (?, ?, ?, string_to_array(?, E'\\n'), ?, ?, ?, ?)""";

    private final PersonalData personal;

    public ImprovementsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "performance-improvements";
    }

    @Override
    public Class<ImprovementEvent> events() {
        return ImprovementEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("performance_improvement");
    }

    @Override
    public void apply(List<RecordedEvent<ImprovementEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case PerformanceImprovementRecorded e ->
                    statements.add(
                            RECORDED,
                            e.improvementId(),
                            recorded.tenant(),
                            e.provider(),
                            String.join("\n", e.functions()),
                            personal.protect(recorded.tenant(), e.description()),
                            e.since(),
                            e.by(),
                            e.at());
            }
        }
        statements.run(connection);
    }
}
