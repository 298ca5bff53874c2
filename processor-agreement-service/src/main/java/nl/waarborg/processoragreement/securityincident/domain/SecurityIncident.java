package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.SecurityIncidentRegistered;

/** What the rules must know about an entry of the register. */
public sealed interface SecurityIncident {

    String CATEGORY = "security-incident";

    static StreamId stream(UUID incident) {
        return new StreamId(CATEGORY, incident);
    }

    record Unknown() implements SecurityIncident {}

    record Registered(
            SecurityIncidentRegistered registration,
            Instant discoveredAt,
            List<AffectedTenant> affected,
            boolean closed)
            implements SecurityIncident {

        public Optional<AffectedTenant> affected(UUID tenant) {
            return affected.stream().filter(one -> one.tenant().equals(tenant)).findFirst();
        }

        Registered with(AffectedTenant further) {
            var all = new ArrayList<>(affected);
            all.add(further);
            return new Registered(registration, discoveredAt, List.copyOf(all), closed);
        }
    }
}
