package nl.waarborg.processoragreement.monthlyreport.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.AvailabilityMonthTaken;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.IncidentMonthTaken;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.SlaReportPublished;

/** Every version of every report, as it was put in the customer's file. */
public final class SlaReportsProjection implements Projection<SlaReportEvent> {

    private static final String PUBLISHED =
            """
            insert into sla_report (dossier_item_id, tenant_id, month, version, published_at, content)
            values (?, ?, ?, ?, ?, ?::jsonb)""";

    @Override
    public String name() {
        return "sla-reports";
    }

    @Override
    public Class<SlaReportEvent> events() {
        return SlaReportEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("sla_report");
    }

    @Override
    public void apply(List<RecordedEvent<SlaReportEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case AvailabilityMonthTaken _, IncidentMonthTaken _ -> {}
                case SlaReportPublished e ->
                    statements.add(
                            PUBLISHED,
                            recorded.id(),
                            recorded.tenant(),
                            e.month().toString(),
                            e.reportVersion(),
                            e.at(),
                            ReportJson.write(e));
            }
        }
        statements.run(connection);
    }
}
