package nl.waarborg.eventsourcing.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.ErasureBegun;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.ErasurePostponed;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.TenantErased;
import nl.waarborg.eventsourcing.projection.Statements;

/** Which tenants are to be erased, and when each is looked at next. */
final class ErasuresProjection implements Projection<ErasureEvent> {

    private static final String BEGUN =
            "insert into tenant_erasure (tenant_id, erasure_id, look_at) values (?, ?, ?) on conflict do nothing";
    private static final String POSTPONED = "update tenant_erasure set look_at = ? where tenant_id = ?";
    private static final String ERASED = "update tenant_erasure set erased_at = ? where tenant_id = ?";

    @Override
    public String name() {
        return "tenant-erasures";
    }

    @Override
    public Class<ErasureEvent> events() {
        return ErasureEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("tenant_erasure");
    }

    @Override
    public void apply(List<RecordedEvent<ErasureEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case ErasureBegun begun -> statements.add(BEGUN, tenant, begun.erasureId(), recorded.recordedAt());
                case ErasurePostponed postponed -> statements.add(POSTPONED, postponed.lookAgainAt(), tenant);
                case TenantErased erased -> statements.add(ERASED, erased.erasedAt(), tenant);
            }
        }
        statements.run(connection);
    }
}
