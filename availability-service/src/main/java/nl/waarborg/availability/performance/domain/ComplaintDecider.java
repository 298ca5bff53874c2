package nl.waarborg.availability.performance.domain;

import nl.waarborg.availability.performance.domain.ComplaintCommand.LinkIncidentToMeasurements;
import nl.waarborg.availability.performance.domain.ComplaintCommand.UnlinkIncident;
import nl.waarborg.availability.performance.domain.ComplaintEvent.PerformanceComplaintLinked;
import nl.waarborg.availability.performance.domain.ComplaintEvent.PerformanceComplaintUnlinked;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** AVL-024. */
public final class ComplaintDecider implements Decider<ComplaintCommand, Complaint, ComplaintEvent> {

    @Override
    public Complaint initialState() {
        return new Complaint(false);
    }

    @Override
    public Decision<ComplaintEvent> decide(ComplaintCommand command, Complaint complaint) {
        return switch (command) {
            case LinkIncidentToMeasurements c ->
                complaint.linked()
                        ? Decision.nothing()
                        : Decision.of(new PerformanceComplaintLinked(
                                c.incidentId(), c.provider(), c.raisedAt(), c.day(), c.observed(), c.at()));
            case UnlinkIncident c ->
                complaint.linked()
                        ? Decision.of(new PerformanceComplaintUnlinked(c.incidentId(), c.at()))
                        : Decision.nothing();
        };
    }

    @Override
    public Complaint evolve(Complaint complaint, ComplaintEvent event) {
        return switch (event) {
            case PerformanceComplaintLinked _ -> new Complaint(true);
            case PerformanceComplaintUnlinked _ -> new Complaint(false);
        };
    }
}
