package nl.waarborg.incident.systemuser.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.incident.systemuser.domain.SupportPlusCommand.ActivateSupportPlus;
import nl.waarborg.incident.systemuser.domain.SupportPlusCommand.DeactivateSupportPlus;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent.SupportPlusActivated;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent.SupportPlusDeactivated;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("INC-055")
class SupportPlusDeciderTest {

    private static final UUID ADMINISTRATOR = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final DeciderSpecification<SupportPlusCommand, SupportPlus, SupportPlusEvent> supportPlus =
            new DeciderSpecification<>(new SupportPlusDecider());

    private final SupportPlusActivated activated = new SupportPlusActivated(ADMINISTRATOR, AT);
    private final SupportPlusDeactivated deactivated = new SupportPlusDeactivated(ADMINISTRATOR, AT);

    @Test
    void it_is_switched_on_and_off_as_often_as_the_administrator_likes() {
        supportPlus
                .given()
                .when(new ActivateSupportPlus(ADMINISTRATOR, true, AT))
                .then(activated);
        supportPlus
                .given(activated)
                .when(new ActivateSupportPlus(ADMINISTRATOR, true, AT))
                .thenNothing();
        supportPlus
                .given(activated)
                .when(new DeactivateSupportPlus(ADMINISTRATOR, AT))
                .then(deactivated);
        supportPlus
                .given(activated, deactivated)
                .when(new ActivateSupportPlus(ADMINISTRATOR, true, AT))
                .then(activated);
    }

    @Test
    void an_agreement_without_the_term_does_not_offer_it() {
        supportPlus
                .given()
                .when(new ActivateSupportPlus(ADMINISTRATOR, false, AT))
                .thenRejected("INC-055");
    }
}
