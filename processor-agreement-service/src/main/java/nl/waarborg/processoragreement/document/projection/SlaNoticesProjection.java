package nl.waarborg.processoragreement.document.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.document.domain.SlaNoticeEvent;
import nl.waarborg.processoragreement.document.domain.SlaNoticeEvent.SlaNoticeMailed;

/** Which customer was mailed which change (XSV-003). */
public final class SlaNoticesProjection implements Projection<SlaNoticeEvent> {

    private static final String MAILED =
            "insert into sla_notice (tenant_id, sla_version, recipients, mailed_at) values (?, ?, ?, ?)";

    @Override
    public String name() {
        return "sla-notices";
    }

    @Override
    public Class<SlaNoticeEvent> events() {
        return SlaNoticeEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("sla_notice");
    }

    @Override
    public void apply(List<RecordedEvent<SlaNoticeEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case SlaNoticeMailed e ->
                    statements.add(MAILED, recorded.tenant(), e.slaVersion(), e.recipients(), e.at());
            }
        }
        statements.run(connection);
    }
}
