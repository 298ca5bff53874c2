package nl.waarborg.availability.system.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the vendor says of its systems. */
public sealed interface MonitoredSystemCommand {

    /** The parts are those of {@link MonitoredSystemEvent.MonitoredSystemRegistered}. */
    record RegisterMonitoredSystem(
            String provider,
            String systemId,
            String name,
            Component component,
            EnvironmentKind environmentKind,
            ResponsibleParty responsibleParty,
            ServiceWindow serviceWindow,
            @Nullable String dataCentreId,
            Instant at)
            implements MonitoredSystemCommand {}
}
