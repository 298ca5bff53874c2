package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.datasubject.automation.WhenRequestIsAnIncidentThenRegister;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectDecider;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectRequest;
import nl.waarborg.processoragreement.datasubject.projection.DataSubjectsProjection;
import nl.waarborg.processoragreement.datasubject.storage.DataSubjectEventTypes;

/** Requests of data subjects (PRA-024, PRA-025). Nothing of them leaves the service. */
@ApplicationScoped
class DataSubjectAggregate implements Aggregate {

    private final WhenRequestIsAnIncidentThenRegister incidents;
    private final PersonalData personal;

    DataSubjectAggregate(WhenRequestIsAnIncidentThenRegister incidents, PersonalData personal) {
        this.incidents = incidents;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<DataSubjectCommand, DataSubjectRequest, DataSubjectEvent> requests(CommandHandlers handlers) {
        return handlers.of(new DataSubjectDecider(), DataSubjectEventTypes.DATA_SUBJECT_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(DataSubjectEventTypes.DATA_SUBJECT_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new DataSubjectsProjection(personal));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(incidents);
    }
}
