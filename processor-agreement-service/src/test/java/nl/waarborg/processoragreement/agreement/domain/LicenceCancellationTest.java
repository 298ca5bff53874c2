package nl.waarborg.processoragreement.agreement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.CancelLicence;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ConcludeAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancellationRefused;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancelled;
import nl.waarborg.processoragreement.agreement.domain.LicenceCancellation.Refusal;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.OpeningHours;
import org.junit.jupiter.api.Test;

/** Days worked out by hand on the holidays of 2026: Good Friday works, Easter Monday 6 April and Whit Monday 25 May do not. */
class LicenceCancellationTest {

    private static final Terms AFAS = Terms.of(Preset.AFAS_SLA);
    private static final OpeningHours HOURS = AgreedCalendars.of(AFAS).support().hours();

    private final DeciderSpecification<AgreementCommand, Agreement, AgreementEvent> agreement =
            new DeciderSpecification<>(new AgreementDecider());

    @Test
    @Rule("XSV-013")
    void worked_example_16_a_stop_per_the_first_of_june_is_received_by_wednesday_27_may() {
        var inTime = cancel("2026-05-27", "2026-06-01", null, AFAS);
        assertEquals(LocalDate.parse("2026-05-27"), inTime.latestReceipt());
        assertEquals(LocalDate.parse("2026-05-31"), inTime.endsOn());
        assertEquals(Optional.empty(), inTime.refusal());
        assertEquals(
                Optional.of(Refusal.TOO_LATE),
                cancel("2026-05-28", "2026-06-01", null, AFAS).refusal());
    }

    @Test
    @Rule("XSV-013")
    void holidays_and_weekends_do_not_count() {
        // Wednesday 1 April: Tuesday 31, Monday 30, Friday 27 March.
        assertEquals(
                LocalDate.parse("2026-03-27"),
                cancel("2026-03-01", "2026-04-01", null, AFAS).latestReceipt());
        // Friday 1 January 2027: Thursday 31, Wednesday 30, Tuesday 29 December.
        assertEquals(
                LocalDate.parse("2026-12-29"),
                cancel("2026-12-01", "2027-01-01", null, AFAS).latestReceipt());
        // Friday 29 May, were it an invoice period: 28, 27, 26; one day earlier Whit Monday is skipped.
        assertEquals(
                LocalDate.parse("2026-05-26"),
                cancel("2026-05-01", "2026-05-29", null, AFAS).latestReceipt());
        assertEquals(
                LocalDate.parse("2026-05-22"),
                cancel("2026-05-01", "2026-05-28", null, AFAS).latestReceipt());
    }

    @Test
    @Rule("XSV-013")
    void a_stated_date_needs_both_the_notice_and_the_minimum_term() {
        assertEquals(
                LocalDate.parse("2026-06-15"),
                cancel("2026-05-27", "2026-06-01", "2026-06-15", AFAS).endsOn());
        assertEquals(
                Optional.of(Refusal.TOO_LATE),
                cancel("2026-05-28", "2026-06-01", "2026-06-15", AFAS).refusal());
        assertEquals(
                LocalDate.parse("2026-06-01"),
                LicenceCancellation.invoicePeriodStart(LocalDate.parse("2026-05-20"), LocalDate.parse("2026-06-15")));
        assertEquals(
                LocalDate.parse("2026-07-01"),
                LicenceCancellation.invoicePeriodStart(LocalDate.parse("2026-05-20"), LocalDate.parse("2026-06-30")));
    }

    @Test
    @Rule("XSV-012")
    void twelve_full_months_are_invoiced_first() {
        // Concluded on 15 January 2024: February 2024 is the first full month, January 2025 the twelfth.
        var early = LicenceCancellation.of(
                LocalDate.parse("2024-12-01"),
                LocalDate.parse("2025-01-01"),
                null,
                LocalDate.parse("2024-01-15"),
                null,
                TermKey.LICENCE_CANCEL_BEFORE,
                AFAS,
                HOURS);
        assertEquals(Optional.of(Refusal.MINIMUM_TERM), early.refusal());
        assertEquals(LocalDate.parse("2025-01-31"), early.firstEnd());
        // Concluded on the first, that month is full already.
        assertEquals(
                LocalDate.parse("2024-12-31"),
                LicenceCancellation.of(
                                LocalDate.parse("2024-12-01"),
                                LocalDate.parse("2025-01-01"),
                                null,
                                LocalDate.parse("2024-01-01"),
                                null,
                                TermKey.LICENCE_CANCEL_BEFORE,
                                AFAS,
                                HOURS)
                        .firstEnd());
    }

