package nl.waarborg.processoragreement.organisation.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.organisation.domain.OrganisationCommand.ChangeOrganisationData;
import nl.waarborg.processoragreement.organisation.domain.OrganisationEvent.OrganisationDataChanged;
import nl.waarborg.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganisationDeciderTest {

    private static final UUID PERSON = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final DeciderSpecification<OrganisationCommand, Organisation, OrganisationEvent> organisation =
            new DeciderSpecification<>(new OrganisationDecider());

    @Test
    @Rule("XSV-055")
    void what_changed_is_named_and_nothing_is_recorded_twice() {
        var first = new OrganisationDataChanged(
                List.of(OrganisationField.LEGAL_NAME, OrganisationField.PHONE), data("033-1234567"), PERSON, NOW);
        organisation.given().when(change("033-1234567")).then(first);
        organisation.given(first).when(change("033-1234567")).thenNothing();
        organisation
                .given(first)
                .when(change(null))
                .then(new OrganisationDataChanged(List.of(OrganisationField.PHONE), data(null), PERSON, NOW));
    }

    private static ChangeOrganisationData change(@Nullable String phone) {
        return new ChangeOrganisationData(data(phone), PERSON, NOW);
    }

    private static OrganisationData data(@Nullable String phone) {
        return new OrganisationData("Example Care Foundation", null, null, null, phone, null, null);
    }
}
