package nl.waarborg.processoragreement.service.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
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

/** Service requests, and the clock of their assessment. */
public final class ServiceRequestsProjection implements Projection<ServiceRequestEvent> {

    public static final String ASSESS = "assess-service-request";

    private static final String REQUESTED =
            """
            insert into service_request (request_id, tenant_id, version, kind, fixed_price, text, state, requested_at,
                assess_by, terms_version)
            values (?, ?, ?, ?, ?, ?, 'REQUESTED', ?, ?, ?)""";
    private static final String ASSESSED =
            """
            update service_request set state = 'ASSESSED', assessed_at = ?, suitable = ?, service_manager_id = ?,
                contact_at = ? where request_id = ?""";
    private static final String OVERDUE = "update service_request set overdue = ? where request_id = ?";
    private static final String PROPOSED =
            "update service_request set state = 'PROPOSED', price = ?, planned_on = ? where request_id = ?";
    private static final String ESTIMATED =
            "update service_request set state = 'ESTIMATED', price = ?, lead_time_days = ? where request_id = ?";
    private static final String STATE = "update service_request set state = ? where request_id = ?";
    private static final String SPENT = "update service_request set hours = hours + ? where request_id = ?";
    private static final String DELIVERED =
            """
            update service_request set state = 'DELIVERED', description = ?, delivered_at = ? where request_id = ?""";
    private static final String INVOICED =
            "update service_request set state = 'INVOICED', invoiced_amount = ? where request_id = ?";
    private static final String VERSION = "update service_request set version = ? where request_id = ?";

    private final PersonalData personal;

    public ServiceRequestsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "service-requests";
    }

    @Override
    public Class<ServiceRequestEvent> events() {
        return ServiceRequestEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("service_request");
    }

    @Override
    public void apply(List<RecordedEvent<ServiceRequestEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var id = recorded.stream().id();
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case ServiceRequested e -> {
                    statements.add(
                            REQUESTED,
                            id,
                            tenant,
                            recorded.version(),
                            e.kind(),
                            e.fixedPrice(),
                            personal.protect(tenant, e.text()),
                            e.at(),
                            e.assessBy(),
                            e.termsVersion());
                    if (e.assessBy() != null) {
                        Deadlines.set(
                                connection, List.of(new Deadline(ASSESS, recorded.stream(), "", tenant, e.assessBy())));
                    }
                }
                case ServiceRequestAssessed e -> {
                    statements.add(ASSESSED, e.at(), e.suitable(), e.serviceManagerId(), e.contactAt(), id);
                    Deadlines.cancel(connection, ASSESS, recorded.stream(), "");
                }
                case ServiceAssessmentOverdue _ -> statements.add(OVERDUE, true, id);
                case ServiceAssessmentOverdueWithdrawn _ -> statements.add(OVERDUE, false, id);
                case ServiceProposed e -> statements.add(PROPOSED, e.price(), e.plannedOn(), id);
                case ServiceEstimated e -> statements.add(ESTIMATED, e.cost(), e.leadTimeDays(), id);
                case ServiceApproved _ -> statements.add(STATE, "APPROVED", id);
                case TimeSpentRecorded e -> statements.add(SPENT, e.hours(), id);
                case ServiceDelivered e ->
                    statements.add(DELIVERED, personal.protect(tenant, e.description()), e.at(), id);
                case ServiceInvoiced e -> statements.add(INVOICED, e.amount(), id);
                case ServiceRequestClosed _ -> {
                    statements.add(STATE, "CLOSED", id);
                    Deadlines.cancel(connection, ASSESS, recorded.stream(), "");
                }
            }
            statements.add(VERSION, recorded.version(), id);
        }
        statements.run(connection);
    }
}
