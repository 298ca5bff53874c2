package nl.waarborg.processoragreement.datasubject.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.ForwardDataSubjectRequest;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.GiveDataSubjectAssistance;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.ReceiveDataSubjectRequest;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.RequestDataSubjectAssistance;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectAssistanceGiven;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectAssistanceRequested;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectRequestForwarded;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectRequestReceived;

/** The vendor passes a request on and helps the controller, who alone answers (PRA-024, PRA-025). */
public final class DataSubjectDecider implements Decider<DataSubjectCommand, DataSubjectRequest, DataSubjectEvent> {

    @Override
    public DataSubjectRequest initialState() {
        return new DataSubjectRequest(null, false, false, false, null, false);
    }

    @Override
    public Decision<DataSubjectEvent> decide(DataSubjectCommand command, DataSubjectRequest request) {
        return switch (command) {
            case ReceiveDataSubjectRequest c ->
                request.requestId() != null
                        ? Decision.nothing()
                        : Decision.of(new DataSubjectRequestReceived(
                                c.requestId(), c.kind(), c.dataSubject(), c.text(), c.receivedAt(), c.receivedBy()));
            case ForwardDataSubjectRequest c -> forward(c, request);
            case RequestDataSubjectAssistance c -> ask(c, request);
            case GiveDataSubjectAssistance c -> assist(c, request);
        };
    }

    private static Decision<DataSubjectEvent> forward(ForwardDataSubjectRequest c, DataSubjectRequest request) {
        var id = request.requestId();
        if (id == null || !request.received()) {
            return Decision.reject("PRA-024", "not-received", "There is no such request of a data subject.");
        }
        return request.forwarded()
                ? Decision.nothing()
                : Decision.of(new DataSubjectRequestForwarded(id, c.terms().handover(), c.forwardedBy(), c.at()));
    }

    private static Decision<DataSubjectEvent> ask(RequestDataSubjectAssistance c, DataSubjectRequest request) {
        if (c.terms().afterWrittenRequest() && !c.written()) {
            return Decision.reject("PRA-025", "not-in-writing", "Assistance is given after a written request.");
        }
        var open = request.assistanceRequested() && !request.assisted();
        return open && c.text().equals(request.asked())
                ? Decision.nothing()
                : Decision.of(new DataSubjectAssistanceRequested(
                        c.requestId(), c.written(), c.text(), c.requestedBy(), c.at()));
    }

    private static Decision<DataSubjectEvent> assist(GiveDataSubjectAssistance c, DataSubjectRequest request) {
        var id = request.requestId();
        if (id == null || !request.assistanceRequested()) {
            return Decision.reject("PRA-025", "not-requested", "The controller has not asked for assistance.");
        }
        if (!c.feasible()) {
            return c.terms().afterWrittenRequest()
                    ? Decision.reject("PRA-025", "no-access", "The vendor has no access to these data.")
                    : Decision.reject("PRA-025", "not-in-the-software", "The software does not allow it.");
        }
        return request.assisted()
                ? Decision.nothing()
                : Decision.of(new DataSubjectAssistanceGiven(id, c.result(), c.givenBy(), c.at()));
    }

    @Override
    public DataSubjectRequest evolve(DataSubjectRequest request, DataSubjectEvent event) {
        return switch (event) {
            case DataSubjectRequestReceived e ->
                new DataSubjectRequest(
                        e.requestId(), true, false, request.assistanceRequested(), request.asked(), request.assisted());
            case DataSubjectRequestForwarded e ->
                new DataSubjectRequest(
                        e.requestId(),
                        request.received(),
                        true,
                        request.assistanceRequested(),
                        request.asked(),
                        request.assisted());
            case DataSubjectAssistanceRequested e ->
                new DataSubjectRequest(e.requestId(), request.received(), request.forwarded(), true, e.text(), false);
            case DataSubjectAssistanceGiven e ->
                new DataSubjectRequest(
                        e.requestId(), request.received(), request.forwarded(), true, request.asked(), true);
        };
    }
}
