package nl.waarborg.processoragreement.firstclass.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.FirstClassActivityRecorded;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.FirstClassContactAssigned;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.FirstClassMeetingHeld;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.FirstClassMeetingPlanned;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.OptimisationSessionBooked;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.OptimisationSessionRefused;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCareEvent.TestSessionPlanned;

/** The stored names of the events of First Class, for ever. */
public final class FirstClassEventTypes {

    public static final EventTypes<FirstClassCareEvent> CARE_EVENTS = new EventTypes<>(
                    FirstClassCare.CATEGORY, FirstClassCareEvent.class)
            .type("first-class-contact-assigned", FirstClassContactAssigned.class)
            .type("first-class-meeting-planned", FirstClassMeetingPlanned.class)
            .type("first-class-meeting-held", FirstClassMeetingHeld.class)
            .type("optimisation-session-booked", OptimisationSessionBooked.class)
            .type("optimisation-session-refused", OptimisationSessionRefused.class)
            .type("test-session-planned", TestSessionPlanned.class)
            .type("first-class-activity-recorded", FirstClassActivityRecorded.class);

    private FirstClassEventTypes() {}
}
