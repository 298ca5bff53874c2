package nl.waarborg.incident.problem.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface IncidentAnalysisEvent {

    record IncidentsAnalysed(
            String provider, LocalDate date, List<IncidentCount> counts, List<ProblemCandidate> candidates, Instant at)
            implements IncidentAnalysisEvent {

        public IncidentsAnalysed {
            counts = List.copyOf(counts);
            candidates = List.copyOf(candidates);
        }
    }
}
