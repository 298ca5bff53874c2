package nl.waarborg.processoragreement.processing.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DataDisclosed;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureConsented;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureOrdered;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureReportedToController;

/** Orders and permissions to give data to third parties. A customer sees an order when it was told of it. */
public final class DisclosuresProjection implements Projection<DisclosureEvent> {

    private static final String ORDERED =
            """
            insert into disclosure (disclosure_id, tenant_id, version, legal_basis, recipient, scope, may_inform, ordered_at,
                visible)
            values (?, ?, ?, ?, ?, ?, ?, ?, false)""";
    private static final String CONSENTED =
            """
            insert into disclosure (disclosure_id, tenant_id, version, recipient, scope, consented_by, consented_at, visible)
            values (?, ?, ?, ?, ?, ?, ?, true)""";
    private static final String REPORTED =
            "update disclosure set version = ?, reported_at = ?, visible = true where disclosure_id = ?";
    private static final String MADE = "update disclosure set version = ?, disclosed_at = ? where disclosure_id = ?";

    private final PersonalData personal;

    public DisclosuresProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "disclosures";
    }

    @Override
    public Class<DisclosureEvent> events() {
        return DisclosureEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("disclosure");
    }

    @Override
    public void apply(List<RecordedEvent<DisclosureEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case DisclosureOrdered e ->
                    statements.add(
                            ORDERED,
                            e.disclosureId(),
                            tenant,
                            recorded.version(),
                            e.legalBasis(),
                            personal.protect(tenant, e.authority()),
                            personal.protect(tenant, e.scope()),
                            e.mayInform(),
                            e.at());
                case DisclosureConsented e ->
                    statements.add(
                            CONSENTED,
                            e.disclosureId(),
                            tenant,
                            recorded.version(),
                            personal.protect(tenant, e.recipient()),
                            personal.protect(tenant, e.scope()),
                            e.consentedBy(),
                            e.at());
                case DisclosureReportedToController e ->
                    statements.add(REPORTED, recorded.version(), e.at(), e.disclosureId());
                case DataDisclosed e -> statements.add(MADE, recorded.version(), e.at(), e.disclosureId());
            }
        }
        statements.run(connection);
    }
}
