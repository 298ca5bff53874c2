package nl.waarborg.processoragreement.monthlyreport.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.Facts;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.MakeReport;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.Section;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.TakeClosedMonth;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.AvailabilityMonthTaken;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.IncidentMonthTaken;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.SlaReportPublished;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class SlaReportDeciderTest {

    private static final YearMonth MARCH = YearMonth.parse("2026-03");
    private static final Instant CLOSED = Instant.parse("2026-04-03T22:00:00Z");
    private static final Instant CORRECTED = Instant.parse("2026-04-10T09:00:00Z");
    private static final List<ServiceTaken> SERVICES = List.of(
            new ServiceTaken(
                    ServiceTaken.Kind.CONSULTANCY, null, LocalDate.parse("2026-02-10"), new BigDecimal("3.50")),
            new ServiceTaken(ServiceTaken.Kind.TRAINING, "Pro Payroll", LocalDate.parse("2026-03-12"), null));
    private static final Facts PROMISED = new Facts(Set.of(Section.values()), SERVICES);
    private static final Facts NOT_PROMISED = new Facts(Set.of(), SERVICES);

    private final DeciderSpecification<SlaReportCommand, SlaReports, SlaReportEvent> reports =
            new DeciderSpecification<>(new SlaReportDecider());

    @Test
    @Rule({"XSV-029", "XSV-030"})
    void a_report_is_made_once_both_months_are_closed_whichever_is_first() {
        var availability = availability(MARCH, 1, CLOSED);
        var incidents = incidents(MARCH, 3, CLOSED);
        var report = new SlaReportPublished(MARCH, 1, List.of(availability), List.of(incidents), SERVICES, CLOSED);

        reports.given().when(take(availability)).then(new AvailabilityMonthTaken(availability));
        reports.given(new AvailabilityMonthTaken(availability))
                .when(take(incidents))
                .then(new IncidentMonthTaken(incidents), report);
        reports.given(new IncidentMonthTaken(incidents))
                .when(take(availability))
                .then(new AvailabilityMonthTaken(availability), report);
        reports.given(new IncidentMonthTaken(incidents), new AvailabilityMonthTaken(availability), report)
                .when(take(incidents))
                .thenNothing();
    }

    @Test
    @Rule("XSV-029")
    void a_report_that_is_promised_late_is_made_of_the_months_taken_in_before() {
        var availability = availability(MARCH, 1, CLOSED);
        var incidents = incidents(MARCH, 3, CLOSED);
        var late = new MakeReport(MARCH, PROMISED, CORRECTED);
        var report = new SlaReportPublished(MARCH, 1, List.of(availability), List.of(incidents), SERVICES, CORRECTED);

        reports.given(new AvailabilityMonthTaken(availability), new IncidentMonthTaken(incidents))
                .when(late)
                .then(report);
        reports.given(new AvailabilityMonthTaken(availability), new IncidentMonthTaken(incidents), report)
                .when(late)
                .thenNothing();
        reports.given(new AvailabilityMonthTaken(availability)).when(late).thenNothing();
        reports.given(new AvailabilityMonthTaken(availability), new IncidentMonthTaken(incidents))
                .when(new MakeReport(MARCH, NOT_PROMISED, CORRECTED))
                .thenNothing();
    }

    @Test
    @Rule("XSV-029")
    void availability_looks_back_twelve_months_and_incidents_through_the_calendar_year() {
        var history = new ArrayList<SlaReportEvent>();
        for (var month = YearMonth.parse("2025-01"); month.isBefore(MARCH); month = month.plusMonths(1)) {
            history.add(new AvailabilityMonthTaken(availability(month, 0, CLOSED)));
            history.add(new IncidentMonthTaken(incidents(month, 1, CLOSED)));
        }
        history.add(new AvailabilityMonthTaken(availability(MARCH, 0, CLOSED)));
        // A later month that is closed already is no part of it.
        history.add(new AvailabilityMonthTaken(availability(MARCH.plusMonths(1), 0, CLOSED)));

        var report = report(history, take(incidents(MARCH, 2, CLOSED)));

        assertEquals(12, report.availability().size());
        assertEquals(
                YearMonth.parse("2025-04"), report.availability().getFirst().month());
        assertEquals(MARCH, report.availability().getLast().month());
        assertEquals(
                List.of(YearMonth.parse("2026-01"), YearMonth.parse("2026-02"), MARCH),
                report.incidents().stream().map(IncidentMonth::month).toList());
    }

    @Test
    @Rule("XSV-029")
    void a_corrected_month_makes_a_later_version_of_its_report() {
        var history = new ArrayList<SlaReportEvent>(List.of(
                new AvailabilityMonthTaken(availability(MARCH, 1, CLOSED)),
                new IncidentMonthTaken(incidents(MARCH, 3, CLOSED))));
        history.add(new SlaReportPublished(
                MARCH,
                1,
                List.of(availability(MARCH, 1, CLOSED)),
                List.of(incidents(MARCH, 3, CLOSED)),
                SERVICES,
                CLOSED));

        var second = report(history, take(availability(MARCH, 2, CORRECTED)));
        assertEquals(2, second.reportVersion());
        assertEquals(2, second.availability().getLast().outageCount());

        history.add(new AvailabilityMonthTaken(availability(MARCH, 2, CORRECTED)));
        history.add(second);
        reports.given(history).when(take(availability(MARCH, 1, CLOSED))).thenNothing();
    }

    @Test
    @Rule("XSV-029")
    void without_first_class_months_are_kept_for_later_and_no_report_is_made() {
        var incidents = incidents(MARCH, 3, CLOSED);
        reports.given(new AvailabilityMonthTaken(availability(MARCH, 1, CLOSED)))
                .when(new TakeClosedMonth(incidents, NOT_PROMISED))
                .then(new IncidentMonthTaken(incidents));
    }

    @Test
    @Rule("XSV-029")
    void a_section_that_was_agreed_away_is_not_waited_for() {
        var only = new Facts(Set.of(Section.INCIDENTS), SERVICES);
        var report = report(List.of(), new TakeClosedMonth(incidents(MARCH, 3, CLOSED), only));
        assertNull(report.availability());
        assertNull(report.services());
    }

    private SlaReportPublished report(List<SlaReportEvent> history, SlaReportCommand command) {
        return assertInstanceOf(
                SlaReportPublished.class,
                reports.given(history).when(command).events().getLast());
    }

    private static TakeClosedMonth take(ClosedMonth month) {
        return new TakeClosedMonth(month, PROMISED);
    }

    private static AvailabilityMonth availability(YearMonth month, int outages, Instant at) {
        return new AvailabilityMonth(
                month,
                new BigDecimal("99.80"),
                new BigDecimal("99.5"),
                true,
                new BigDecimal("100.00"),
                outages,
                2,
                new TreeMap<>(),
                at);
    }

    private static IncidentMonth incidents(YearMonth month, int submitted, Instant at) {
        return new IncidentMonth(month, submitted, submitted, 0, 0, new TreeMap<>(), null, null, at);
    }
}