    @Test
    @Rule("XSV-012")
    void an_initial_period_takes_the_place_of_the_twelve_months() {
        var until2028 = LicenceCancellation.of(
                LocalDate.parse("2026-05-01"),
                LocalDate.parse("2026-06-01"),
                null,
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2028-12-31"),
                TermKey.LICENCE_CANCEL_BEFORE,
                AFAS,
                HOURS);
        assertEquals(Optional.of(Refusal.MINIMUM_TERM), until2028.refusal());
        var aShortOne = LicenceCancellation.of(
                LocalDate.parse("2026-05-01"),
                LocalDate.parse("2026-06-01"),
                null,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-03-31"),
                TermKey.LICENCE_CANCEL_BEFORE,
                AFAS,
                HOURS);
        assertEquals(Optional.empty(), aShortOne.refusal());
    }

    @Test
    @Rule({"XSV-012", "XSV-013"})
    void without_terms_there_is_no_right_to_cancel() {
        var phocus = Terms.of(Preset.PHOCUS_CLOUD);
        var cancellation = cancel("2026-05-31", "2026-06-01", null, phocus);
        assertNull(cancellation.latestReceipt());
        assertNull(cancellation.firstEnd());
        assertEquals(Optional.of(Refusal.NOT_AGREED), cancellation.refusal());
        var received = Instant.parse("2026-05-27T14:00:00Z");
        agreement
                .given(concluded("2024-01-15"))
                .when(new CancelLicence(received, null, phocus, HOURS))
                .thenRejected(
                        "XSV-012",
                        new LicenceCancellationRefused(
                                received, LocalDate.parse("2026-05-31"), null, null, Refusal.NOT_AGREED));
        // One of the two gives the right; what the other would ask for is not asked for.
        var notice = Terms.of(Preset.PHOCUS_CLOUD, Deviation.read(Map.of("licence.cancelBefore", "3 WORKING_DAYS")));
        assertEquals(
                Optional.empty(),
                cancel("2026-05-27", "2026-06-01", null, notice).refusal());
    }

    @Test
    @Rule("XSV-013")
    void a_licence_does_not_end_before_its_cancellation_is_received_nor_before_it_begins() {
        var free = Terms.of(
                Preset.AFAS_SLA,
                Deviation.read(Map.of("licence.cancelBefore", "ABSENT", "licence.firstCancellation", "P1M")));
        assertEquals(
                Optional.of(Refusal.BEFORE_RECEIPT),
                cancel("2026-05-27", "2026-05-01", "2026-05-26", free).refusal());
        assertEquals(
                Optional.empty(),
                cancel("2026-05-27", "2026-05-01", "2026-05-27", free).refusal());
        var notice = Terms.of(
                Preset.AFAS_SLA,
                Deviation.read(
                        Map.of("licence.cancelBefore", "3 WORKING_DAYS", "licence.firstCancellation", "ABSENT")));
        assertEquals(
                Optional.of(Refusal.BEFORE_RECEIPT),
                cancel("2023-12-01", "2024-01-01", null, notice).refusal());
    }

    @Test
    @Rule("XSV-013")
    void another_notice_is_a_term_like_any_other() {
        var five = Terms.of(Preset.AFAS_SLA, Deviation.read(Map.of("licence.cancelBefore", "5 WORKING_DAYS")));
        // 29, 28, 27, 26 May; the 25th is Whit Monday, so Friday the 22nd.
        assertEquals(
                LocalDate.parse("2026-05-22"),
                cancel("2026-05-01", "2026-06-01", null, five).latestReceipt());
        var month = Terms.of(Preset.AFAS_SLA, Deviation.read(Map.of("licence.cancelBefore", "P1M")));
        assertEquals(
                LocalDate.parse("2026-05-01"),
                cancel("2026-05-01", "2026-06-01", null, month).latestReceipt());
    }

