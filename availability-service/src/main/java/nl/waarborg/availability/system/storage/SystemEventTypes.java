package nl.waarborg.availability.system.storage;

import nl.waarborg.availability.system.domain.DataCentreEvent;
import nl.waarborg.availability.system.domain.DataCentreEvent.DataCentreRegistered;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent.MonitoredSystemRegistered;
import nl.waarborg.availability.system.domain.ServerEvent;
import nl.waarborg.availability.system.domain.ServerEvent.ServerFailed;
import nl.waarborg.availability.system.domain.ServerEvent.ServerRegistered;
import nl.waarborg.availability.system.domain.ServerEvent.ServerRestored;
import nl.waarborg.availability.system.domain.ServerEvent.StandbyServerActivated;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of systems, data centres and servers are stored, for ever. */
public final class SystemEventTypes {

    public static final EventTypes<MonitoredSystemEvent> SYSTEM_EVENTS = new EventTypes<>(
                    "monitored-system", MonitoredSystemEvent.class)
            .type("monitored-system-registered", MonitoredSystemRegistered.class);

    public static final EventTypes<DataCentreEvent> DATA_CENTRE_EVENTS = new EventTypes<>(
                    "data-centre", DataCentreEvent.class)
            .type("data-centre-registered", DataCentreRegistered.class);

    public static final EventTypes<ServerEvent> SERVER_EVENTS = new EventTypes<>("server", ServerEvent.class)
            .type("server-registered", ServerRegistered.class)
            .type("server-failed", ServerFailed.class)
            .type("standby-server-activated", StandbyServerActivated.class)
            .type("server-restored", ServerRestored.class);

    private SystemEventTypes() {}

    public static StreamId system(String provider, String system) {
        return StreamId.natural(SYSTEM_EVENTS.category(), StreamId.PLATFORM, provider + '/' + system);
    }

    public static StreamId dataCentre(String provider, String dataCentre) {
        return StreamId.natural(DATA_CENTRE_EVENTS.category(), StreamId.PLATFORM, provider + '/' + dataCentre);
    }

    public static StreamId server(String provider, String server) {
        return StreamId.natural(SERVER_EVENTS.category(), StreamId.PLATFORM, provider + '/' + server);
    }
}
