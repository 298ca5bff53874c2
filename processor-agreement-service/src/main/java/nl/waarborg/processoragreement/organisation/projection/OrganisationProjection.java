package nl.waarborg.processoragreement.organisation.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.organisation.domain.OrganisationEvent;
import nl.waarborg.processoragreement.organisation.domain.OrganisationEvent.OrganisationDataChanged;

/** Each customer's organisation as it is now. */
public final class OrganisationProjection implements Projection<OrganisationEvent> {

    private static final String CHANGED =
            """
            insert into organisation_data (tenant_id, version, data, changed_at, changed_by) values (?, ?, ?, ?, ?)
            on conflict (tenant_id) do update set version = excluded.version, data = excluded.data,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by""";

    private final PersonalData personal;

    public OrganisationProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "organisation-data";
    }

    @Override
    public Class<OrganisationEvent> events() {
        return OrganisationEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("organisation_data");
    }

    @Override
    public void apply(List<RecordedEvent<OrganisationEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case OrganisationDataChanged e ->
                    statements.add(
                            CHANGED,
                            recorded.tenant(),
                            recorded.version(),
                            personal.protect(recorded.tenant(), OrganisationJson.write(e.data())),
                            e.at(),
                            e.byPersonId());
            }
        }
        statements.run(connection);
    }
}