    @Test
    @Rule({"XSV-012", "XSV-013"})
    void a_cancelled_licence_ends_the_agreement_and_a_refusal_is_recorded() {
        var received = Instant.parse("2026-05-27T14:00:00Z");
        var stop = new CancelLicence(received, null, AFAS, HOURS);
        agreement
                .given(concluded("2024-01-15"))
                .when(stop)
                .then(
                        new LicenceCancelled(received, LocalDate.parse("2026-05-31"), LocalDate.parse("2026-05-27")),
                        new AgreementTerminated(
                                TerminationGround.NOTICE,
                                TerminationScope.WHOLE,
                                received,
                                LocalDate.parse("2026-05-31"),
                                null));
        var late = Instant.parse("2026-05-28T14:00:00Z");
        agreement
                .given(concluded("2024-01-15"))
                .when(new CancelLicence(late, null, AFAS, HOURS))
                .thenRejected(
                        "XSV-013",
                        new LicenceCancellationRefused(
                                late,
                                LocalDate.parse("2026-05-31"),
                                LocalDate.parse("2026-05-27"),
                                LocalDate.parse("2025-01-31"),
                                Refusal.TOO_LATE));
        agreement
                .given(concluded("2025-09-01"))
                .when(stop)
                .thenRejected(
                        "XSV-012",
                        new LicenceCancellationRefused(
                                received,
                                LocalDate.parse("2026-05-31"),
                                LocalDate.parse("2026-05-27"),
                                LocalDate.parse("2026-08-31"),
                                Refusal.MINIMUM_TERM));
    }

    @Test
    @Rule("XSV-012")
    void the_same_stop_again_changes_nothing_and_another_is_refused() {
        var history = new java.util.ArrayList<>(concluded("2024-01-15"));
        history.add(new AgreementTerminated(
                TerminationGround.NOTICE,
                TerminationScope.WHOLE,
                Instant.parse("2026-05-20T10:00:00Z"),
                LocalDate.parse("2026-05-31"),
                null));
        var received = Instant.parse("2026-05-21T10:00:00Z");
        agreement
                .given(history)
                .when(new CancelLicence(received, null, AFAS, HOURS))
                .thenNothing();
        agreement
                .given(history)
                .when(new CancelLicence(received, LocalDate.parse("2026-07-31"), AFAS, HOURS))
                .thenRejected("XSV-012");
    }

    @Test
    @Rule({"XSV-009", "XSV-010"})
    void each_type_of_licence_has_its_modules_and_the_products_of_all() {
        assertEquals(9, Licence.Type.ERP.modules().size());
        assertEquals(
                List.of(
                        Licence.Module.BUSINESS_INTELLIGENCE,
                        Licence.Module.HUMAN_RESOURCE_MANAGEMENT,
                        Licence.Module.INSITE_OUTSITE,
                        Licence.Module.PAYROLL),
                Licence.Type.HRM_PAYROLL.modules());
        assertEquals(Licence.CountedBy.USERS, Licence.Type.ERP.countedBy());
        assertEquals(Licence.CountedBy.EMPLOYEES, Licence.Type.HRM_PAYROLL.countedBy());
        assertEquals(
                List.of(
                        Licence.Product.PROFIT,
                        Licence.Product.INSITE,
                        Licence.Product.OUTSITE,
                        Licence.Product.POCKET),
                Licence.Type.ERP.products());
    }

    private List<AgreementEvent> concluded(String day) {
        return agreement
                .given()
                .when(new ConcludeAgreement(
                        "afas",
                        "A-1",
                        "De Brug",
                        Preset.AFAS_SLA,
                        List.of(),
                        LocalDate.parse(day),
                        null,
                        new Licence(Licence.Type.ERP, null, 120, 450, 3, 4),
                        List.of()))
                .events();
    }

    private static LicenceCancellation cancel(String received, String period, String stated, Terms terms) {
        return LicenceCancellation.of(
                LocalDate.parse(received),
                LocalDate.parse(period),
                Optional.ofNullable(stated).map(LocalDate::parse).orElse(null),
                LocalDate.parse("2024-01-15"),
                null,
                TermKey.LICENCE_CANCEL_BEFORE,
                terms,
                AgreedCalendars.of(terms).support().hours());
    }
}
