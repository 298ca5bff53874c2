package nl.waarborg.local.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.waarborg.local.Role;
import nl.waarborg.local.demo.Customers.Concluded;

/**
 * What made customers and their vendors agree, announce, report and end, through the public endpoints and in the roles that people have
 * for it. Doing it again changes nothing.
 */
final class DemoAgreements {

    private static final String INFORMED = "linde";
    private static final String OF_ITS_OWN = "waterrijk";
    private static final String OBJECTOR = "noorderlicht";
    private static final String LEAVING = "zandloper";

    private static final String TERMS = "nl.waarborg.processor-agreement.change-terms.v1";
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final AgreementDesk desk;
    private final List<Concluded> customers;
    private final Instant end;

    /** @param end what is told happened before it; UTC */
    DemoAgreements(AgreementDesk desk, List<Concluded> customers, Instant end) {
        this.desk = desk;
        this.customers = customers;
        this.end = end;
    }

    /** Answers what may be asked of it. */
    List<Query> tell(PrintStream out) {
        var informed = Customers.of(customers, INFORMED);
        var ofItsOwn = Customers.of(customers, OF_ITS_OWN);
        var leaving = Customers.of(customers, LEAVING);
        agreeSeparately(ofItsOwn);
        announceSla(ofItsOwn);
        out.printf(
                "Agreements: %s has a processor agreement of its own (a breach is told within a day); another version of the SLA is announced.%n",
                OF_ITS_OWN);
        new DemoSuppliers(desk, end).tell(Customers.of(customers, OBJECTOR), out);
        var incident = new DemoBreach(desk, end).tell(informed, ofItsOwn, out);
        new DemoExit(desk, end).tell(leaving, out);
        var provider = informed.tenant().provider();
        return List.of(
                new Query(
                        "Until when must each customer hear of the data breach, and by which clause?",
                        desk.address("/api/v1/security-incidents/" + incident + "/clocks"),
                        Role.SECURITY_OFFICER,
                        provider),
                new Query(
                        "Who processes data for the vendor, where, and who may from when on?",
                        desk.address("/api/v1/subprocessors"),
                        Role.AGREEMENT_MANAGER,
                        provider),
                new Query(
                        "How far is the exit of " + LEAVING + ", and what would remain at what price?",
                        desk.address(leaving.path() + "/exit"),
                        Role.AGREEMENT_MANAGER,
                        leaving.tenant().provider()));
    }

    /** Agreed some months ago, so that it held when the breach was discovered. */
    private void agreeSeparately(Concluded customer) {
        var from = month().minusMonths(6).atDay(1);
        var provider = customer.tenant().provider();
        desk.report(
                new PostedEvent(
                        "separate-agreement/" + customer.tenant().key(),
                        TERMS,
                        customer.id(),
                        from.minusMonths(1)
                                .atTime(12, 0)
                                .atZone(IncidentLog.ZONE)
                                .toInstant(),
                        Map.of(
                                "deviations",
                                Map.of("breach.informWithin", "PT24H"),
                                "origin",
                                "SEPARATE_AGREEMENT",
                                "clause",
                                "Verwerkersovereenkomst art. 6.2",
                                "effectiveFrom",
                                from.toString())),
                provider,
                "urn:waarborg:demo:contracts:" + provider);
    }

    private void announceSla(Concluded any) {
        var manager = any.vendor(Role.AGREEMENT_MANAGER);
        var from = month().plusMonths(2);
        var title = "Service Overeenkomst %s %d"
                .formatted(from.getMonth().getDisplayName(TextStyle.FULL, DUTCH), from.getYear());
        for (var version : desk.get("/api/v1/sla-versions", manager).path("versions")) {
            if (version.path("title").asText().equals(title)) {
                return;
            }
        }
        desk.post(
                "/api/v1/sla-versions",
                manager,
                Map.of(
                        "title",
                        title,
                        "summary",
                        "Op meldingen van prioriteit 3 reageren wij voortaan binnen twee werkdagen.",
                        "effectiveFrom",
                        from.atDay(1).toString(),
                        "statutory",
                        false,
                        "changes",
                        List.of(Map.of(
                                "key",
                                "priority.P3.response",
                                "value",
                                "2 WORKING_DAYS",
                                "clause",
                                "§2.2.3 tab. 10"))));
    }

    private YearMonth month() {
        return YearMonth.from(end.atZone(IncidentLog.ZONE));
    }
}
