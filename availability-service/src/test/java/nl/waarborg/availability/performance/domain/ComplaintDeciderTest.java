package nl.waarborg.availability.performance.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.performance.domain.ComplaintCommand.LinkIncidentToMeasurements;
import nl.waarborg.availability.performance.domain.ComplaintCommand.UnlinkIncident;
import nl.waarborg.availability.performance.domain.ComplaintEvent.PerformanceComplaintLinked;
import nl.waarborg.availability.performance.domain.ComplaintEvent.PerformanceComplaintUnlinked;
import nl.waarborg.availability.performance.domain.ImprovementCommand.RecordPerformanceImprovement;
import nl.waarborg.availability.performance.domain.ImprovementEvent.PerformanceImprovementRecorded;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class ComplaintDeciderTest {

    private static final UUID INCIDENT = UUID.fromString("01900000-0000-7000-8000-0000000000a0");
    private static final Instant AT = Instant.parse("2026-03-05T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final List<ObservedFunction> OBSERVED =
            List.of(new ObservedFunction("Eigenschappen Medewerker", true, 100, 1900, 4200, 9000, 3));

    private final DeciderSpecification<ComplaintCommand, Complaint, ComplaintEvent> complaint =
            new DeciderSpecification<>(new ComplaintDecider());
    private final DeciderSpecification<ImprovementCommand, Improvement, ImprovementEvent> improvement =
            new DeciderSpecification<>(new ImprovementDecider());

    @Rule("AVL-024")
    @Test
    void an_incident_is_linked_once_and_let_go_when_it_is_about_something_else() {
        var link = new LinkIncidentToMeasurements(INCIDENT, "afas", AT, DAY, OBSERVED, AT);
        var linked = new PerformanceComplaintLinked(INCIDENT, "afas", AT, DAY, OBSERVED, AT);
        var unlinked = new PerformanceComplaintUnlinked(INCIDENT, AT);
        complaint.given().when(link).then(linked);
        complaint.given(linked).when(link).thenNothing();
        complaint.given(linked).when(new UnlinkIncident(INCIDENT, AT)).then(unlinked);
        complaint.given().when(new UnlinkIncident(INCIDENT, AT)).thenNothing();
        complaint.given(linked, unlinked).when(link).then(linked);
    }

    @Rule("AVL-032")
    @Test
    void an_improvement_is_recorded_once() {
        var record = new RecordPerformanceImprovement(
                INCIDENT, "afas", List.of("Eigenschappen Medewerker"), "an index", DAY, null, AT);
        var recorded = new PerformanceImprovementRecorded(
                INCIDENT, "afas", List.of("Eigenschappen Medewerker"), "an index", DAY, null, AT);
        improvement.given().when(record).then(recorded);
        improvement.given(recorded).when(record).thenNothing();
    }
}
