package nl.waarborg.incident.incident.domain;

import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.incident.domain.Incident.Raised;

/** Events decided so far, and the incident as they leave it: a later step of one decision sees the earlier ones. */
final class Outcome {

    private final List<IncidentEvent> events = new ArrayList<>();
    private Raised incident;

    Outcome(Raised incident) {
        this.incident = incident;
    }

    void add(IncidentEvent event) {
        events.add(event);
        incident = IncidentDecider.evolve(incident, event);
    }

    Raised incident() {
        return incident;
    }

    List<IncidentEvent> events() {
        return List.copyOf(events);
    }

    Decision<IncidentEvent> decision() {
        return Decision.of(events);
    }
}
