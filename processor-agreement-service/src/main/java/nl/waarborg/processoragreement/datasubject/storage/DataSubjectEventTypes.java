package nl.waarborg.processoragreement.datasubject.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectAssistanceGiven;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectAssistanceRequested;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectRequestForwarded;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectRequestReceived;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectRequest;

/** The stored names of the events of data subjects' requests. */
public final class DataSubjectEventTypes {

    public static final EventTypes<DataSubjectEvent> DATA_SUBJECT_EVENTS = new EventTypes<>(
                    DataSubjectRequest.CATEGORY, DataSubjectEvent.class)
            .type("data-subject-request-received", DataSubjectRequestReceived.class)
            .type("data-subject-request-forwarded", DataSubjectRequestForwarded.class)
            .type("data-subject-assistance-requested", DataSubjectAssistanceRequested.class)
            .type("data-subject-assistance-given", DataSubjectAssistanceGiven.class);

    private DataSubjectEventTypes() {}
}
