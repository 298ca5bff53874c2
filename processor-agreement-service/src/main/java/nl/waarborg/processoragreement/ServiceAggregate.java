package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.service.domain.Appointment;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent;
import nl.waarborg.processoragreement.service.domain.Project;
import nl.waarborg.processoragreement.service.domain.ProjectEvent;
import nl.waarborg.processoragreement.service.domain.ServiceRequest;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.NoticeAssessmentOverdue;
import nl.waarborg.processoragreement.service.domain.ServiceRequestDecider;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent;
import nl.waarborg.processoragreement.service.projection.AppointmentsProjection;
import nl.waarborg.processoragreement.service.projection.ProjectsProjection;
import nl.waarborg.processoragreement.service.projection.ServiceRequestsProjection;
import nl.waarborg.processoragreement.service.publication.PublishedServiceEvent;
import nl.waarborg.processoragreement.service.storage.ServiceEventTypes;

/** Services that a customer orders beside its licence (XSV-031 to XSV-037). */
@ApplicationScoped
class ServiceAggregate implements Aggregate {

    private final CommandHandler<ServiceRequestCommand, ServiceRequest, ServiceRequestEvent> requests;
    private final PersonalData personal;

    ServiceAggregate(
            CommandHandler<ServiceRequestCommand, ServiceRequest, ServiceRequestEvent> requests,
            PersonalData personal) {
        this.requests = requests;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ServiceRequestCommand, ServiceRequest, ServiceRequestEvent> requests(
            CommandHandlers handlers) {
        return handlers.of(new ServiceRequestDecider(), ServiceEventTypes.REQUEST_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<Appointment.Command, Appointment, AppointmentEvent> appointments(CommandHandlers handlers) {
        return handlers.of(new Appointment.Rules(), ServiceEventTypes.APPOINTMENT_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<Project.Command, Project, ProjectEvent> projects(CommandHandlers handlers) {
        return handlers.of(new Project.Rules(), ServiceEventTypes.PROJECT_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(
                ServiceEventTypes.REQUEST_EVENTS,
                ServiceEventTypes.APPOINTMENT_EVENTS,
                ServiceEventTypes.PROJECT_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new ServiceRequestsProjection(personal),
                new AppointmentsProjection(),
                new ProjectsProjection(personal));
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return switch (recorded.event()) {
            case ServiceRequestEvent event -> PublishedServiceEvent.from(event);
            case ProjectEvent event -> PublishedServiceEvent.from(event);
            default -> Optional.empty(); // another aggregate's, or an appointment
        };
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(new Reaction(ServiceRequestsProjection.ASSESS, this::assessmentOverdue));
    }

    private void assessmentOverdue(Deadline deadline) {
        requests.handle(
                deadline.stream(),
                CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due()),
                new NoticeAssessmentOverdue(deadline.due()));
    }
}
