package nl.waarborg.tenants.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.waarborg.rules.Rule;
import nl.waarborg.tenants.PeriodKind;
import nl.waarborg.tenants.TenantEvent;
import nl.waarborg.tenants.TenantEvent.PublishedTerm;
import nl.waarborg.tenants.TenantEvent.TenantTermsPublished;
import nl.waarborg.tenants.TenantFacts;
import nl.waarborg.tenants.TenantFacts.Period;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.TermsHistory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AgreedWithTenantsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Consumers are tested on the producer's examples. */
    @TestFactory
    Stream<DynamicTest> the_producers_examples_are_read() {
        return TenantEvent.TYPES.names().stream()
                .map(type -> DynamicTest.dynamicTest(type, () -> assertNotNull(example(type))));
    }

    @Rule("XSV-001")
    @Test
    void a_key_that_is_not_published_was_not_agreed() throws IOException {
        var published = (TenantTermsPublished) example("nl.waarborg.processor-agreement.tenant-terms-published.v1");
        var terms = terms(published.terms());
        assertEquals(
                "1 WORKING_DAY",
                terms.find(TermKey.PRIORITY_P2_RESPONSE).orElseThrow().value().toString());
        assertTrue(terms.find(TermKey.PRIORITY_P3_RESPONSE).isEmpty());
    }

    @Rule("XSV-001")
    @Test
    void a_complete_preset_deviates_in_nothing_and_a_deviation_is_told_apart() {
        var preset = Preset.AFAS_SLA.terms().entrySet().stream()
                .map(term -> new PublishedTerm(
                        term.getKey().key(),
                        term.getValue().value().toString(),
                        term.getValue().clause()))
                .toList();
        assertEquals(List.of(), AgreedWithTenants.deviations(Preset.AFAS_SLA, preset));
        var deviating = preset.stream()
                .map(term -> term.key().equals("priority.P2.response")
                        ? new PublishedTerm(term.key(), "OPEN PT4H", "specific provisions")
                        : term)
                .toList();
        assertEquals(1, AgreedWithTenants.deviations(Preset.AFAS_SLA, deviating).size());
        assertEquals(
                "OPEN PT4H",
                terms(deviating)
                        .find(TermKey.PRIORITY_P2_RESPONSE)
                        .orElseThrow()
                        .value()
                        .toString());
    }

    @Rule({"XSV-014", "XSV-023", "XSV-024"})
    @Test
    void entitlements_hold_from_their_first_moment_until_their_last() {
        var starts = Instant.parse("2026-03-31T22:00:00Z");
        var ends = Instant.parse("2026-04-30T22:00:00Z");
        var facts = new TenantFacts(
                new TermsHistory(List.of()),
                List.of(
                        new Period(PeriodKind.FIRST_CLASS, "", starts, ends),
                        new Period(PeriodKind.EXIT, "VIEW", ends, null),
                        new Period(PeriodKind.AGREEMENT, "", Instant.EPOCH, ends)),
                120);
        assertFalse(facts.firstClassAt(starts.minusMillis(1)));
        assertTrue(facts.firstClassAt(starts));
        assertFalse(facts.firstClassAt(ends));
        assertEquals(Optional.of("VIEW"), facts.exitOptionAt(ends));
        assertEquals(Optional.empty(), facts.exitOptionAt(starts));
        assertFalse(facts.endedAt(starts));
        assertTrue(facts.endedAt(ends));
    }

    @Rule({"XSV-014", "XSV-015"})
    @Test
    void an_agreement_and_access_go_on_with_the_minimal_licence_only() {
        var ends = Instant.parse("2026-04-30T22:00:00Z");
        var stops = Instant.parse("2026-05-31T22:00:00Z");
        var agreement = new Period(PeriodKind.AGREEMENT, "", Instant.EPOCH, ends);
        var minimal = facts(
                agreement,
                new Period(PeriodKind.EXIT, "MINIMAL", ends, stops),
                new Period(PeriodKind.EXIT, "STOP", stops, null));
        var view = facts(agreement, new Period(PeriodKind.EXIT, "VIEW", ends, null));

        assertFalse(minimal.endedAt(ends));
        assertFalse(minimal.endedAt(stops.minusMillis(1)));
        assertTrue(minimal.endedAt(stops));
        assertEquals(Optional.empty(), minimal.accessEndedAt(ends));
        assertEquals(Optional.of(ends), minimal.accessEndedAt(stops));
        assertEquals(Optional.empty(), view.accessEndedAt(ends.minusMillis(1)));
        assertEquals(Optional.of(ends), view.accessEndedAt(ends));
        assertEquals(Optional.empty(), facts().accessEndedAt(ends));
    }

    private static TenantFacts facts(Period... periods) {
        return new TenantFacts(new TermsHistory(List.of()), List.of(periods), 0);
    }

    private static Terms terms(List<PublishedTerm> published) {
        return new Terms(
                Preset.AFAS_SLA,
                1,
                Instant.EPOCH,
                Optional.empty(),
                AgreedWithTenants.deviations(Preset.AFAS_SLA, published));
    }

    private static TenantEvent example(String type) throws IOException {
        var name = type.replace("nl.waarborg.processor-agreement.", "");
        try (var stream = AgreedWithTenantsTest.class.getResourceAsStream(
                "/contracts/processor-agreement/examples/" + name + ".json")) {
            assertNotNull(stream, name);
            return JSON.readValue(stream, TenantEvent.TYPES.classOf(type));
        }
    }
}
