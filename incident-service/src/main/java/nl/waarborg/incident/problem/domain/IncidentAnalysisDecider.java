package nl.waarborg.incident.problem.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.problem.domain.IncidentAnalysisCommand.AnalyseIncidents;
import nl.waarborg.incident.problem.domain.IncidentAnalysisEvent.IncidentsAnalysed;

/** Every day is analysed once, in order (INC-046). */
public final class IncidentAnalysisDecider
        implements Decider<IncidentAnalysisCommand, IncidentAnalysis, IncidentAnalysisEvent> {

    @Override
    public IncidentAnalysis initialState() {
        return new IncidentAnalysis(null);
    }

    @Override
    public Decision<IncidentAnalysisEvent> decide(IncidentAnalysisCommand command, IncidentAnalysis analysis) {
        return switch (command) {
            case AnalyseIncidents c -> {
                var last = analysis.lastDate();
                yield last != null && !c.date().isAfter(last)
                        ? Decision.nothing()
                        : Decision.of(
                                new IncidentsAnalysed(c.provider(), c.date(), c.counts(), c.candidates(), c.at()));
            }
        };
    }

    @Override
    public IncidentAnalysis evolve(IncidentAnalysis analysis, IncidentAnalysisEvent event) {
        return switch (event) {
            case IncidentsAnalysed e -> new IncidentAnalysis(e.date());
        };
    }
}
