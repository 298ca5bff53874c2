package nl.waarborg.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.waarborg.local.Role;
import nl.waarborg.local.demo.Customers.Concluded;

/** The reports that are made by themselves of a First Class customer's closed months, once both services have closed them. */
final class MonthlyReports {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    /** Local days after its end at which the services close a month. */
    private static final int CLOSED_AFTER_DAYS = 3;

    private static final int AWAITED = 2;

    private final AgreementDesk desk;
    private final Concluded customer;
    private final Instant end;

    /** @param end months that were closed by then are awaited; UTC */
    MonthlyReports(AgreementDesk desk, Concluded customer, Instant end) {
        this.desk = desk;
        this.customer = customer;
        this.end = end;
    }

    /** Waits until the latest are there, answers what may be asked of them. */
    List<Query> await(PrintStream out) {
        var until = System.nanoTime() + LIMIT.toNanos();
        var awaited = months();
        while (!made().containsAll(awaited)) {
            if (System.nanoTime() > until) {
                out.printf(
                        "Monthly reports: those of %s are still being made; look again soon: %s%n",
                        customer.tenant().key(), desk.address(path()));
                return List.of();
            }
            SuiteClient.pause();
        }
        out.printf(
                "Monthly reports: %s of %s are made.%n",
                awaited, customer.tenant().key());
        return List.of(new Query(
                "The monthly service report of " + customer.tenant().key() + " as PDF; text/html is a page.",
                desk.address(path() + "/" + awaited.getLast()),
                Role.SERVICE_MANAGER,
                customer.tenant().provider(),
                "-H 'Accept: application/pdf' -o report.pdf"));
    }

    /** The latest that were closed by the end, the oldest first. */
    private List<YearMonth> months() {
        var running = YearMonth.from(end.atZone(IncidentLog.ZONE).minusDays(CLOSED_AFTER_DAYS));
        return IntStream.rangeClosed(1, AWAITED)
                .mapToObj(running::minusMonths)
                .sorted()
                .toList();
    }

    private Set<YearMonth> made() {
        var months = new HashSet<YearMonth>();
        desk.get(path(), customer.vendor(Role.SERVICE_MANAGER))
                .path("reports")
                .forEach(report ->
                        months.add(YearMonth.parse(report.path("month").asText())));
        return months;
    }

    private String path() {
        return "/api/v1/tenants/%s/monthly-reports".formatted(customer.id());
    }
}
