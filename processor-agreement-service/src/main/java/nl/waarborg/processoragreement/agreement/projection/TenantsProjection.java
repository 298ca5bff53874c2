package nl.waarborg.processoragreement.agreement.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;

/** Which tenants there are, and whose; row-level security rests on it. */
public final class TenantsProjection implements Projection<AgreementEvent> {

    private static final String INSERT =
            """
            insert into tenant (tenant_id, provider, name) values (?, ?, ?)
            on conflict (tenant_id) do update set provider = excluded.provider, name = excluded.name""";

    @Override
    public String name() {
        return "tenants";
    }

    @Override
    public Class<AgreementEvent> events() {
        return AgreementEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("tenant");
    }

    @Override
    public void apply(List<RecordedEvent<AgreementEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            if (recorded.event() instanceof AgreementConcluded concluded) {
                new Sql(connection).run(INSERT, recorded.tenant(), concluded.provider(), concluded.name());
            }
        }
    }
}
