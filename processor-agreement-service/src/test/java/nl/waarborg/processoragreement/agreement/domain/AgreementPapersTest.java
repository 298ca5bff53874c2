package nl.waarborg.processoragreement.agreement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AdoptSlaVersion;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AgreeSpecificTerms;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AttachDocument;
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
import org.junit.jupiter.api.Test;

class AgreementPapersTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");

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

        assertEquals(new SlaVersionAdopted(2, 3, LocalDate.parse("2026-09-01"), false), events.getFirst());
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
    @Rule("XSV-005")
    void a_version_of_the_sla_is_contested_by_the_terms_version_that_adopted_it() {
        var history = concluded(Preset.AFAS_SLA);
        history = after(
                history,
                agreement
                        .given(history)
                        .when(adopt(2, Map.of("priority.P3.response", "4 WORKING_DAYS")))
                        .events());
        var state = assertInstanceOf(
                Agreement.Concluded.class, agreement.given(history).state());
        var contested = state.papers().slaVersions().get(2);
        var events = agreement
                .given(history)
                .when(new TerminateAgreement(
                        TerminationGround.SLA_CHANGE,
                        TerminationScope.WHOLE,
                        contested,
                        null,
                        LocalDate.parse("2026-10-31"),
                        Instant.parse("2026-09-10T09:00:00Z")))
                .events();
        assertInstanceOf(AgreementTerminated.class, events.getFirst());
        var old = assertInstanceOf(TenantTermsPublished.class, events.getLast());
        assertTerm("3 WORKING_DAYS", Origin.PRESET, old, "priority.P3.response");
        // The notice of 10 September keeps the old terms through 10 November.
        assertEquals(Instant.parse("2026-11-10T23:00:00Z"), old.validTo());
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
                List.of(new AgreementTerminated(TerminationGround.NOTICE, TerminationScope.WHOLE, NOW, lastDay)));
        agreement
                .given(history)
                .when(new EndAgreement(lastDay))
                .then(new AgreementEnded(lastDay, List.of("art. 5", "art. 9", "art. 10")));
    }

    private static AttachDocument attach(DocumentKind kind, String hash) {
        return new AttachDocument(new UUID(0, 7), kind, "Clauses", "text/plain", "QQ==", hash);
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
