package nl.waarborg.processoragreement.subprocessor.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentGiven;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentRefused;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentRequested;

/** Consents to third parties that replace staff. */
public final class ConsentsProjection implements Projection<ConsentEvent> {

    private static final String REQUESTED =
            """
            insert into replacement_consent (consent_id, tenant_id, version, third_party_name, task, from_day, through_day, state,
                requested_at, subprocessor_id)
            values (?, ?, ?, ?, ?, ?, ?, 'REQUESTED', ?, ?)""";
    private static final String ANSWERED =
            """
            update replacement_consent set state = ?, answered_by = ?, answered_at = ?, reasons = ?, version = ?
            where consent_id = ?""";

    private final PersonalData personal;

    public ConsentsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "replacement-consents";
    }

    @Override
    public Class<ConsentEvent> events() {
        return ConsentEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("replacement_consent");
    }

    @Override
    public void apply(List<RecordedEvent<ConsentEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case ReplacementConsentRequested e ->
                    statements.add(
                            REQUESTED,
                            e.consentId(),
                            tenant,
                            recorded.version(),
                            e.thirdParty(),
                            personal.protect(tenant, e.task()),
                            e.from(),
                            e.through(),
                            e.at(),
                            e.subprocessorId());
                case ReplacementConsentGiven e ->
                    statements.add(ANSWERED, "GIVEN", e.givenBy(), e.at(), null, recorded.version(), e.consentId());
                case ReplacementConsentRefused e ->
                    statements.add(
                            ANSWERED,
                            "REFUSED",
                            e.refusedBy(),
                            e.at(),
                            personal.protect(tenant, e.reasons()),
                            recorded.version(),
                            e.consentId());
            }
        }
        statements.run(connection);
    }
}
