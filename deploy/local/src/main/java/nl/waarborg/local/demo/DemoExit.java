package nl.waarborg.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.local.Role;
import nl.waarborg.local.demo.Customers.Concluded;

/** A made customer on its way out: licence cancelled, what remains chosen, a plan of which a part is done, and what becomes of the data. */
final class DemoExit {

    /** Months after the one in which the demo was told first, at whose end the licence ends. */
    private static final int MONTHS_AHEAD = 2;

    private static final int INVOICED_MONTHS = 3;

    private final AgreementDesk desk;
    private final Instant end;

    DemoExit(AgreementDesk desk, Instant end) {
        this.desk = desk;
        this.end = end;
    }

    /** What was done already stays as it is. */
    void tell(Concluded leaving, PrintStream out) {
        var path = leaving.path();
        var contact = leaving.as(Role.AGREEMENT_CONTACT);
        var manager = leaving.vendor(Role.AGREEMENT_MANAGER);
        var lastDay = month().plusMonths(MONTHS_AHEAD).atEndOfMonth();
        if (!desk.get(path, manager).has("endsOn")) {
            invoices(leaving);
            desk.post(path + "/licence/cancellation", contact, Map.of("statedDate", lastDay.toString()));
        }
        if (!desk.get(path + "/exit", manager).has("chosen")) {
            desk.put(
                    path + "/exit-option",
                    contact,
                    Map.of(
                            "option",
                            "ARCHIVE",
                            "effectiveFrom",
                            lastDay.plusDays(1).toString()));
        }
        if (!desk.get(path + "/exit", manager).has("plan")) {
            desk.post(path + "/exit", contact, Map.of());
            desk.put(path + "/exit/plan", contact, plan());
        }
        // Each of these changes nothing where it was done before.
        desk.post(
                path + "/exit/activities",
                leaving.as(Role.FUNCTIONAL_ADMINISTRATOR),
                done(leaving, "Bijlagen van debiteuren en crediteuren geëxporteerd"));
        desk.post(
                path + "/exit/activities",
                leaving.vendor(Role.CONSULTANT),
                done(leaving, "Proefexport van het grootboek nagelopen met de nieuwe leverancier"));
        desk.put(
                path + "/disposition/choice",
                leaving.as(Role.PRIVACY_CONTACT),
                Map.of("choice", "RETURN", "writtenRequest", true));
        desk.put(path + "/disposition/cost-estimate", manager, Map.of("amount", new BigDecimal("450.00")));
        out.printf(
                "An exit (made): %s leaves per %s, keeps an archive, and has done %d of the %d activities of its plan.%n",
                leaving.tenant().key(), lastDay, 2, activities().size());
    }

    /** On which the price of what remains is based. */
    private void invoices(Concluded leaving) {
        for (var ago = 1; ago <= INVOICED_MONTHS; ago++) {
            var month = month().minusMonths(ago);
            desk.post(
                    leaving.path() + "/invoices",
                    leaving.vendor(Role.AGREEMENT_MANAGER),
                    Map.of(
                            "invoiceId",
                            leaving.tenant().reference() + '/' + month,
                            "period",
                            month.toString(),
                            "lines",
                            List.of(Map.of("kind", "LICENCE", "amount", ago == 1 ? "1520.00" : "1480.00"))));
        }
    }

    private static Map<String, Object> plan() {
        var plan = new LinkedHashMap<String, Object>();
        plan.put("wishes", "De administratie blijft zeven jaar in te zien; de lopende boekhouding gaat mee");
        plan.put("technicalDocumentation", "Beschrijving van de GET-connectoren en van de velden");
        plan.put("dataToTransfer", "Grootboek, debiteuren, crediteuren en hun bijlagen");
        plan.put("option", "ARCHIVE");
        plan.put("activities", activities());
        return plan;
    }

    private static List<Map<String, String>> activities() {
        return List.of(
                activity("Bijlagen exporteren", "Functioneel beheerder", "CUSTOMER"),
                activity("Proefexport van het grootboek nalopen", "Consultant", "VENDOR"),
                activity("Openstaande posten overdragen", "Functioneel beheerder", "CUSTOMER"),
                activity("Definitieve export en controle van de totalen", "Consultant", "VENDOR"));
    }

    private static Map<String, String> activity(String activity, String role, String responsible) {
        return Map.of("activity", activity, "role", role, "responsible", responsible);
    }

    private static Map<String, Object> done(Concluded leaving, String activity) {
        var id = UUID.nameUUIDFromBytes((leaving.agreement() + "/" + activity).getBytes(UTF_8));
        return Map.of("activityId", id, "activity", activity);
    }

    private YearMonth month() {
        return YearMonth.from(LocalDate.ofInstant(end, IncidentLog.ZONE));
    }
}
