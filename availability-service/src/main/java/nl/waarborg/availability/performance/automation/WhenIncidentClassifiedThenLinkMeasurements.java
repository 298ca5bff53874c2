package nl.waarborg.availability.performance.automation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import nl.waarborg.availability.performance.domain.Complaint;
import nl.waarborg.availability.performance.domain.ComplaintCommand;
import nl.waarborg.availability.performance.domain.ComplaintCommand.LinkIncidentToMeasurements;
import nl.waarborg.availability.performance.domain.ComplaintCommand.UnlinkIncident;
import nl.waarborg.availability.performance.domain.ComplaintEvent;
import nl.waarborg.availability.performance.projection.IncidentNews;
import nl.waarborg.availability.performance.projection.IncidentNews.IncidentClassified;
import nl.waarborg.availability.performance.projection.IncidentNews.IncidentRaised;
import nl.waarborg.availability.performance.projection.RaisedIncidents;
import nl.waarborg.availability.performance.projection.ResponseTimeFacts;
import nl.waarborg.availability.performance.storage.PerformanceEventTypes;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.Automation;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.terms.AgreedCalendars;

/** An incident about performance is linked to what was measured on the day of its report (AVL-024). */
@Singleton
public class WhenIncidentClassifiedThenLinkMeasurements implements Automation<IncidentNews> {

    private final CommandHandler<ComplaintCommand, Complaint, ComplaintEvent> complaints;
    private final RaisedIncidents incidents;
    private final ResponseTimeFacts facts;
    private final Tenants tenants;

    public WhenIncidentClassifiedThenLinkMeasurements(
            CommandHandler<ComplaintCommand, Complaint, ComplaintEvent> complaints,
            RaisedIncidents incidents,
            ResponseTimeFacts facts,
            Tenants tenants) {
        this.complaints = complaints;
        this.incidents = incidents;
        this.facts = facts;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "when-incident-classified-then-link-measurements";
    }

    @Override
    public void react(RecordedEvent<IncidentNews> event, CommandContext context) {
        switch (event.event()) {
            case IncidentRaised _ -> {}
            case IncidentClassified e -> {
                var command = IncidentNews.PERFORMANCE.equals(e.category())
                        ? link(event, e)
                        : new UnlinkIncident(e.incidentId(), e.classifiedAt());
                // The same event makes an outage candidate as well.
                complaints.handle(
                        PerformanceEventTypes.complaint(event.tenant(), e.incidentId()),
                        context.distinguishedBy(name()),
                        command);
            }
        }
    }

    private ComplaintCommand link(RecordedEvent<IncidentNews> event, IncidentClassified classified) {
        // A tenant or report that is not known yet will be: the event is tried again.
        var provider = tenants.provider(event.tenant()).orElseThrow();
        var raisedAt = incidents.raisedAt(classified.incidentId()).orElseThrow();
        var day = LocalDate.ofInstant(raisedAt, AgreedCalendars.ZONE);
        return new LinkIncidentToMeasurements(
                classified.incidentId(),
                provider,
                raisedAt,
                day,
                facts.observed(provider, event.tenant(), day),
                classified.classifiedAt());
    }
}
