package nl.waarborg.processoragreement.service.domain;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.ApproveService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.AssessServiceRequest;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.CloseServiceRequest;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.DeliverService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.EstimateService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.InvoiceService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.NoticeAssessmentOverdue;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.ProposeService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.RecordTimeSpent;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.RequestService;
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

/** XSV-020, XSV-031 to XSV-033, XSV-037. */
public final class ServiceRequestDecider
        implements Decider<ServiceRequestCommand, ServiceRequest, ServiceRequestEvent> {

    private static final String RULE = "XSV-032";

    @Override
    public ServiceRequest initialState() {
        return ServiceRequest.NONE;
    }

    @Override
    public Decision<ServiceRequestEvent> decide(ServiceRequestCommand command, ServiceRequest request) {
        if (command instanceof RequestService c) {
            return request.requested() == null ? Decision.of(requested(c)) : Decision.nothing();
        }
        var requested = request.requested();
        if (requested == null) {
            return Decision.reject(RULE, "no-service-request", "No such service was requested.");
        }
        if (request.closed()) {
            return command instanceof CloseServiceRequest || command instanceof NoticeAssessmentOverdue
                    ? Decision.nothing()
                    : Decision.reject(RULE, "service-request-closed", "The request is closed.");
        }
        return switch (command) {
            case RequestService _ -> Decision.nothing();
            case AssessServiceRequest c -> assess(c, requested, request);
            case NoticeAssessmentOverdue _ -> notice(requested, request);
            case ProposeService c -> propose(c, requested, request);
            case EstimateService c -> estimate(c, requested, request);
            case ApproveService c -> approve(c, request);
            case RecordTimeSpent c ->
                work(request, Decision.of(new TimeSpentRecorded(c.entryId(), c.employeeId(), c.hours(), c.day())));
            case DeliverService c ->
                request.delivered()
                        ? Decision.nothing()
                        : work(
                                request,
                                Decision.of(new ServiceDelivered(
                                        requested.requestId(),
                                        requested.kind(),
                                        c.description(),
                                        request.hours(),
                                        c.at())));
            case InvoiceService c -> invoice(c, requested, request);
            case CloseServiceRequest c -> close(c, requested, request);
        };
    }

    private static ServiceRequested requested(RequestService c) {
        return new ServiceRequested(
                c.requestId(),
                c.kind(),
                c.fixedPrice(),
                c.text(),
                c.environmentId(),
                c.clock().assessBy(),
                c.clock().termsVersion(),
                c.at());
    }

    /** Three results: whether it is the right service, who takes it, when that person makes contact (XSV-033). */
    private static Decision<ServiceRequestEvent> assess(
            AssessServiceRequest c, ServiceRequested requested, ServiceRequest request) {
        if (request.suitable() != null) {
            return request.suitable() == c.suitable()
                    ? Decision.nothing()
                    : Decision.reject("XSV-033", "already-assessed", "The request was assessed otherwise before.");
        }
        if (c.suitable() && (c.serviceManagerId() == null || c.contactAt() == null)) {
            return Decision.reject(
                    "XSV-033",
                    "assessment-incomplete",
                    "The assessment says who takes it up and when contact is made.");
        }
        if (c.at().isBefore(requested.at())) {
            return Decision.reject(
                    "XSV-033", "assessed-before-request", "A request is not assessed before it was made.");
        }
        var by = requested.assessBy();
        var decision = missed(c.at(), requested, request)
                .and(List.of(new ServiceRequestAssessed(c.suitable(), c.serviceManagerId(), c.contactAt(), c.at())));
        return request.overdue() && by != null && !c.at().isAfter(by)
                ? decision.and(List.of(new ServiceAssessmentOverdueWithdrawn(c.at())))
                : decision;
    }

    /** What the clock did not notice before a fact of a later moment arrived. */
    private static Decision<ServiceRequestEvent> missed(
            Instant at, ServiceRequested requested, ServiceRequest request) {
        var by = requested.assessBy();
        return by != null && at.isAfter(by) ? notice(requested, request) : Decision.nothing();
    }

    private static Decision<ServiceRequestEvent> notice(ServiceRequested requested, ServiceRequest request) {
        var by = requested.assessBy();
        return by == null || request.suitable() != null || request.overdue()
                ? Decision.nothing()
                : Decision.of(new ServiceAssessmentOverdue(by));
    }

    private static Decision<ServiceRequestEvent> propose(
            ProposeService c, ServiceRequested requested, ServiceRequest request) {
        if (!requested.fixedPrice()) {
            return Decision.reject(
                    "XSV-031", "not-at-a-fixed-price", "This service is estimated and charged by the hour.");
        }
        return offer(requested, request, Decision.of(new ServiceProposed(c.price(), c.plannedOn(), c.at())));
    }

    private static Decision<ServiceRequestEvent> estimate(
            EstimateService c, ServiceRequested requested, ServiceRequest request) {
        if (requested.fixedPrice()) {
            return Decision.reject("XSV-034", "at-a-fixed-price", "This service has a fixed price agreed beforehand.");
        }
        return offer(requested, request, Decision.of(new ServiceEstimated(c.cost(), c.leadTimeDays(), c.at())));
    }

    private static Decision<ServiceRequestEvent> offer(
            ServiceRequested requested, ServiceRequest request, Decision<ServiceRequestEvent> offer) {
        if (Boolean.FALSE.equals(request.suitable())) {
            return Decision.reject(
                    RULE, "not-the-right-service", "The assessment said that this is not the right service.");
        }
        var mustBeAssessed =
                switch (requested.kind()) {
                    case SERVICE_MANAGEMENT, SUCCESS_MANAGEMENT -> true;
                    case CONSULTANCY -> false;
                };
        if (mustBeAssessed && request.suitable() == null) {
            return Decision.reject(
                    requested.kind() == ServiceKind.SUCCESS_MANAGEMENT ? "XSV-037" : "XSV-033",
                    "not-assessed",
                    "The request is assessed first.");
        }
        return request.delivered() ? Decision.reject(RULE, "already-delivered", "The service was delivered.") : offer;
    }

    private static Decision<ServiceRequestEvent> approve(ApproveService c, ServiceRequest request) {
        if (request.approved()) {
            return Decision.nothing();
        }
        return request.price() == null
                ? Decision.reject("XSV-031", "nothing-to-approve", "There is no proposal or estimate yet.")
                : Decision.of(new ServiceApproved(c.personId(), c.at()));
    }

    private static Decision<ServiceRequestEvent> work(ServiceRequest request, Decision<ServiceRequestEvent> work) {
        return request.approved()
                ? work
                : Decision.reject(RULE, "not-approved", "Work starts after the customer's approval.");
    }

    /** The fixed price, or what was actually spent (nacalculatie). */
    private static Decision<ServiceRequestEvent> invoice(
            InvoiceService c, ServiceRequested requested, ServiceRequest request) {
        if (request.invoiced()) {
            return Decision.nothing();
        }
        var price = request.price();
        if (!request.delivered() || price == null) {
            return Decision.reject("XSV-031", "not-delivered", "A service is charged afterwards.");
        }
        if (requested.fixedPrice()) {
            return Decision.of(new ServiceInvoiced(price, c.at()));
        }
        var rate = c.hourlyRate();
        return rate == null
                ? Decision.reject("XSV-031", "no-rate", "What is charged by the hour needs the rate.")
                : Decision.of(
                        new ServiceInvoiced(request.hours().multiply(rate).setScale(2, RoundingMode.HALF_UP), c.at()));
    }

    private static Decision<ServiceRequestEvent> close(
            CloseServiceRequest c, ServiceRequested requested, ServiceRequest request) {
        var open = request.approved() && !request.delivered();
        return open
                ? Decision.reject(RULE, "not-delivered", "Approved work is delivered before its request is closed.")
                : missed(c.at(), requested, request)
                        .and(List.of(new ServiceRequestClosed(requested.requestId(), c.at())));
    }

    @Override
    public ServiceRequest evolve(ServiceRequest request, ServiceRequestEvent event) {
        return switch (event) {
            case ServiceRequested e -> request.with(e);
            case ServiceRequestAssessed e -> request.assessed(e.suitable());
            case ServiceAssessmentOverdue _ -> request.overdue(true);
            case ServiceAssessmentOverdueWithdrawn _ -> request.overdue(false);
            case ServiceProposed e -> request.at(e.price());
            case ServiceEstimated e -> request.at(e.cost());
            case ServiceApproved _ -> request.approve();
            case TimeSpentRecorded e -> request.spending(e.hours());
            case ServiceDelivered _ -> request.deliver();
            case ServiceInvoiced _ -> request.invoice();
            case ServiceRequestClosed _ -> request.close();
        };
    }
}
