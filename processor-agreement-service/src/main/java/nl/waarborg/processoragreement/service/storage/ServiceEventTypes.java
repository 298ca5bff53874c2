package nl.waarborg.processoragreement.service.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.service.domain.Appointment;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.AppointmentCancelled;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.AppointmentPlanned;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.CancellationFeeDue;
import nl.waarborg.processoragreement.service.domain.Project;
import nl.waarborg.processoragreement.service.domain.ProjectEvent;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.BudgetOverrunSignalled;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectClosed;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectEvaluated;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectHandedOver;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectNoteRecorded;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectSpendingRecorded;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectStarted;
import nl.waarborg.processoragreement.service.domain.ServiceRequest;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceApproved;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceAssessmentOverdue;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceAssessmentOverdueWithdrawn;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceDelivered;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceEstimated;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceInvoiced;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceProposed;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequestAssessed;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequestClosed;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequested;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.TimeSpentRecorded;

/** The stored names of the events of services, for ever. */
public final class ServiceEventTypes {

    public static final EventTypes<ServiceRequestEvent> REQUEST_EVENTS = new EventTypes<>(
                    ServiceRequest.CATEGORY, ServiceRequestEvent.class)
            .type("service-requested", ServiceRequested.class)
            .type("service-request-assessed", ServiceRequestAssessed.class)
            .type("service-assessment-overdue", ServiceAssessmentOverdue.class)
            .type("service-assessment-overdue-withdrawn", ServiceAssessmentOverdueWithdrawn.class)
            .type("service-proposed", ServiceProposed.class)
            .type("service-estimated", ServiceEstimated.class)
            .type("service-approved", ServiceApproved.class)
            .type("time-spent-recorded", TimeSpentRecorded.class)
            .type("service-delivered", ServiceDelivered.class)
            .type("service-invoiced", ServiceInvoiced.class)
            .type("service-request-closed", ServiceRequestClosed.class);

    public static final EventTypes<AppointmentEvent> APPOINTMENT_EVENTS = new EventTypes<>(
                    Appointment.CATEGORY, AppointmentEvent.class)
            .type("appointment-planned", AppointmentPlanned.class)
            .type("appointment-cancelled", AppointmentCancelled.class)
            .type("cancellation-fee-due", CancellationFeeDue.class);

    public static final EventTypes<ProjectEvent> PROJECT_EVENTS = new EventTypes<>(Project.CATEGORY, ProjectEvent.class)
            .type("project-started", ProjectStarted.class)
            .type("project-note-recorded", ProjectNoteRecorded.class)
            .type("project-spending-recorded", ProjectSpendingRecorded.class)
            .type("budget-overrun-signalled", BudgetOverrunSignalled.class)
            .type("project-handed-over", ProjectHandedOver.class)
            .type("project-evaluated", ProjectEvaluated.class)
            .type("project-closed", ProjectClosed.class);

    private ServiceEventTypes() {}
}
