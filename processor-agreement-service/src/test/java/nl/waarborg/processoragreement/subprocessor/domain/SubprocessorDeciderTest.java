package nl.waarborg.processoragreement.subprocessor.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand.GiveReplacementConsent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand.RefuseReplacementConsent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand.RequestReplacementConsent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentGiven;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentRefused;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentRequested;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.ActivateSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.AnnounceSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.AnnounceSupplierChange;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.DecideObjection;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.EndSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.ObjectToSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.RecordUpstreamChange;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.RegisterSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorActivated;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorEnded;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionDecided;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionRaised;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRefused;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRegistered;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SupplierChangeAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.UpstreamChangeReceived;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.UpstreamNoticeTooShort;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier.Adequacy;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier.AiGuarantees;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier.HeldCertificate;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier.Location;
import nl.waarborg.processoragreement.subprocessor.domain.SystemCommand.RegisterProcessingSystem;
import nl.waarborg.processoragreement.subprocessor.domain.SystemEvent.ProcessingSystemRegistered;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SubprocessorDeciderTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID CUSTOMER = new UUID(2, 1);
    private static final UUID OBJECTION = new UUID(3, 1);
    private static final UUID SUPPLIER = new UUID(4, 1);
    private static final Instant ANNOUNCED = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant EARLIEST = Instant.parse("2026-03-29T09:00:00Z");
    private static final SupplierTerms AFAS = SupplierTerms.of(Terms.of(Preset.AFAS_SLA), List.of());
    private static final SupplierTerms PHOCUS = SupplierTerms.of(Terms.of(Preset.PHOCUS_CLOUD), List.of());
    private static final List<HeldCertificate> ISO = List.of(new HeldCertificate("ISO 27001", null));

    private final DeciderSpecification<SubprocessorCommand, Subprocessor, SubprocessorEvent> subprocessor =
            new DeciderSpecification<>(new SubprocessorDecider());

    private static Supplier supplier(
            SupplierKind kind,
            Location location,
            @Nullable Adequacy adequacy,
            List<HeldCertificate> certificates,
            @Nullable String agreementRef,
            @Nullable AiGuarantees guarantees) {
        return new Supplier(
                "LeaseWeb Netherlands B.V.",
                kind,
                "Data centres",
                List.of(location),
                adequacy,
                certificates,
                agreementRef,
                null,
                "PT336H",
                guarantees);
    }

    private static final Location HAARLEM = new Location("Haarlem", "NL", true);
    private static final Location LONDON = new Location("London", "GB", false);
    private static final Supplier LEASEWEB = supplier(SupplierKind.SUBPROCESSOR, HAARLEM, null, ISO, "LW-1", null);

    private static RegisterSubprocessor register(Supplier supplier, SupplierTerms terms) {
        return new RegisterSubprocessor(ID, "afas", supplier, terms, ANNOUNCED);
    }

    private static final SubprocessorRegistered REGISTERED =
            new SubprocessorRegistered(ID, "afas", LEASEWEB, ANNOUNCED);
    private static final SubprocessorAnnounced TOLD = new SubprocessorAnnounced(ID, "afas", ANNOUNCED, EARLIEST);
    private static final SubprocessorObjectionRaised OBJECTED =
            new SubprocessorObjectionRaised(ID, "afas", OBJECTION, CUSTOMER, null, "ciphertext", ANNOUNCED);

    private void refused(Supplier supplier, SupplierTerms terms, SupplierRefusal reason) {
        subprocessor
                .given()
                .when(register(supplier, terms))
                .thenRejected(reason.rule(), new SubprocessorRefused(ID, "afas", supplier, reason, ANNOUNCED));
    }

    @Nested
    class Registering {

        @Test
        @Rule({"PRA-036", "PRA-042"})
        void a_data_centre_in_the_netherlands_with_its_certificate_and_the_same_obligations_is_registered() {
            assertEquals(
                    REGISTERED,
                    subprocessor.given().when(register(LEASEWEB, AFAS)).events().getFirst());
            refused(
                    supplier(SupplierKind.SUBPROCESSOR, new Location("Frankfurt", "DE", true), null, ISO, "LW-1", null),
                    AFAS,
                    SupplierRefusal.DATA_CENTRE_ABROAD);
            refused(
                    supplier(SupplierKind.SUBPROCESSOR, HAARLEM, null, ISO, null, null),
                    AFAS,
                    SupplierRefusal.NO_SAME_OBLIGATIONS);
        }

        @Test
        @Rule("PRA-037")
        void afas_processes_within_the_eea_only() {
            refused(
                    supplier(
                            SupplierKind.SAAS_SUPPLIER,
                            LONDON,
                            new Adequacy(Adequacy.Basis.EC_ADEQUACY_DECISION, "2021/1772"),
                            ISO,
                            "S-1",
                            null),
                    AFAS,
                    SupplierRefusal.OUTSIDE_REGION);
        }

        @Test
        @Rule("PRA-038")
        void phocus_goes_outside_the_eea_with_a_decision_of_the_commission_only() {
            var clauses = new Adequacy(Adequacy.Basis.OTHER, "Standard clauses");
            for (var basis : new Adequacy[] {null, clauses}) {
                refused(
                        supplier(SupplierKind.SAAS_SUPPLIER, LONDON, basis, ISO, "S-1", null),
                        PHOCUS,
                        SupplierRefusal.NO_ADEQUATE_PROTECTION);
            }
            subprocessor
                    .given()
                    .when(register(
                            supplier(
                                    SupplierKind.SAAS_SUPPLIER,
                                    LONDON,
                                    new Adequacy(Adequacy.Basis.EC_ADEQUACY_DECISION, "2021/1772"),
                                    ISO,
                                    "S-1",
                                    null),
                            PHOCUS))
                    .events();
        }

        @Test
        @Rule("PRA-044")
        void saas_suppliers_hold_iso_27001_or_isae_3402() {
            refused(
                    supplier(SupplierKind.SAAS_SUPPLIER, HAARLEM, null, List.of(), "S-1", null),
                    PHOCUS,
                    SupplierRefusal.CERTIFICATE_MISSING);
            for (var standard : List.of("ISO 27001", "ISAE 3402")) {
                subprocessor
                        .given()
                        .when(register(
                                supplier(
                                        SupplierKind.SAAS_SUPPLIER,
                                        HAARLEM,
                                        null,
                                        List.of(new HeldCertificate(standard, LocalDate.parse("2027-01-01"))),
                                        "S-1",
                                        null),
                                PHOCUS))
                        .events();
            }
        }

        @Test
        @Rule({"PRA-036", "PRA-044"})
        void a_certificate_is_of_the_asked_standard_and_still_valid() {
            var names = Map.of(
                    "ISO 27001:2022", true,
                    "ISO/IEC 27001", true,
                    "NEN-EN-ISO/IEC 27001:2023", true,
                    "iso27001", true,
                    "ISO 2700", false,
                    "ISO", false,
                    "2", false,
                    "ISO 27002", false,
                    "ISAE 3402 type II", false);
            names.forEach((name, answers) -> {
                var held = supplier(
                        SupplierKind.SUBPROCESSOR,
                        HAARLEM,
                        null,
                        List.of(new HeldCertificate(name, null)),
                        "LW-1",
                        null);
                if (answers) {
                    subprocessor.given().when(register(held, AFAS)).events();
                } else {
                    refused(held, AFAS, SupplierRefusal.CERTIFICATE_MISSING);
                }
            });
            var expired = new HeldCertificate("ISO 27001", LocalDate.parse("2026-02-28"));
            refused(
                    supplier(SupplierKind.SUBPROCESSOR, HAARLEM, null, List.of(expired), "LW-1", null),
                    AFAS,
                    SupplierRefusal.CERTIFICATE_MISSING);
        }

        @Test
        @Rule({"PRA-036", "PRA-037", "PRA-038", "PRA-040"})
        void a_supplier_answers_what_every_customer_was_promised() {
            var standard = Terms.of(Preset.PHOCUS_CLOUD);
            var strict = Terms.of(
                    Preset.PHOCUS_CLOUD,
                    Deviation.read(Map.of(
                            "processing.region", "[EEA]",
                            "processing.dataCentres", "[NL, BE]",
                            "certificates.subprocessor", "[\"ISO 27001\", \"NEN 7510\"]",
                            "subprocessor.objection", "BOARD_DECIDES")));
            var terms = SupplierTerms.of(standard, List.of(standard, strict));
            assertTrue(terms.boardDecides());
            refused(
                    supplier(
                            SupplierKind.SAAS_SUPPLIER,
                            LONDON,
                            new Adequacy(Adequacy.Basis.EC_ADEQUACY_DECISION, "2021/1772"),
                            ISO,
                            "S-1",
                            null),
                    terms,
                    SupplierRefusal.OUTSIDE_REGION);
            refused(
                    supplier(SupplierKind.SUBPROCESSOR, new Location("Paris", "FR", true), null, ISO, "S-1", null),
                    terms,
                    SupplierRefusal.DATA_CENTRE_ABROAD);
            refused(
                    supplier(SupplierKind.SUBPROCESSOR, HAARLEM, null, ISO, "S-1", null),
                    terms,
                    SupplierRefusal.CERTIFICATE_MISSING);
            // What everyone agreed anew counts, not what the vendor's standard said once.
            var moved = Terms.of(Preset.AFAS_SLA, Deviation.read(Map.of("processing.dataCentres", "[NL, DE]")));
            subprocessor
                    .given()
                    .when(register(
                            supplier(
                                    SupplierKind.SUBPROCESSOR,
                                    new Location("Frankfurt", "DE", true),
                                    null,
                                    ISO,
                                    "S-1",
                                    null),
                            SupplierTerms.of(Terms.of(Preset.AFAS_SLA), List.of(moved))))
                    .events();
        }

        @Test
        @Rule("PRA-037")
        void the_country_says_whether_it_is_in_the_eea() {
            refused(
                    supplier(SupplierKind.SAAS_SUPPLIER, new Location("Ashburn", "US", true), null, ISO, "S-1", null),
                    AFAS,
                    SupplierRefusal.OUTSIDE_REGION);
            subprocessor
                    .given()
                    .when(register(
                            supplier(
                                    SupplierKind.SAAS_SUPPLIER,
                                    new Location("Oslo", "NO", false),
                                    null,
                                    ISO,
                                    "S-1",
                                    null),
                            AFAS))
                    .events();
        }

        @Test
        @Rule("XSV-042")
        void suppliers_of_external_ai_give_three_guarantees_and_stand_in_the_same_register() {
            refused(
                    supplier(SupplierKind.AI_SUPPLIER, HAARLEM, null, List.of(), "AI-1", null),
                    AFAS,
                    SupplierRefusal.AI_GUARANTEE_MISSING);
            refused(
                    supplier(
                            SupplierKind.AI_SUPPLIER,
                            HAARLEM,
                            null,
                            List.of(),
                            "AI-1",
                            new AiGuarantees(true, false, true)),
                    AFAS,
                    SupplierRefusal.AI_GUARANTEE_MISSING);
            var ai = supplier(
                    SupplierKind.AI_SUPPLIER, HAARLEM, null, List.of(), "AI-1", new AiGuarantees(true, true, true));
            var registered = subprocessor.given().when(register(ai, AFAS)).events();
            assertEquals(1, registered.size());
            // Four weeks are for sub-processors alone (OP-52).
            subprocessor
                    .given(registered)
                    .when(new ActivateSubprocessor(AFAS, List.of(), ANNOUNCED))
                    .then(new SubprocessorActivated(
                            ID, "afas", ai.name(), SupplierKind.AI_SUPPLIER, ANNOUNCED, List.of()));
        }

        @Test
        @Rule("PRA-039")
        void a_supplier_whose_own_notice_is_shorter_is_flagged() {
            var events = subprocessor.given().when(register(LEASEWEB, AFAS)).events();
            assertEquals(new UpstreamNoticeTooShort(ID, "afas", "PT336H", "PT672H"), events.get(1));
            assertEquals(
                    1,
                    subprocessor
                            .given()
                            .when(register(LEASEWEB, PHOCUS))
                            .events()
                            .size(),
                    "no notice is promised");
        }
    }

    @Nested
    class Starting {

        @Test
        @Rule("PRA-039")
        void it_processes_data_28_days_after_its_announcement_and_not_before() {
            subprocessor
                    .given(REGISTERED)
                    .when(new AnnounceSubprocessor(AFAS, ANNOUNCED, ANNOUNCED))
                    .then(TOLD);
            subprocessor
                    .given(REGISTERED)
                    .when(new ActivateSubprocessor(AFAS, List.of(), EARLIEST))
                    .thenRejected("PRA-039");
            subprocessor
                    .given(REGISTERED, TOLD)
                    .when(new ActivateSubprocessor(AFAS, List.of(), EARLIEST.minusSeconds(1)))
                    .thenRejected("PRA-039");
            subprocessor
                    .given(REGISTERED, TOLD)
                    .when(new ActivateSubprocessor(AFAS, List.of(), EARLIEST))
                    .then(activated(List.of()));
        }

        @Test
        @Rule("PRA-039")
        void the_longest_notice_that_a_customer_was_promised_counts() {
            var announced = Instant.parse("2026-02-01T09:00:00Z");
            for (var promised : Map.of(
                            "P42D", "2026-03-15T09:00:00Z",
                            "P2M", "2026-04-01T08:00:00Z",
                            "60 CALENDAR_DAYS", "2026-04-02T08:00:00Z",
                            "P7D", "2026-03-01T09:00:00Z")
                    .entrySet()) {
                var customer =
                        Terms.of(Preset.AFAS_SLA, Deviation.read(Map.of("subprocessor.notice", promised.getKey())));
                var standard = Terms.of(Preset.AFAS_SLA);
                var terms = SupplierTerms.of(standard, List.of(standard, customer));
                subprocessor
                        .given(REGISTERED)
                        .when(new AnnounceSubprocessor(terms, announced, announced))
                        .then(new SubprocessorAnnounced(ID, "afas", announced, Instant.parse(promised.getValue())));
                assertEquals(
                        Optional.of(announced),
                        terms.announceBy(Instant.parse(promised.getValue())),
                        promised.getKey());
            }
            assertEquals(List.of(), PHOCUS.notices());
        }

        @Test
        @Rule("PRA-039")
        void the_notice_runs_from_when_customers_could_read_it() {
            var earlier = ANNOUNCED.minusSeconds(60L * 86_400);
            subprocessor
                    .given(REGISTERED)
                    .when(new AnnounceSubprocessor(AFAS, earlier, ANNOUNCED))
                    .then(TOLD);
            // History that is brought in was published then.
            subprocessor
                    .given(REGISTERED)
                    .when(new AnnounceSubprocessor(AFAS, earlier, earlier))
                    .then(new SubprocessorAnnounced(ID, "afas", earlier, EARLIEST.minusSeconds(60L * 86_400)));
        }

        @Test
        @Rule("PRA-039")
        void what_ended_is_announced_again_before_it_starts_again() {
            var ended = new SubprocessorEnded(ID, "afas", EARLIEST.plusSeconds(60));
            var later = EARLIEST.plusSeconds(365L * 86_400);
            var history = List.of(REGISTERED, TOLD, activated(List.of()), ended);
            subprocessor
                    .given(history)
                    .when(new ActivateSubprocessor(AFAS, List.of(), later))
                    .thenRejected("PRA-039");
            var again = new SubprocessorAnnounced(ID, "afas", later, later.plusSeconds(28L * 86_400));
            subprocessor
                    .given(history)
                    .when(new AnnounceSubprocessor(AFAS, later, later))
                    .then(again);
            subprocessor
                    .given(REGISTERED, TOLD, activated(List.of()), ended, again)
                    .when(new ActivateSubprocessor(AFAS, List.of(), later))
                    .thenRejected("PRA-039");
        }

        @Test
        @Rule({"PRA-036", "PRA-037", "PRA-044"})
        void region_and_certificates_are_as_agreed_when_it_starts_too() {
            var expiring = supplier(
                    SupplierKind.SUBPROCESSOR,
                    HAARLEM,
                    null,
                    List.of(new HeldCertificate("ISO 27001", LocalDate.parse("2026-03-28"))),
                    "LW-1",
                    null);
            subprocessor
                    .given(new SubprocessorRegistered(ID, "afas", expiring, ANNOUNCED), TOLD)
                    .when(new ActivateSubprocessor(AFAS, List.of(), EARLIEST))
                    .thenRejected("PRA-044");
            var claimed =
                    supplier(SupplierKind.SUBPROCESSOR, new Location("Ashburn", "US", true), null, ISO, "LW-1", null);
            subprocessor
                    .given(new SubprocessorRegistered(ID, "afas", claimed, ANNOUNCED), TOLD)
                    .when(new ActivateSubprocessor(AFAS, List.of(), EARLIEST))
                    .thenRejected("PRA-037");
        }

        @Test
        @Rule("PRA-043")
        void who_replaces_staff_starts_with_the_consent_of_every_customer_that_was_asked() {
            var temps = supplier(SupplierKind.STAFF_REPLACEMENT, HAARLEM, null, List.of(), "T-1", null);
            var registered = new SubprocessorRegistered(ID, "phocus", temps, ANNOUNCED);
            var other = new AskedCustomer(new UUID(2, 2), Consent.GIVEN);
            for (var asked : List.of(
                    List.<AskedCustomer>of(),
                    List.of(other, new AskedCustomer(CUSTOMER, Consent.REQUESTED)),
                    List.of(other, new AskedCustomer(CUSTOMER, Consent.REFUSED)))) {
                subprocessor
                        .given(registered)
                        .when(new ActivateSubprocessor(PHOCUS, asked, ANNOUNCED))
                        .thenRejected("PRA-043");
            }
            subprocessor
                    .given(registered)
                    .when(new ActivateSubprocessor(PHOCUS, List.of(other), ANNOUNCED))
                    .then(new SubprocessorActivated(
                            ID, "phocus", temps.name(), SupplierKind.STAFF_REPLACEMENT, ANNOUNCED, List.of()));
            // Where no such consent is agreed, a refusal is one all the same.
            subprocessor
                    .given(registered)
                    .when(new ActivateSubprocessor(AFAS, List.of(), ANNOUNCED))
                    .events();
            subprocessor
                    .given(registered)
                    .when(new ActivateSubprocessor(
                            AFAS, List.of(new AskedCustomer(CUSTOMER, Consent.REFUSED)), ANNOUNCED))
                    .thenRejected("PRA-043");
        }

        @Test
        @Rule("PRA-036")
        void what_the_agreement_names_already_is_not_announced_again() {
            var named = new Supplier(
                    "LeaseWeb Netherlands B.V.",
                    SupplierKind.SUBPROCESSOR,
                    "Data centres",
                    List.of(HAARLEM),
                    null,
                    ISO,
                    "LW-1",
                    "AFAS §5.7",
                    null,
                    null);
            subprocessor
                    .given(new SubprocessorRegistered(ID, "afas", named, ANNOUNCED))
                    .when(new ActivateSubprocessor(AFAS, List.of(), ANNOUNCED))
                    .events();
        }

        @Test
        @Rule("PRA-040")
        void an_objection_waits_for_the_board() {
            subprocessor
                    .given(REGISTERED, TOLD)
                    .when(new ObjectToSubprocessor(OBJECTION, CUSTOMER, null, "ciphertext", ANNOUNCED))
                    .then(OBJECTED);
            subprocessor
                    .given(REGISTERED, TOLD, OBJECTED)
                    .when(new ActivateSubprocessor(AFAS, List.of(), EARLIEST))
                    .thenRejected("PRA-040");
            var decided = decided(BoardDecision.GO_ON);
            subprocessor
                    .given(REGISTERED, TOLD, OBJECTED)
                    .when(new DecideObjection(OBJECTION, BoardDecision.GO_ON, null, "It is needed", ANNOUNCED))
                    .then(decided);
            subprocessor
                    .given(REGISTERED, TOLD, OBJECTED, decided)
                    .when(new DecideObjection(OBJECTION, BoardDecision.REFRAIN, null, "On second thoughts", ANNOUNCED))
                    .thenRejected("PRA-040");
            subprocessor
                    .given(REGISTERED, TOLD, OBJECTED, decided(BoardDecision.REFRAIN))
                    .when(new ActivateSubprocessor(AFAS, List.of(), EARLIEST))
                    .thenRejected("PRA-040");
        }

        @Test
        @Rule("PRA-041")
        void who_objected_may_terminate_when_it_starts_nevertheless() {
            subprocessor
                    .given(REGISTERED, TOLD, OBJECTED, decided(BoardDecision.GO_ON))
                    .when(new ActivateSubprocessor(AFAS, List.of(), EARLIEST))
                    .then(activated(List.of(CUSTOMER)));
        }

        @Test
        void it_starts_once_and_ends_after_it_started() {
            var started = activated(List.of());
            subprocessor
                    .given(REGISTERED, TOLD, started)
                    .when(new ActivateSubprocessor(AFAS, List.of(), EARLIEST))
                    .thenNothing();
            subprocessor
                    .given(REGISTERED, TOLD, started)
                    .when(new EndSubprocessor(EARLIEST.minusSeconds(1)))
                    .thenRejected("PRA-036");
            subprocessor
                    .given(REGISTERED, TOLD, started)
                    .when(new EndSubprocessor(EARLIEST))
                    .then(new SubprocessorEnded(ID, "afas", EARLIEST));
        }

        private static SubprocessorActivated activated(List<UUID> objectors) {
            return new SubprocessorActivated(
                    ID, "afas", LEASEWEB.name(), SupplierKind.SUBPROCESSOR, EARLIEST, objectors);
        }

        private static SubprocessorObjectionDecided decided(BoardDecision decision) {
            return new SubprocessorObjectionDecided(
                    ID, "afas", OBJECTION, decision, null, null, "It is needed", ANNOUNCED);
        }
    }

    @Nested
    class Changing {

        @Test
        @Rule("PRA-039")
        void a_change_upstream_says_until_when_customers_can_be_told_in_time() {
            subprocessor
                    .given(REGISTERED)
                    .when(new RecordUpstreamChange("A new site", EARLIEST, AFAS, ANNOUNCED.plusSeconds(1)))
                    .then(new UpstreamChangeReceived(
                            ID, "afas", "A new site", ANNOUNCED.plusSeconds(1), EARLIEST, ANNOUNCED, true));
            var inTime = assertInstanceOf(
                    UpstreamChangeReceived.class,
                    subprocessor
                            .given(REGISTERED)
                            .when(new RecordUpstreamChange("A new site", EARLIEST, AFAS, ANNOUNCED))
                            .events()
                            .getFirst());
            assertTrue(!inTime.tooLate());
            var unpromised = assertInstanceOf(
                    UpstreamChangeReceived.class,
                    subprocessor
                            .given(REGISTERED)
                            .when(new RecordUpstreamChange("A new site", EARLIEST, PHOCUS, ANNOUNCED))
                            .events()
                            .getFirst());
            assertNull(unpromised.announceBy());
        }

        @Test
        @Rule("PRA-044")
        void customers_are_told_of_a_suppliers_change() {
            subprocessor
                    .given(REGISTERED)
                    .when(new AnnounceSupplierChange("Encryption at rest", "None", EARLIEST, ANNOUNCED))
                    .then(new SupplierChangeAnnounced(
                            ID, "afas", LEASEWEB.name(), "Encryption at rest", "None", EARLIEST, ANNOUNCED));
        }
    }

    @Nested
    class Replacing {

        private final DeciderSpecification<ConsentCommand, ConsentDecider.State, ConsentEvent> consent =
                new DeciderSpecification<>(new ConsentDecider());
        private final LocalDate from = LocalDate.parse("2026-04-01");
        private final ReplacementConsentRequested requested =
                new ReplacementConsentRequested(ID, "Payroll Temps", "Holiday cover", from, null, ANNOUNCED, SUPPLIER);

        private RequestReplacementConsent ask(LocalDate first, @Nullable LocalDate last, boolean historic) {
            return new RequestReplacementConsent(
                    ID, SUPPLIER, "Payroll Temps", "Holiday cover", first, last, historic, ANNOUNCED);
        }

        @Test
        @Rule("PRA-043")
        void the_customer_decides_once_on_a_third_party_that_replaces_staff() {
            consent.given().when(ask(from, null, false)).then(requested);
            consent.given().when(ask(from, from.minusDays(1), false)).thenRejected("PRA-043");
            consent.given()
                    .when(ask(LocalDate.parse("2026-02-28"), null, false))
                    .thenRejected("PRA-043");
            consent.given().when(ask(LocalDate.parse("2026-02-28"), null, true)).events();
            consent.given()
                    .when(ask(LocalDate.parse("2026-03-01"), null, false))
                    .events();
            consent.given(requested)
                    .when(new GiveReplacementConsent(CUSTOMER, ANNOUNCED))
                    .then(new ReplacementConsentGiven(ID, CUSTOMER, ANNOUNCED));
            var refused = new ReplacementConsentRefused(ID, CUSTOMER, "Not them", ANNOUNCED);
            consent.given(requested)
                    .when(new RefuseReplacementConsent(CUSTOMER, "Not them", ANNOUNCED))
                    .then(refused);
            consent.given(requested, refused)
                    .when(new GiveReplacementConsent(CUSTOMER, ANNOUNCED))
                    .thenRejected("PRA-043");
        }
    }

    @Nested
    class Systems {

        @Test
        @Rule("PRA-045")
        void a_system_is_registered_under_its_name_and_its_changes_with_it() {
            var systems =
                    new DeciderSpecification<SystemCommand, SystemDecider.State, SystemEvent>(new SystemDecider());
            var okta = new RegisterProcessingSystem("phocus", "Okta", "Single sign-on", "Okta", null, "EEA", ANNOUNCED);
            var event =
                    new ProcessingSystemRegistered("phocus", "Okta", "Single sign-on", "Okta", null, "EEA", ANNOUNCED);
            systems.given().when(okta).then(event);
            systems.given(event).when(okta).thenNothing();
            assertEquals(
                    1,
                    systems.given(event)
                            .when(new RegisterProcessingSystem(
                                    "phocus", "Okta", "Single sign-on", "Okta", "ISO 27001", "EEA", ANNOUNCED))
                            .events()
                            .size());
        }
    }
}
