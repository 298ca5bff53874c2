package nl.waarborg.processoragreement.partner.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.ExpertReferenceRecorded;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.PartnerRegistered;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.PartnerRemoved;

/** Partners as they are listed now, and the references of experts. */
public final class PartnersProjection implements Projection<PartnerEvent> {

    private static final String REGISTERED =
            """
            insert into partner (partner_id, provider, kind, name, website, tested_on, security_checked_on)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (partner_id) do update set website = excluded.website, tested_on = excluded.tested_on,
                security_checked_on = excluded.security_checked_on""";
    private static final String REFERRED =
            "insert into expert_reference (event_id, partner_id, provider, year, reference) values (?, ?, ?, ?, ?)";
    private static final String REFERENCES_GONE = "delete from expert_reference where partner_id = ?";
    private static final String REMOVED = "delete from partner where partner_id = ?";

    @Override
    public String name() {
        return "partners";
    }

    @Override
    public Class<PartnerEvent> events() {
        return PartnerEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("partner", "expert_reference");
    }

    @Override
    public void apply(List<RecordedEvent<PartnerEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case PartnerRegistered e ->
                    statements.add(
                            REGISTERED,
                            e.partnerId(),
                            e.provider(),
                            e.kind(),
                            e.name(),
                            e.website(),
                            e.testedOn(),
                            e.securityCheckedOn());
                case ExpertReferenceRecorded e ->
                    statements.add(REFERRED, recorded.id(), e.partnerId(), e.provider(), e.year(), e.reference());
                case PartnerRemoved e -> {
                    statements.add(REFERENCES_GONE, e.partnerId());
                    statements.add(REMOVED, e.partnerId());
                }
            }
        }
        statements.run(connection);
    }
}
