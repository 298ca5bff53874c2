package nl.waarborg.availability.system.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface MonitoredSystemEvent {

    String provider();

    String systemId();

    /**
     * A system that monitors and outages may name; registering it again changes it.
     *
     * @param systemId the vendor's own name of it, unique within the vendor, such as {@code profit-web}
     * @param dataCentreId where it stands, if that is known
     */
    record MonitoredSystemRegistered(
            String provider,
            String systemId,
            String name,
            Component component,
            EnvironmentKind environmentKind,
            ResponsibleParty responsibleParty,
            ServiceWindow serviceWindow,
            @Nullable String dataCentreId,
            Instant at)
            implements MonitoredSystemEvent {}
}
