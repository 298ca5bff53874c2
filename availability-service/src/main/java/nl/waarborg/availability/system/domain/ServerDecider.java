package nl.waarborg.availability.system.domain;

import nl.waarborg.availability.system.domain.Server.Failed;
import nl.waarborg.availability.system.domain.Server.Working;
import nl.waarborg.availability.system.domain.ServerCommand.ActivateStandbyServer;
import nl.waarborg.availability.system.domain.ServerCommand.RecordServerFailure;
import nl.waarborg.availability.system.domain.ServerCommand.RegisterServer;
import nl.waarborg.availability.system.domain.ServerCommand.RestoreServer;
import nl.waarborg.availability.system.domain.ServerEvent.ServerFailed;
import nl.waarborg.availability.system.domain.ServerEvent.ServerRegistered;
import nl.waarborg.availability.system.domain.ServerEvent.ServerRestored;
import nl.waarborg.availability.system.domain.ServerEvent.StandbyServerActivated;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** A failed server is replaced by one that stands by (AVL-029). */
public final class ServerDecider implements Decider<ServerCommand, Server, ServerEvent> {

    private static final String RULE = "AVL-029";

    @Override
    public Server initialState() {
        return new Working(null, null);
    }

    @Override
    public Decision<ServerEvent> decide(ServerCommand command, Server server) {
        return switch (command) {
            case RegisterServer c ->
                server.equals(new Working(c.systemId(), c.standby()))
                        ? Decision.nothing()
                        : server instanceof Failed
                                ? Decision.reject(RULE, "server-failed", "The server failed; restore it first.")
                                : Decision.of(new ServerRegistered(
                                        c.provider(), c.serverId(), c.systemId(), c.standby(), c.at()));
            case RecordServerFailure c ->
                switch (server) {
                    case Working working ->
                        Decision.of(new ServerFailed(
                                c.provider(),
                                c.serverId(),
                                c.systemId() == null ? working.systemId() : c.systemId(),
                                c.cause(),
                                c.failedAt()));
                    case Failed _ -> Decision.nothing();
                };
            case ActivateStandbyServer c ->
                switch (server) {
                    case Working _ -> Decision.reject(RULE, "server-works", "The server did not fail.");
                    case Failed failed when c.standbyId().equals(failed.replacedBy()) -> Decision.nothing();
                    case Failed _
                    when !c.standsBy() -> Decision.reject(RULE, "not-standing-by", "No such server stands by.");
                    case Failed failed
                    when c.activatedAt().isBefore(failed.since()) ->
                        Decision.reject(RULE, "before-failure", "A standby server steps in after the failure.");
                    case Failed _ ->
                        Decision.of(new StandbyServerActivated(
                                c.provider(), c.serverId(), c.standbyId(), c.by(), c.activatedAt()));
                };
            case RestoreServer c ->
                server instanceof Failed
                        ? Decision.of(new ServerRestored(c.provider(), c.serverId(), c.restoredAt()))
                        : Decision.nothing();
        };
    }

    @Override
    public Server evolve(Server server, ServerEvent event) {
        return switch (event) {
            case ServerRegistered e -> new Working(e.systemId(), e.standby());
            case ServerFailed e -> new Failed(e.failedAt(), null);
            case StandbyServerActivated e ->
                server instanceof Failed failed ? new Failed(failed.since(), e.standbyId()) : server;
            case ServerRestored _ -> new Working(null, null);
        };
    }
}
