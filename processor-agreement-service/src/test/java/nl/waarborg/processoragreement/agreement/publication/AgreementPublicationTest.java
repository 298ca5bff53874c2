package nl.waarborg.processoragreement.agreement.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreedTerm;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementDocumentAttached;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementExtended;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementSigned;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionExpired;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchDetected;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchWithdrawn;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassStarted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassSubscribed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.InvoiceRecorded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancellationRefused;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChangeRequested;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChanged;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SeparateProcessorAgreementRegistered;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SlaVersionAdopted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SpecificTermAgreed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TerminationRefused;
import nl.waarborg.processoragreement.agreement.domain.Contact;
import nl.waarborg.processoragreement.agreement.domain.DocumentKind;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import nl.waarborg.processoragreement.agreement.domain.FirstClassMismatch;
import nl.waarborg.processoragreement.agreement.domain.InvoiceLine;
import nl.waarborg.processoragreement.agreement.domain.Licence;
import nl.waarborg.processoragreement.agreement.domain.LicenceCancellation;
import nl.waarborg.processoragreement.agreement.domain.TerminationGround;
import nl.waarborg.processoragreement.agreement.domain.TerminationRefusal;
import nl.waarborg.processoragreement.agreement.domain.TerminationScope;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term.Origin;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AgreementPublicationTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);

    private static final UUID AGREEMENT = UUID.fromString("6f1d1f6e-8c5e-5d0e-9d35-0a8d4b1c7f21");
    private static final LocalDate DAY = LocalDate.parse("2026-04-01");
    private static final Instant MOMENT = Instant.parse("2026-03-31T21:59:59Z");
    private static final Licence LICENCE_TAKEN = new Licence(Licence.Type.ERP, null, 120, 450, 3, 4);

    private static final List<AgreementEvent> PUBLISHED = List.of(
            new AgreementConcluded(
                    "afas",
                    "A-1",
                    "De Brug",
                    Preset.AFAS_SLA,
                    DAY,
                    null,
                    LICENCE_TAKEN,
                    List.of(new Contact(null, "Personal Name", "personal@example.org", Set.of()))),
            new TenantTermsPublished(
                    1,
                    Preset.AFAS_SLA,
                    MOMENT,
                    null,
                    false,
                    List.of(new AgreedTerm("priority.P2.response", "1 WORKING_DAY", "AFAS §2.2.3", Origin.PRESET)),
                    List.of()),
            new FirstClassSubscribed(DAY, DAY),
            new FirstClassStarted(DAY),
            new FirstClassCancelled(MOMENT, DAY),
            new FirstClassEnded(DAY),
            new LicenceChanged(LICENCE_TAKEN, DAY),
            new ExitOptionChosen(
                    ExitOption.VIEW, DAY, DAY, 1, new BigDecimal("185.00"), new BigDecimal("1850.00"), false),
            new ExitOptionChosen(ExitOption.MINIMAL, DAY, null, 10, null, null, false),
            new ExitOptionExpired(ExitOption.VIEW, DAY),
            new AgreementExtended(DAY),
            new AgreementTerminated(TerminationGround.SLA_CHANGE, TerminationScope.WHOLE, MOMENT, DAY, 2),
            new AgreementEnded(DAY, List.of("confidentiality")));

    private static final List<AgreementEvent> KEPT = List.of(
            new LicenceChangeRequested(LICENCE_TAKEN),
            new InvoiceRecorded("F-1", YearMonth.of(2026, 4), List.of(line())),
            new FirstClassMismatchDetected("F-1", YearMonth.of(2026, 4), FirstClassMismatch.NOT_INVOICED),
            new FirstClassMismatchWithdrawn("F-2", YearMonth.of(2026, 4)),
            new TerminationRefused(TerminationRefusal.STATUTORY_CHANGE, 2),
            new LicenceCancelled(MOMENT, DAY, DAY),
            new LicenceCancellationRefused(MOMENT, DAY, DAY, null, LicenceCancellation.Refusal.TOO_LATE),
            new SlaVersionAdopted(2, 3, DAY, false, List.of("priority.P3.response")),
            new SeparateProcessorAgreementRegistered("De Brug", "BOZ_2022", DAY),
            new SpecificTermAgreed("breach.informWithin", "PT24H", "art. 2", DAY),
            new AgreementSigned("Personal Name", null, MOMENT),
            new AgreementDocumentAttached(AGREEMENT, DocumentKind.ASSIGNMENT, "Personal", "text/plain", "QQ==", "00"));

    @TestFactory
    Stream<DynamicTest> what_is_published_keeps_to_its_contract() {
        return PUBLISHED.stream()
                .map(event -> DynamicTest.dynamicTest(event.getClass().getSimpleName(), () -> {
                    var published = publish(event).orElseThrow();
                    assertEquals(List.of(), Contract.of(published.type()).faults(JSON.valueToTree(published.data())));
                }));
    }

    @Test
    void every_event_is_published_or_kept_on_purpose() {
        var seen = new HashSet<Class<?>>();
        PUBLISHED.forEach(event -> seen.add(event.getClass()));
        KEPT.forEach(event -> seen.add(event.getClass()));
        assertEquals(Set.of(AgreementEvent.class.getPermittedSubclasses()), seen);
        KEPT.forEach(event -> assertEquals(Optional.empty(), publish(event)));
    }

    @Test
    @Rule("PRA-002")
    void a_later_version_of_the_vendors_document_is_the_vendors_document_to_others() {
        var terms = new TenantTermsPublished(
                2,
                Preset.AFAS_SLA,
                MOMENT,
                null,
                false,
                List.of(
                        new AgreedTerm("priority.P2.response", "2 WORKING_DAYS", "SLA version 2", Origin.SLA_VERSION),
                        new AgreedTerm("breach.informWithin", "PT24H", "art. 3", Origin.SEPARATE_AGREEMENT)),
                List.of());
        var published = publish(terms).orElseThrow();
        var json = JSON.valueToTree(published.data()).path("terms");
        assertEquals(List.of(), Contract.of(published.type()).faults(JSON.valueToTree(published.data())));
        assertEquals("PRESET", json.path(0).path("origin").textValue());
        assertEquals("SEPARATE_AGREEMENT", json.path(1).path("origin").textValue());
    }

    @Test
    void what_was_agreed_with_one_customer_in_free_words_stays_inside() {
        var terms = new TenantTermsPublished(
                2,
                Preset.AFAS_SLA,
                MOMENT,
                null,
                false,
                List.of(
                        new AgreedTerm("lawAndCourt", "Dutch law", "AFAS §5.7", Origin.PRESET),
                        new AgreedTerm(
                                "data.duringContract", "As J. Jansen asked", "art. 2", Origin.SEPARATE_AGREEMENT),
                        new AgreedTerm("availability.ownInfrastructure", "Ours", "art. 3", Origin.SPECIFIC_PROVISION),
                        new AgreedTerm("breach.informWithin", "PT24H", "art. 4", Origin.SPECIFIC_PROVISION)),
                List.of());
        var json = JSON.valueToTree(publish(terms).orElseThrow().data()).path("terms");
        assertEquals(List.of("lawAndCourt", "breach.informWithin"), json.findValuesAsText("key"));
    }

    @Test
    void persons_stay_inside() throws Exception {
        for (var event : PUBLISHED) {
            var json = JSON.writeValueAsString(publish(event).orElseThrow().data());
            assertTrue(!json.contains("Personal") && !json.contains("personal@"), json);
        }
    }

    private static Optional<PublishedEvent> publish(AgreementEvent event) {
        return PublishedAgreementEvent.from(AGREEMENT, event);
    }

    private static InvoiceLine line() {
        return new InvoiceLine(InvoiceLine.Kind.LICENCE, new BigDecimal("1.00"));
    }
}
