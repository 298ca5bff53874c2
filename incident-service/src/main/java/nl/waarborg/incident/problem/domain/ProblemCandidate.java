package nl.waarborg.incident.problem.domain;

import java.util.List;
import java.util.UUID;

/** Incidents that look alike and have no problem yet: perhaps one cause. */
public record ProblemCandidate(String topic, String type, List<UUID> incidents) {

    public ProblemCandidate {
        incidents = List.copyOf(incidents);
    }
}
