package nl.waarborg.incident.problem.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.tenants.TenantEvent;
import nl.waarborg.tenants.TenantEvent.AgreementConcluded;

/** The first customer of a vendor begins the daily analysis, from today on, whether its incidents are lived or imported (INC-046). */
public final class FirstAnalysisProjection implements Projection<TenantEvent> {

    private static final String BEGUN =
            """
            insert into analysed_provider (provider, tenant_id) values (?, ?)
            on conflict do nothing returning clock_timestamp() as now""";

    private final AnalysisSchedule schedule;

    public FirstAnalysisProjection(AnalysisSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public String name() {
        return "first-analysis";
    }

    @Override
    public Class<TenantEvent> events() {
        return TenantEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("analysed_provider");
    }

    @Override
    public void apply(List<RecordedEvent<TenantEvent>> events, Connection connection) throws SQLException {
        var providers = new LinkedHashSet<String>();
        for (var recorded : events) {
            if (recorded.event() instanceof AgreementConcluded e) {
                providers.add(e.provider());
            }
        }
        for (var provider : providers) {
            var begun = Rows.list(connection, BEGUN, row -> row.instant("now"), provider, StreamId.PLATFORM);
            if (!begun.isEmpty()) {
                Deadlines.set(connection, List.of(schedule.of(provider, schedule.dayOf(begun.getFirst()))));
            }
        }
    }
}
