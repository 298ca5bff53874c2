package nl.waarborg.processoragreement.usage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.usage.domain.UsageEvent;
import nl.waarborg.processoragreement.usage.domain.UsageEvent.UsageStatisticRecorded;

/** Each class of statistics in a table of its own: the anonymous one has no column for a customer. */
public final class UsageProjection implements Projection<UsageEvent> {

    private static final String ANONYMOUS =
            "insert into anonymous_usage (statistic_id, provider, function, day, count) values (?, ?, ?, ?, ?)";
    private static final String TRACEABLE =
            "insert into traceable_usage (statistic_id, tenant_id, function, day, count) values (?, ?, ?, ?, ?)";

    @Override
    public String name() {
        return "usage-statistics";
    }

    @Override
    public Class<UsageEvent> events() {
        return UsageEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("anonymous_usage", "traceable_usage");
    }

    @Override
    public void apply(List<RecordedEvent<UsageEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case UsageStatisticRecorded e -> {
                    var id = recorded.stream().id();
                    switch (e.usageClass()) {
                        case ANONYMOUS -> statements.add(ANONYMOUS, id, e.provider(), e.function(), e.day(), e.count());
                        case SUBSCRIPTION_TRACEABLE ->
                            statements.add(TRACEABLE, id, recorded.tenant(), e.function(), e.day(), e.count());
                    }
                }
            }
        }
        statements.run(connection);
    }
}
