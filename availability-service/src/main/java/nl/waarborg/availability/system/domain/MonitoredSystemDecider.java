package nl.waarborg.availability.system.domain;

import java.time.Instant;
import nl.waarborg.availability.system.domain.MonitoredSystem.Registered;
import nl.waarborg.availability.system.domain.MonitoredSystem.Unknown;
import nl.waarborg.availability.system.domain.MonitoredSystemCommand.RegisterMonitoredSystem;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent.MonitoredSystemRegistered;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** AVL-044, AVL-045. Registering again changes what is known; saying the same changes nothing. */
public final class MonitoredSystemDecider
        implements Decider<MonitoredSystemCommand, MonitoredSystem, MonitoredSystemEvent> {

    @Override
    public MonitoredSystem initialState() {
        return new Unknown();
    }

    @Override
    public Decision<MonitoredSystemEvent> decide(MonitoredSystemCommand command, MonitoredSystem system) {
        return switch (command) {
            case RegisterMonitoredSystem c ->
                system instanceof Registered(var as) && as.equals(registered(c, as.at()))
                        ? Decision.nothing()
                        : Decision.of(registered(c, c.at()));
        };
    }

    private static MonitoredSystemRegistered registered(RegisterMonitoredSystem c, Instant at) {
        return new MonitoredSystemRegistered(
                c.provider(),
                c.systemId(),
                c.name(),
                c.component(),
                c.environmentKind(),
                c.responsibleParty(),
                c.serviceWindow(),
                c.dataCentreId(),
                at);
    }

    @Override
    public MonitoredSystem evolve(MonitoredSystem system, MonitoredSystemEvent event) {
        return switch (event) {
            case MonitoredSystemRegistered e -> new Registered(e);
        };
    }
}
