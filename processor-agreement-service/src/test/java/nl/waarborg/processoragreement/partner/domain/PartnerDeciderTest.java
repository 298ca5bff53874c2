package nl.waarborg.processoragreement.partner.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand.RecordExpertReference;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand.RegisterPartner;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand.RemovePartner;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.ExpertReferenceRecorded;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.PartnerRegistered;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.PartnerRemoved;
import nl.waarborg.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartnerDeciderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private final DeciderSpecification<PartnerCommand, Partner, PartnerEvent> partners =
            new DeciderSpecification<>(new PartnerDecider());

    @Test
    @Rule("XSV-053")
    void who_needs_a_test_or_a_check_is_listed_with_it_only() {
        for (var kind : new PartnerKind[] {PartnerKind.SERVICE_PARTNER, PartnerKind.IMPLEMENTATION_PARTNER}) {
            partners.given().when(register(kind, null, null)).then(registered(kind, null, null));
        }
        partners.given().when(register(PartnerKind.EXPERT, null, null)).thenRejected("XSV-053");
        partners.given()
                .when(register(PartnerKind.EXPERT, TODAY, null))
                .then(registered(PartnerKind.EXPERT, TODAY, null));
        partners.given()
                .when(register(PartnerKind.CERTIFIED_COUPLING, TODAY, null))
                .thenRejected("XSV-053");
        partners.given()
                .when(register(PartnerKind.CERTIFIED_COUPLING, null, TODAY))
                .thenRejected("XSV-053");
        partners.given()
                .when(register(PartnerKind.CERTIFIED_COUPLING, TODAY, TODAY))
                .then(registered(PartnerKind.CERTIFIED_COUPLING, TODAY, TODAY));
        partners.given()
                .when(register(PartnerKind.EXPERT, TODAY.plusDays(1), null))
                .thenRejected("XSV-053");
    }

    @Test
    @Rule("XSV-053")
    void an_expert_is_tested_again_and_has_references_every_year() {
        var expert = registered(PartnerKind.EXPERT, TODAY.minusYears(1), null);
        partners.given(expert)
                .when(register(PartnerKind.EXPERT, TODAY.minusYears(1), null))
                .thenNothing();
        partners.given(expert)
                .when(register(PartnerKind.EXPERT, TODAY, null))
                .then(registered(PartnerKind.EXPERT, TODAY, null));
        var reference = new ExpertReferenceRecorded(expert.partnerId(), "afas", 2026, "A careful migration", NOW);
        partners.given(expert).when(refer(2026)).then(reference);
        partners.given(expert, reference).when(refer(2026)).thenNothing();
        partners.given(expert).when(refer(2027)).thenRejected("XSV-053");
        partners.given(registered(PartnerKind.SERVICE_PARTNER, null, null))
                .when(refer(2026))
                .thenRejected("XSV-053");
        partners.given().when(refer(2026)).thenRejected("XSV-053");
        var removed = new PartnerRemoved(expert.partnerId(), "afas", NOW);
        partners.given(expert).when(new RemovePartner(NOW)).then(removed);
        partners.given(expert, removed).when(new RemovePartner(NOW)).thenNothing();
    }

    private static RegisterPartner register(
            PartnerKind kind, @Nullable LocalDate testedOn, @Nullable LocalDate checkedOn) {
        return new RegisterPartner("afas", kind, "Example B.V.", null, testedOn, checkedOn, TODAY, NOW);
    }

    private static PartnerRegistered registered(
            PartnerKind kind, @Nullable LocalDate testedOn, @Nullable LocalDate checkedOn) {
        return new PartnerRegistered(
                Partner.stream("afas", kind, "Example B.V.").id(),
                "afas",
                kind,
                "Example B.V.",
                null,
                testedOn,
                checkedOn,
                NOW);
    }

    private static RecordExpertReference refer(int year) {
        return new RecordExpertReference(Year.of(year), "A careful migration", TODAY, NOW);
    }
}
