package nl.waarborg.incident.remoteviewing.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Sessions as the caller may see them. */
@ApplicationScoped
@TenantScope
public class RemoteViewsView {

    private static final String SESSIONS =
            """
            select * from remote_view where (?::uuid is null or incident_id = ?) and (?::uuid is null or session_id = ?)
            order by issued_at desc limit 500""";

    private final Rows rows;

    public RemoteViewsView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    public record SessionRow(
            UUID sessionId,
            UUID tenant,
            UUID incidentId,
            UUID agentId,
            String state,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant startedAt,
            @Nullable UUID personId,
            @Nullable Instant consentedAt,
            @Nullable Instant endedAt,
            int refusedCodes,
            int version) {}

    public List<SessionRow> sessions(@Nullable UUID incident) {
        return find(incident, null);
    }

    public Optional<SessionRow> session(UUID session) {
        return find(null, session).stream().findFirst();
    }

    private List<SessionRow> find(@Nullable UUID incident, @Nullable UUID session) {
        return rows.list(
                SESSIONS,
                row -> new SessionRow(
                        row.uuid("session_id"),
                        row.uuid("tenant_id"),
                        row.uuid("incident_id"),
                        row.uuid("agent_id"),
                        row.text("state"),
                        row.instant("issued_at"),
                        row.instant("expires_at"),
                        row.optionalInstant("started_at"),
                        row.optionalUuid("person_id"),
                        row.optionalInstant("consented_at"),
                        row.optionalInstant("ended_at"),
                        row.number("refused"),
                        row.number("version")),
                incident,
                incident,
                session,
                session);
    }
}
