package nl.waarborg.incident.problem.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.incident.problem.domain.IncidentAnalysisCommand.AnalyseIncidents;
import nl.waarborg.incident.problem.domain.IncidentAnalysisEvent.IncidentsAnalysed;
import nl.waarborg.incident.problem.domain.ProblemCommand.CloseProblem;
import nl.waarborg.incident.problem.domain.ProblemCommand.LinkIncidentToProblem;
import nl.waarborg.incident.problem.domain.ProblemCommand.OpenProblem;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemClosed;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemIncidentLinked;
import nl.waarborg.incident.problem.domain.ProblemEvent.ProblemOpened;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("INC-046")
class ProblemDeciderTest {

    private static final UUID PROBLEM = UUID.fromString("01900000-0000-7000-8000-0000000000aa");
    private static final UUID INCIDENT = UUID.fromString("01900000-0000-7000-8000-0000000000a0");
    private static final UUID TENANT = UUID.fromString("01900000-0000-7000-8000-0000000000ff");
    private static final UUID AGENT = UUID.fromString("01900000-0000-7000-8000-0000000000b0");
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final DeciderSpecification<ProblemCommand, Problem, ProblemEvent> problem =
            new DeciderSpecification<>(new ProblemDecider());
    private final DeciderSpecification<IncidentAnalysisCommand, IncidentAnalysis, IncidentAnalysisEvent> analysis =
            new DeciderSpecification<>(new IncidentAnalysisDecider());

    private final ProblemOpened opened = new ProblemOpened(PROBLEM, "afas", "Import stops", AGENT, AT);
    private final ProblemIncidentLinked linked = new ProblemIncidentLinked(PROBLEM, INCIDENT, TENANT, AT);
    private final ProblemClosed closed = new ProblemClosed(PROBLEM, "fixed in the next version", AT);

    @Test
    void a_problem_collects_its_incidents_until_it_is_closed_with_a_measure() {
        problem.given()
                .when(new OpenProblem(PROBLEM, "afas", "Import stops", AGENT, AT))
                .then(opened);
        var link = new LinkIncidentToProblem(PROBLEM, INCIDENT, TENANT, AT);
        problem.given(opened).when(link).then(linked);
        problem.given(opened, linked).when(link).thenNothing();
        problem.given(opened, linked)
                .when(new CloseProblem(PROBLEM, "fixed in the next version", AT))
                .then(closed);
        problem.given(opened, linked, closed).when(link).thenRejected("INC-046");
        problem.given().when(link).thenRejected("INC-046");
    }

    @Test
    void every_day_is_analysed_once() {
        var monday = LocalDate.of(2026, 3, 2);
        var counts = List.of(new IncidentCount("FAULT", "P2", 3));
        var candidates = List.of(new ProblemCandidate("import", "FAULT", List.of(INCIDENT)));
        var analysed = new IncidentsAnalysed("afas", monday, counts, candidates, AT);
        analysis.given()
                .when(new AnalyseIncidents("afas", monday, counts, candidates, AT))
                .then(analysed);
        analysis.given(analysed)
                .when(new AnalyseIncidents("afas", monday, List.of(), List.of(), AT))
                .thenNothing();
        analysis.given(analysed)
                .when(new AnalyseIncidents("afas", monday.plusDays(1), counts, candidates, AT))
                .then(new IncidentsAnalysed("afas", monday.plusDays(1), counts, candidates, AT));
    }
}
