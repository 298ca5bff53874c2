package nl.waarborg.processoragreement.ai.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.ai.domain.AiOffer.ChangeKind;
import nl.waarborg.processoragreement.ai.domain.AiOffer.Guarantees;
import nl.waarborg.processoragreement.ai.domain.AiOfferCommand.AnnounceAiChange;
import nl.waarborg.processoragreement.ai.domain.AiOfferCommand.RegisterAiSupplier;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent.AiChangeAnnounced;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent.AiSupplierRegistered;
import nl.waarborg.processoragreement.ai.domain.AiUse.RiskCategory;
import nl.waarborg.processoragreement.ai.domain.AiUse.Side;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.ActivateAiFeature;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.DeactivateAiFeature;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.DeclareAiUse;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.SignalAiFairUse;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFairUseExceeded;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFeatureActivated;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFeatureDeactivated;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiUseDeclared;
import nl.waarborg.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiDecidersTest {

    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final UUID ID = new UUID(0, 1);
    private static final Guarantees ALL = new Guarantees(true, true, true);
    private static final AiFeature FEATURE = AiFeature.WORKFLOWS;
    private static final AiSupplierRegistered SUPPLIER =
            new AiSupplierRegistered("MS_AZURE", "Microsoft Azure", Set.of(FEATURE), ALL, NOW);
    private static final AiOffer OFFER = new AiOffer(List.of(SUPPLIER), List.of());
    private static final AiUseEvent ACTIVE = new AiFeatureActivated(FEATURE, "2026-1", "MS_AZURE", ID, NOW);
    private static final AiUseEvent DISCUSSED = exceeded("12000", TODAY);

    private final DeciderSpecification<AiOfferCommand, AiOffer, AiOfferEvent> offer =
            new DeciderSpecification<>(new AiOfferDecider());
    private final DeciderSpecification<AiUseCommand, AiUse, AiUseEvent> use =
            new DeciderSpecification<>(new AiUseDecider());

    @ParameterizedTest
    @CsvSource({"false, true, true", "true, false, true", "true, true, false"})
    @Rule("XSV-042")
    void a_supplier_gives_all_guarantees(boolean inEea, boolean noTraining, boolean noCommerce) {
        offer.given()
                .when(new RegisterAiSupplier(
                        "MS_AZURE",
                        "Microsoft Azure",
                        Set.of(FEATURE),
                        new Guarantees(inEea, noTraining, noCommerce),
                        NOW))
                .thenRejected("XSV-042");
    }

    @Test
    @Rule("XSV-042")
    void a_supplier_is_registered_once_until_something_changes() {
        var register = new RegisterAiSupplier("MS_AZURE", "Microsoft Azure", Set.of(FEATURE), ALL, NOW);
        offer.given().when(register).then(SUPPLIER);
        offer.given(SUPPLIER).when(register).thenNothing();
        var both = Set.of(FEATURE, AiFeature.INSITE_SUGGESTIONS);
        offer.given(SUPPLIER)
                .when(new RegisterAiSupplier("MS_AZURE", "Microsoft Azure", both, ALL, NOW))
                .then(new AiSupplierRegistered("MS_AZURE", "Microsoft Azure", both, ALL, NOW));
    }

    @Test
    @Rule("XSV-043")
    void a_change_is_told_before_its_day() {
        offer.given().when(announce(TODAY)).thenRejected("XSV-043");
        var change = new AiChangeAnnounced(ID, FEATURE, ChangeKind.STOPPED, "It ends", TODAY.plusDays(1), NOW);
        offer.given().when(announce(TODAY.plusDays(1))).then(change);
        offer.given(change).when(announce(TODAY.plusDays(1))).thenNothing();
    }

    @Test
    @Rule("XSV-041")
    void a_function_is_activated_explicitly_and_that_agrees_to_the_conditions() {
        use.given().when(activate("2026-1", OFFER, NOW)).then(ACTIVE);
        use.given(ACTIVE).when(activate("2026-1", OFFER, NOW)).thenNothing();
        use.given(ACTIVE)
                .when(activate("2027-1", OFFER, NOW))
                .then(new AiFeatureActivated(FEATURE, "2027-1", "MS_AZURE", ID, NOW));
        use.given(ACTIVE)
                .when(new DeactivateAiFeature(FEATURE, Side.CUSTOMER, null, OFFER, NOW))
                .then(new AiFeatureDeactivated(FEATURE, Side.CUSTOMER, null, NOW));
        use.given()
                .when(new DeactivateAiFeature(FEATURE, Side.CUSTOMER, null, OFFER, NOW))
                .thenNothing();
    }

    @Test
    @Rule("XSV-042")
    void nothing_is_activated_whose_supplier_gave_no_guarantees() {
        use.given().when(activate("2026-1", AiOffer.NONE, NOW)).thenRejected("XSV-042");
    }

    @Test
    @Rule("XSV-043")
    void the_vendor_deactivates_after_the_excess_was_discussed() {
        use.given(ACTIVE).when(holdBack(null)).thenRejected("XSV-043");
        use.given(ACTIVE, exceeded("12000", null)).when(holdBack(null)).thenRejected("XSV-043");
        use.given(ACTIVE, DISCUSSED).when(holdBack(null)).then(heldBack(null));
        use.given(ACTIVE, DISCUSSED, heldBack(null)).when(holdBack(null)).thenNothing();
        use.given().when(holdBack(null)).thenRejected("XSV-043");
    }

    @Test
    @Rule("XSV-043")
    void a_temporary_deactivation_ends_after_its_last_day() {
        var until = heldBack(TODAY.plusDays(2));
        use.given(ACTIVE, DISCUSSED, until).when(activate("2026-1", OFFER, NOW)).thenRejected("XSV-043");
        var lastMoment = Instant.parse("2026-06-03T21:59:59Z");
        use.given(ACTIVE, DISCUSSED, until)
                .when(activate("2026-1", OFFER, lastMoment))
                .thenRejected("XSV-043");
        var after = Instant.parse("2026-06-03T22:00:00Z");
        use.given(ACTIVE, DISCUSSED, until)
                .when(activate("2026-1", OFFER, after))
                .then(new AiFeatureActivated(FEATURE, "2026-1", "MS_AZURE", ID, after));
    }

    @Test
    @Rule("XSV-043")
    void a_function_whose_end_was_announced_is_not_activated_from_its_day_on_and_can_be_deactivated() {
        var ended = new AiOffer(
                List.of(SUPPLIER),
                List.of(new AiChangeAnnounced(ID, FEATURE, ChangeKind.STOPPED, "It ends", TODAY, NOW)));
        use.given().when(activate("2026-1", ended, NOW)).thenRejected("XSV-043");
        use.given().when(activate("2026-1", ended, NOW.minusSeconds(86_400))).events();
        use.given(ACTIVE)
                .when(new DeactivateAiFeature(FEATURE, Side.VENDOR, null, ended, NOW))
                .then(heldBack(null));
    }

    @Test
    @Rule("XSV-043")
    void fair_use_is_what_the_terms_say_and_signalled_by_hand_where_they_say_nothing() {
        use.given(ACTIVE).when(signal("1", null)).then(new AiFairUseExceeded(FEATURE, number("1"), null, null, NOW));
        use.given(ACTIVE).when(signal("10000", number("10000"))).thenRejected("XSV-043");
        use.given(ACTIVE)
                .when(signal("10000.5", number("10000")))
                .then(new AiFairUseExceeded(FEATURE, number("10000.5"), number("10000"), null, NOW));
        use.given().when(signal("1", null)).thenRejected("XSV-043");
    }

    @Test
    @Rule("XSV-044")
    void who_uses_ai_accepts_the_duties_and_who_makes_a_high_risk_application_those_of_its_provider() {
        use.given().when(declare(RiskCategory.LIMITED, false, false)).thenRejected("XSV-044");
        use.given().when(declare(RiskCategory.HIGH, true, false)).thenRejected("XSV-044");
        use.given().when(declare(RiskCategory.HIGH, true, true)).then(declared(RiskCategory.HIGH, true));
        use.given().when(declare(RiskCategory.LIMITED, true, true)).then(declared(RiskCategory.LIMITED, false));
        use.given(declared(RiskCategory.LIMITED, false))
                .when(declare(RiskCategory.LIMITED, true, true))
                .thenNothing();
    }

    private static AnnounceAiChange announce(LocalDate from) {
        return new AnnounceAiChange(ID, FEATURE, ChangeKind.STOPPED, "It ends", from, NOW);
    }

    private static ActivateAiFeature activate(String conditions, AiOffer offer, Instant at) {
        return new ActivateAiFeature(FEATURE, conditions, offer, ID, at);
    }

    private static DeactivateAiFeature holdBack(@Nullable LocalDate until) {
        return new DeactivateAiFeature(FEATURE, Side.VENDOR, until, OFFER, NOW);
    }

    private static AiUseEvent heldBack(@Nullable LocalDate until) {
        return new AiFeatureDeactivated(FEATURE, Side.VENDOR, until, NOW);
    }

    private static AiUseEvent exceeded(String usage, @Nullable LocalDate discussedOn) {
        return new AiFairUseExceeded(FEATURE, number(usage), null, discussedOn, NOW);
    }

    private static SignalAiFairUse signal(String usage, @Nullable BigDecimal threshold) {
        return new SignalAiFairUse(FEATURE, number(usage), threshold, null, NOW);
    }

    private static DeclareAiUse declare(RiskCategory category, boolean duties, boolean providers) {
        return new DeclareAiUse(ID, FEATURE, category, "Answers", duties, providers, NOW);
    }

    private static AiUseEvent declared(RiskCategory category, boolean provider) {
        return new AiUseDeclared(ID, FEATURE, category, "Answers", provider, NOW);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
