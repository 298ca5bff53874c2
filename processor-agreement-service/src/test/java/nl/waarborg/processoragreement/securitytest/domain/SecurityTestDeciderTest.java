package nl.waarborg.processoragreement.securitytest.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand.NoticeOverdueSecurityTest;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand.PublishSecurityTestResult;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand.RecordSecurityTest;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestOverdue;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestOverdueWithdrawn;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestRecorded;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestResultPublished;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.CalendarPeriod;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecurityTestDeciderTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final Instant NOW = Instant.parse("2027-06-01T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");
    private static final LocalDate DUE = LocalDate.parse("2027-03-31");

    private final DeciderSpecification<SecurityTestCommand, SecurityTests, SecurityTestEvent> tests =
            new DeciderSpecification<>(new SecurityTestDecider());
    private final SecurityTestEvent first = recorded(FIRST, "2026-03-31", "2027-03-31");
    private final SecurityTestEvent overdue = new SecurityTestOverdue("afas", DUE);

    @Test
    @Rule("XSV-047")
    void an_external_party_tests_every_year() {
        assertEquals(Period.ofYears(1), every(Preset.AFAS_SLA));
        assertNull(every(Preset.PHOCUS_CLOUD));
        tests.given().when(penetration(FIRST, "2026-03-31", "Example Pentests")).then(first);
        tests.given(first)
                .when(penetration(SECOND, "2027-02-01", "Example Pentests"))
                .then(recorded(SECOND, "2027-02-01", "2028-02-01"));
        tests.given().when(penetration(FIRST, "2026-03-31", null)).thenRejected("XSV-047");
        tests.given().when(penetration(FIRST, "2027-06-02", "Example Pentests")).thenRejected("XSV-047");
        tests.given(first)
                .when(penetration(FIRST, "2026-03-31", "Example Pentests"))
                .thenNothing();
    }

    @Test
    @Rule("XSV-047")
    void automated_attacks_move_no_day_and_neither_does_a_test_of_long_ago() {
        tests.given(first)
                .when(new RecordSecurityTest(
                        SECOND,
                        "afas",
                        TestKind.AUTOMATED,
                        null,
                        "Profit 12",
                        TODAY,
                        every(Preset.AFAS_SLA),
                        TODAY,
                        NOW))
                .then(new SecurityTestRecorded(
                        SECOND, "afas", TestKind.AUTOMATED, null, "Profit 12", TODAY, null, NOW));
        tests.given(first)
                .when(penetration(SECOND, "2025-11-30", "Example Pentests"))
                .then(recorded(SECOND, "2025-11-30", null));
    }

    @Test
    @Rule("XSV-047")
    void a_year_without_a_test_is_overdue_once_and_a_test_held_in_time_withdraws_it() {
        tests.given(first).when(new NoticeOverdueSecurityTest(DUE, "afas")).then(overdue);
        tests.given(first, overdue)
                .when(new NoticeOverdueSecurityTest(DUE, "afas"))
                .thenNothing();
        tests.given(first, recorded(SECOND, "2027-02-01", "2028-02-01"))
                .when(new NoticeOverdueSecurityTest(DUE, "afas"))
                .thenNothing();
        tests.given(first, overdue)
                .when(penetration(SECOND, "2027-03-31", "Example Pentests"))
                .then(recorded(SECOND, "2027-03-31", "2028-03-31"), new SecurityTestOverdueWithdrawn("afas", DUE));
        tests.given(first, overdue)
                .when(penetration(SECOND, "2027-04-01", "Example Pentests"))
                .then(recorded(SECOND, "2027-04-01", "2028-04-01"));
    }

    @Test
    @Rule("XSV-047")
    void the_result_is_published() {
        var published = new SecurityTestResultPublished(FIRST, "afas", "https://portal.example/1.pdf", NOW);
        tests.given(first).when(publish("https://portal.example/1.pdf")).then(published);
        tests.given(first, published)
                .when(publish("https://portal.example/1.pdf"))
                .thenNothing();
        tests.given().when(publish("https://portal.example/1.pdf")).thenRejected("XSV-047");
    }

    private static @Nullable Period every(Preset preset) {
        return Terms.of(preset)
                .value(TermKey.SECURITY_TEST_EVERY, CalendarPeriod.class)
                .map(CalendarPeriod::period)
                .orElse(null);
    }

    private static RecordSecurityTest penetration(UUID id, String testedOn, @Nullable String party) {
        return new RecordSecurityTest(
                id,
                "afas",
                TestKind.PENETRATION,
                party,
                "Profit 12",
                LocalDate.parse(testedOn),
                every(Preset.AFAS_SLA),
                TODAY,
                NOW);
    }

    private static SecurityTestRecorded recorded(UUID id, String testedOn, @Nullable String nextDueOn) {
        return new SecurityTestRecorded(
                id,
                "afas",
                TestKind.PENETRATION,
                "Example Pentests",
                "Profit 12",
                LocalDate.parse(testedOn),
                nextDueOn == null ? null : LocalDate.parse(nextDueOn),
                NOW);
    }

    private static PublishSecurityTestResult publish(String url) {
        return new PublishSecurityTestResult(FIRST, "afas", url, NOW);
    }
}
