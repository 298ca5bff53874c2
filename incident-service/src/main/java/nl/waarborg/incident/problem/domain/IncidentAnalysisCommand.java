package nl.waarborg.incident.problem.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The daily analysis of one vendor's incidents. */
public sealed interface IncidentAnalysisCommand {

    /**
     * @param date local date that was analysed, Europe/Amsterdam
     * @param counts facts: what came in on that date
     * @param candidates facts: incidents that look alike
     */
    record AnalyseIncidents(
            String provider, LocalDate date, List<IncidentCount> counts, List<ProblemCandidate> candidates, Instant at)
            implements IncidentAnalysisCommand {}
}
