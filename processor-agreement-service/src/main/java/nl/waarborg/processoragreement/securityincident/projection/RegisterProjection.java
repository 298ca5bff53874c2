package nl.waarborg.processoragreement.securityincident.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.AffectedTenantAdded;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.DiscoveryCorrected;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.SecurityIncidentClosed;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.SecurityIncidentRegistered;

/** The entries of the register, and the deadlines, due at once, by which each affected customer's breach follows its entry. */
public final class RegisterProjection implements Projection<SecurityIncidentEvent> {

    /** The key is the tenant. */
    public static final String FOLLOW = "breach-follows-register";

    private static final String REGISTERED =
            """
            insert into security_incident (incident_id, provider, version, type, origin, subprocessor_id,
                first_discovered_at, discovered_at, subprocessor_discovered_at, occurred_at, registered_at, reported_by,
                reported_as, related_incidents, description)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String VERSION = "update security_incident set version = ? where incident_id = ?";
    private static final String CORRECTED = "update security_incident set discovered_at = ? where incident_id = ?";
    private static final String CORRECTION =
            """
            insert into discovery_correction (event_id, provider, incident_id, formerly, discovered_at, corrected_by,
                reason, corrected_at)
            select ?, provider, incident_id, ?, ?, ?, ?, ? from security_incident where incident_id = ?""";
    private static final String CLOSED =
            "update security_incident set closed_at = ?, conclusion = ? where incident_id = ?";
    private static final String AFFECTED = "select tenant_id from breach where incident_id = ?";

    private final PersonalData personal;

    public RegisterProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "security-incidents";
    }

    @Override
    public Class<SecurityIncidentEvent> events() {
        return SecurityIncidentEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("security_incident", "discovery_correction");
    }

    @Override
    public void apply(List<RecordedEvent<SecurityIncidentEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            apply(recorded, statements);
            statements.add(VERSION, recorded.version(), recorded.stream().id());
            for (var tenant : followers(recorded, connection)) {
                deadlines.add(
                        new Deadline(FOLLOW, recorded.stream(), tenant.toString(), tenant, recorded.occurredAt()));
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }

    private void apply(RecordedEvent<SecurityIncidentEvent> recorded, Statements statements) {
        switch (recorded.event()) {
            case SecurityIncidentRegistered e ->
                statements.add(
                        REGISTERED,
                        e.incidentId(),
                        e.provider(),
                        recorded.version(),
                        e.type(),
                        e.origin(),
                        e.subprocessorId(),
                        e.discoveredAt(),
                        e.discoveredAt(),
                        e.subprocessorDiscoveredAt(),
                        e.occurredAt(),
                        recorded.occurredAt(),
                        e.reportedBy(),
                        e.reportedAs(),
                        e.relatedIncidents(),
                        personal.protect(StreamId.PLATFORM, e.description()));
            case AffectedTenantAdded _ -> {}
            case DiscoveryCorrected e -> {
                statements.add(CORRECTED, e.discoveredAt(), e.incidentId());
                statements.add(
                        CORRECTION,
                        recorded.id(),
                        e.formerly(),
                        e.discoveredAt(),
                        e.correctedBy(),
                        personal.protect(StreamId.PLATFORM, e.reason()),
                        e.at(),
                        e.incidentId());
            }
            case SecurityIncidentClosed e ->
                statements.add(CLOSED, e.at(), personal.protect(StreamId.PLATFORM, e.conclusion()), e.incidentId());
        }
    }

    /** The customers whose breach must hear of it. */
    private static List<UUID> followers(RecordedEvent<SecurityIncidentEvent> recorded, Connection connection)
            throws SQLException {
        return switch (recorded.event()) {
            case SecurityIncidentRegistered e ->
                e.affectedTenants().stream().map(affected -> affected.tenant()).toList();
            case AffectedTenantAdded e -> List.of(e.affected().tenant());
            case DiscoveryCorrected e -> Rows.list(connection, AFFECTED, row -> row.uuid("tenant_id"), e.incidentId());
            case SecurityIncidentClosed _ -> List.of();
        };
    }
}
