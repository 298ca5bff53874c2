package nl.waarborg.processoragreement.agreement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AdoptSlaVersion;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AgreeSpecificTerms;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AttachDocument;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ChangeTerms;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ConcludeAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.EndAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.RegisterSeparateAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.SignAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.TerminateAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementDocumentAttached;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementSigned;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SeparateProcessorAgreementRegistered;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SlaVersionAdopted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SpecificTermAgreed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.TermKey;
import org.junit.jupiter.api.Test;

class AgreementPapersTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");
    private static final String FOUR_DAYS = "4 WORKING_DAYS";

    private final DeciderSpecification<AgreementCommand, Agreement, AgreementEvent> agreement =
            new DeciderSpecification<>(new AgreementDecider());

    @Test
    @Rule("PRA-002")
    void a_separate_agreement_goes_before_specific_provisions_before_the_standard_key_by_key() {
        var history = concluded(Preset.AFAS_SLA);
        history = after(
                history,
                agreement
                        .given(history)
                        .when(new AgreeSpecificTerms(
                                provisions(
                                        Map.of("breach.informWithin", "PT36H", "subprocessor.notice", "P42D"),
                                        Origin.SPECIFIC_PROVISION),
                                JULY,
                                NOW))
                        .events());
        history = after(
                history,
                agreement
                        .given(history)
                        .when(new RegisterSeparateAgreement(
                                "Verwerkersovereenkomst",
                                "BOZ_2022",
                                provisions(Map.of("breach.informWithin", "PT24H"), Origin.SEPARATE_AGREEMENT),
                                JULY,
                                NOW))
                        .events());

        assertEquals(
                new SeparateProcessorAgreementRegistered("Verwerkersovereenkomst", "BOZ_2022", JULY),
                history.get(history.size() - 2));
        var terms = assertInstanceOf(TenantTermsPublished.class, history.getLast());
        assertTerm("PT24H", Origin.SEPARATE_AGREEMENT, terms, "breach.informWithin");
        assertTerm("PT1008H", Origin.SPECIFIC_PROVISION, terms, "subprocessor.notice");
        assertTerm("PT72H", Origin.PRESET, terms, "breach.controllerWindow");
    }

    @Test
    @Rule("PRA-005")
    void specific_provisions_are_recorded_one_by_one_and_take_their_place_in_the_terms() {
        var history = concluded(Preset.PHOCUS_CLOUD);
        var agree = new AgreeSpecificTerms(
                provisions(Map.of("audit.cost", "VENDOR"), Origin.SPECIFIC_PROVISION), JULY, NOW);
        var events = agreement.given(history).when(agree).events();

        assertEquals(new SpecificTermAgreed("audit.cost", "VENDOR", "art. 2", JULY), events.getFirst());
        assertTerm(
                "VENDOR",
                Origin.SPECIFIC_PROVISION,
                assertInstanceOf(TenantTermsPublished.class, events.getLast()),
                "audit.cost");
        agreement.given(after(history, events)).when(agree).thenNothing();
        agreement
                .given(history)
                .when(new AgreeSpecificTerms(agree.provisions(), LocalDate.parse("2026-05-01"), NOW))
                .thenRejected("PRA-005");
    }

    @Test
    @Rule({"XSV-004", "XSV-007"})
    void a_version_of_the_standard_agreement_holds_from_its_day_and_leaves_what_was_agreed_with_the_customer() {
        var history = concluded(Preset.AFAS_SLA);
        history = after(
                history,
                agreement
                        .given(history)
                        .when(new AgreeSpecificTerms(
                                provisions(Map.of("priority.P2.response", "OPEN PT4H"), Origin.SPECIFIC_PROVISION),
                                JULY,
                                NOW))
                        .events());
        var adopt =
                adopt(2, Map.of("priority.P2.response", "2 WORKING_DAYS", "priority.P3.response", "4 WORKING_DAYS"));
        var events = agreement.given(history).when(adopt).events();

        assertEquals(
                new SlaVersionAdopted(
                        2,
                        3,
                        LocalDate.parse("2026-09-01"),
                        false,
                        List.of("priority.P2.response", "priority.P3.response")),
                events.getFirst());
        var terms = assertInstanceOf(TenantTermsPublished.class, events.getLast());
        assertEquals(Instant.parse("2026-08-31T22:00:00Z"), terms.validFrom());
        assertTerm("OPEN PT4H", Origin.SPECIFIC_PROVISION, terms, "priority.P2.response");
        assertTerm("4 WORKING_DAYS", Origin.SLA_VERSION, terms, "priority.P3.response");
        agreement.given(after(history, events)).when(adopt).thenNothing();
    }

    @Test
    @Rule("XSV-004")
    void later_provisions_keep_what_the_version_changed() {
        var history = concluded(Preset.AFAS_SLA);
        history = after(
                history,
                agreement
                        .given(history)
                        .when(adopt(2, Map.of("priority.P3.response", "4 WORKING_DAYS")))
                        .events());
        var events = agreement
                .given(history)
                .when(new AgreeSpecificTerms(
                        provisions(Map.of("breach.informWithin", "PT24H"), Origin.SPECIFIC_PROVISION),
                        LocalDate.parse("2026-10-01"),
                        NOW))
                .events();
        assertTerm(
                "4 WORKING_DAYS",
                Origin.SLA_VERSION,
                assertInstanceOf(TenantTermsPublished.class, events.getLast()),
                "priority.P3.response");
    }

    @Test
    @Rule({"XSV-004", "XSV-007"})
    void a_change_that_is_to_come_is_not_pulled_forward_by_what_is_agreed_for_an_earlier_day() {
        var history = adopted(concluded(Preset.AFAS_SLA), 2, "2026-09-01", Map.of("priority.P3.response", FOUR_DAYS));
        history = agreed(history, "2026-07-01", Map.of("breach.informWithin", "PT24H"));

        assertInForce("3 WORKING_DAYS", history, "priority.P3.response", "2026-08-31");
        assertInForce("PT24H", history, "breach.informWithin", "2026-07-01");
        assertInForce(FOUR_DAYS, history, "priority.P3.response", "2026-09-01");
        assertInForce("PT24H", history, "breach.informWithin", "2026-09-01");
    }

    @Test
    @Rule("XSV-004")
    void of_two_versions_whose_days_cross_the_later_one_wins_whichever_is_published_last() {
        var second = Map.of("priority.P3.response", FOUR_DAYS, "breach.informWithin", "PT40H");
        var third = Map.of("priority.P3.response", "5 WORKING_DAYS");
        for (var history : List.of(
                adopted(adopted(concluded(Preset.AFAS_SLA), 2, "2026-09-01", second), 3, "2026-08-01", third),
                adopted(adopted(concluded(Preset.AFAS_SLA), 3, "2026-08-01", third), 2, "2026-09-01", second))) {
            assertInForce("3 WORKING_DAYS", history, "priority.P3.response", "2026-07-31");
            assertInForce("5 WORKING_DAYS", history, "priority.P3.response", "2026-08-01");
            assertInForce("PT48H", history, "breach.informWithin", "2026-08-31");
            assertInForce("5 WORKING_DAYS", history, "priority.P3.response", "2026-09-01");
            assertInForce("PT40H", history, "breach.informWithin", "2026-09-01");
        }
    }

    @Test
    @Rule("PRA-005")
    void the_same_agreed_for_another_day_moves_what_was_to_come() {
        var history = agreed(concluded(Preset.AFAS_SLA), "2026-07-01", Map.of("breach.informWithin", "PT24H"));

        var earlier = agreed(history, "2026-06-15", Map.of("breach.informWithin", "PT24H"));
        assertInForce("PT48H", earlier, "breach.informWithin", "2026-06-14");
        assertInForce("PT24H", earlier, "breach.informWithin", "2026-06-15");
        assertInForce("PT24H", earlier, "breach.informWithin", "2026-07-01");

        var later = agreed(history, "2026-08-01", Map.of("breach.informWithin", "PT24H"));
        assertInForce("PT48H", later, "breach.informWithin", "2026-07-01");
        assertInForce("PT24H", later, "breach.informWithin", "2026-08-01");
    }

    @Test
    @Rule({"PRA-002", "PRA-005"})
    void a_provision_that_a_separate_agreement_overrides_is_kept_and_holds_when_that_one_is_taken_back() {
        var separate = new RegisterSeparateAgreement(
                "Verwerkersovereenkomst",
                null,
                provisions(Map.of("breach.informWithin", "PT12H"), Origin.SEPARATE_AGREEMENT),
                JULY,
                NOW);
        var history = done(concluded(Preset.AFAS_SLA), separate);
        agreement.given(history).when(separate).thenNothing();
        history = agreed(history, "2026-07-01", Map.of("breach.informWithin", "PT24H"));
        assertInstanceOf(SpecificTermAgreed.class, history.get(history.size() - 2));
        assertInForce("PT12H", history, "breach.informWithin", "2026-07-01");

        var withoutSeparate = provisions(Map.of("breach.informWithin", "PT24H"), Origin.SPECIFIC_PROVISION);
        history = done(
                history,
                new ChangeTerms(withoutSeparate, Set.of(TermKey.BREACH_INFORM_WITHIN), JULY.plusMonths(1), false, NOW));
        assertInForce("PT12H", history, "breach.informWithin", "2026-07-31");
        assertInForce("PT24H", history, "breach.informWithin", "2026-08-01");
    }

    @Test
    @Rule("XSV-005")
    void a_version_of_the_sla_is_contested_in_the_last_resort() {
        var history = adopted(concluded(Preset.AFAS_SLA), 2, "2026-09-01", Map.of("priority.P3.response", FOUR_DAYS));
        agreement.given(history).when(contest(2, TerminationScope.WHOLE, false)).thenRejected("XSV-005");
        agreement
                .given(agreed(history, "2026-07-01", Map.of("breach.informWithin", "PT24H")))
                .when(contest(3, TerminationScope.WHOLE, true))
                .thenRejected("XSV-005");

        var events = agreement
                .given(history)
                .when(contest(2, TerminationScope.WHOLE, true))
                .events();
        assertEquals(
                2,
                assertInstanceOf(AgreementTerminated.class, events.getFirst()).contestedSlaVersion());
        var old = assertInstanceOf(TenantTermsPublished.class, events.getLast());
        assertTerm("3 WORKING_DAYS", Origin.PRESET, old, "priority.P3.response");
        // The notice of 10 September keeps the old terms through 10 November.
        assertEquals(Instant.parse("2026-11-10T23:00:00Z"), old.validTo());
    }

    @Test
    @Rule("XSV-005")
    void the_old_terms_stay_for_two_months_only_and_drop_nothing_that_was_agreed_apart() {
        var history = adopted(concluded(Preset.AFAS_SLA), 2, "2026-08-01", Map.of("priority.P3.response", FOUR_DAYS));
        history = agreed(history, "2026-09-01", Map.of("breach.informWithin", "PT24H"));
        history = done(history, contest(2, TerminationScope.PART, true));

        assertInForce("3 WORKING_DAYS", history, "priority.P3.response", "2026-09-15");
        assertInForce("PT24H", history, "breach.informWithin", "2026-09-15");

        // What is agreed meanwhile prolongs nothing, and nothing of the contested change is lost.
        history = agreed(history, "2026-10-01", Map.of("subprocessor.notice", "P42D"));
        assertInForce("3 WORKING_DAYS", history, "priority.P3.response", "2026-11-10");
        assertInForce("PT1008H", history, "subprocessor.notice", "2026-11-10");
        assertInForce(FOUR_DAYS, history, "priority.P3.response", "2026-11-11");
        assertInForce("PT24H", history, "breach.informWithin", "2026-11-11");
        assertInForce("PT1008H", history, "subprocessor.notice", "2026-11-11");

        // A repetition prolongs the old terms as little as the end of the whole does.
        agreement.given(history).when(contest(2, TerminationScope.PART, true)).thenNothing();
        assertEquals(
                1,
                agreement
                        .given(history)
                        .when(contest(2, TerminationScope.WHOLE, true))
                        .events()
                        .size());
    }

    @Test
    @Rule("PRA-004")
    void who_signs_declares_to_have_taken_note() {
        var history = concluded(Preset.PHOCUS_CLOUD);
        agreement
                .given(history)
                .when(new SignAgreement("J. Jansen", null, false, NOW))
                .thenRejected("PRA-004");
        var signed = new AgreementSigned("J. Jansen", null, NOW);
        agreement
                .given(history)
                .when(new SignAgreement("J. Jansen", null, true, NOW))
                .then(signed);
        agreement
                .given(after(history, List.of(signed)))
                .when(new SignAgreement("J. Jansen", null, true, NOW))
                .thenNothing();
        agreement
                .given(concluded(Preset.AFAS_SLA))
                .when(new SignAgreement("J. Jansen", null, true, NOW))
                .thenRejected("PRA-004");
    }

    @Test
    @Rule({"PRA-006", "PRA-062"})
    void documents_are_attached_once_and_nothing_is_computed_from_them() {
        var history = concluded(Preset.PHOCUS_CLOUD);
        var liability = attach(DocumentKind.LIABILITY_CLAUSES, "00");
        var attached = new AgreementDocumentAttached(
                liability.documentId(), DocumentKind.LIABILITY_CLAUSES, "Clauses", "text/plain", "QQ==", "00");
        agreement.given(history).when(liability).then(attached);
        agreement.given(after(history, List.of(attached))).when(liability).thenNothing();
        agreement
                .given(after(history, List.of(attached)))
                .when(attach(DocumentKind.ASSIGNMENT, "11"))
                .thenRejected("PRA-006");
    }

    @Test
    @Rule({"PRA-007", "PRA-008"})
    void it_takes_effect_on_its_day_and_what_is_meant_to_continue_survives_its_end() {
        var history = concluded(Preset.PHOCUS_CLOUD);
        var terms = assertInstanceOf(TenantTermsPublished.class, history.getLast());
        assertEquals(Instant.parse("2023-12-31T23:00:00Z"), terms.validFrom());
        var lastDay = LocalDate.parse("2026-12-31");
        history = after(
                history,
                List.of(new AgreementTerminated(TerminationGround.NOTICE, TerminationScope.WHOLE, NOW, lastDay, null)));
        agreement
                .given(history)
                .when(new EndAgreement(lastDay))
                .then(new AgreementEnded(lastDay, List.of("art. 5", "art. 9", "art. 10")));
    }

    private static AttachDocument attach(DocumentKind kind, String hash) {
        return new AttachDocument(new UUID(0, 7), kind, "Clauses", "text/plain", "QQ==", hash);
    }

    private List<AgreementEvent> adopted(
            List<AgreementEvent> history, int version, String from, Map<String, String> changes) {
        return done(
                history,
                new AdoptSlaVersion(version, provisions(changes, Origin.SLA_VERSION), LocalDate.parse(from), false));
    }

    private List<AgreementEvent> agreed(List<AgreementEvent> history, String from, Map<String, String> forms) {
        return done(
                history,
                new AgreeSpecificTerms(provisions(forms, Origin.SPECIFIC_PROVISION), LocalDate.parse(from), NOW));
    }

    private List<AgreementEvent> done(List<AgreementEvent> history, AgreementCommand command) {
        return after(history, agreement.given(history).when(command).events());
    }

    private static TerminateAgreement contest(int slaVersion, TerminationScope scope, boolean unresolved) {
        return new TerminateAgreement(
                TerminationGround.SLA_CHANGE,
                scope,
                slaVersion,
                unresolved,
                null,
                LocalDate.parse("2026-10-31"),
                Instant.parse("2026-09-10T09:00:00Z"));
    }

    private void assertInForce(String value, List<AgreementEvent> history, String key, String day) {
        var state = assertInstanceOf(
                Agreement.Concluded.class, agreement.given(history).state());
        assertEquals(
                value,
                state.terms().inForce(AgreementDecider.startOf(LocalDate.parse(day))).terms().stream()
                        .filter(term -> term.key().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .value(),
                () -> key + " on " + day);
    }

    private static AdoptSlaVersion adopt(int version, Map<String, String> changes) {
        return new AdoptSlaVersion(
                version, provisions(changes, Origin.SLA_VERSION), LocalDate.parse("2026-09-01"), false);
    }

    private static List<Deviation> provisions(Map<String, String> forms, Origin origin) {
        return forms.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(form -> Deviation.read(form.getKey(), form.getValue(), "art. 2", origin))
                .toList();
    }

    private List<AgreementEvent> concluded(Preset preset) {
        return agreement
                .given()
                .when(new ConcludeAgreement(
                        "afas",
                        "A-1",
                        "De Brug",
                        preset,
                        List.of(),
                        LocalDate.parse("2024-01-01"),
                        null,
                        new Licence(Licence.Type.ERP, null, 120, 450, 3, 4),
                        List.of()))
                .events();
    }

    private static List<AgreementEvent> after(List<AgreementEvent> history, List<AgreementEvent> further) {
        var all = new ArrayList<>(history);
        all.addAll(further);
        return all;
    }

    private static void assertTerm(String value, Origin origin, TenantTermsPublished terms, String key) {
        var term = terms.terms().stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow();
        assertEquals(value, term.value());
        assertEquals(origin, term.origin());
    }
}
