package nl.waarborg.availability.system.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.system.domain.ServerEvent;
import nl.waarborg.availability.system.domain.ServerEvent.ServerFailed;
import nl.waarborg.availability.system.domain.ServerEvent.ServerRegistered;
import nl.waarborg.availability.system.domain.ServerEvent.ServerRestored;
import nl.waarborg.availability.system.domain.ServerEvent.StandbyServerActivated;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Servers, which of them stand by, and which failed (AVL-029). */
public final class ServersProjection implements Projection<ServerEvent> {

    private static final String REGISTERED =
            """
            insert into server (provider, server_id, system_id, standby, version) values (?, ?, ?, ?, ?)
            on conflict (provider, server_id) do update set
                system_id = excluded.system_id, standby = excluded.standby, version = excluded.version""";
    private static final String FAILED =
            """
            insert into server (provider, server_id, system_id, failed_at, cause, version) values (?, ?, ?, ?, ?, ?)
            on conflict (provider, server_id) do update set
                system_id = coalesce(excluded.system_id, server.system_id), failed_at = excluded.failed_at,
                cause = excluded.cause, replaced_by = null, replaced_at = null, version = excluded.version""";
    private static final String REPLACED =
            """
            update server set replaced_by = ?, replaced_at = ?, version = ? where provider = ? and server_id = ?""";
    private static final String RESTORED =
            """
            update server set failed_at = null, cause = null, replaced_by = null, replaced_at = null, version = ?
            where provider = ? and server_id = ?""";

    @Override
    public String name() {
        return "servers";
    }

    @Override
    public Class<ServerEvent> events() {
        return ServerEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("server");
    }

    @Override
    public void apply(List<RecordedEvent<ServerEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var version = recorded.version();
            switch (recorded.event()) {
                case ServerRegistered e ->
                    statements.add(REGISTERED, e.provider(), e.serverId(), e.systemId(), e.standby(), version);
                case ServerFailed e ->
                    statements.add(FAILED, e.provider(), e.serverId(), e.systemId(), e.failedAt(), e.cause(), version);
                case StandbyServerActivated e ->
                    statements.add(REPLACED, e.standbyId(), e.activatedAt(), version, e.provider(), e.serverId());
                case ServerRestored e -> statements.add(RESTORED, version, e.provider(), e.serverId());
            }
        }
        statements.run(connection);
    }
}
