package nl.waarborg.processoragreement.securitytest.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestOverdue;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestOverdueWithdrawn;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestRecorded;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestResultPublished;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTests;

/** The stored names of the events of security tests. */
public final class SecurityTestEventTypes {

    public static final EventTypes<SecurityTestEvent> SECURITY_TEST_EVENTS = new EventTypes<>(
                    SecurityTests.CATEGORY, SecurityTestEvent.class)
            .type("security-test-recorded", SecurityTestRecorded.class)
            .type("security-test-result-published", SecurityTestResultPublished.class)
            .type("security-test-overdue", SecurityTestOverdue.class)
            .type("security-test-overdue-withdrawn", SecurityTestOverdueWithdrawn.class);

    private SecurityTestEventTypes() {}
}
