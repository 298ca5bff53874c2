package nl.waarborg.processoragreement.monthlyreport.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.Section;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Choice;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.Entitlement;

/** Of which months a customer is promised a report, and what of: by its terms at the month's end, and First Class (XSV-029). */
@ApplicationScoped
public class PromisedReports {

    private static final String FIRST_CLASS =
            """
            select starts_on from first_class_period
            where tenant_id = ? and starts_on <= ? and (ends_on is null or ends_on >= ?) limit 1""";
    private static final String FIRST_MONTH =
            "select min(starts_on) as starts_on from first_class_period where tenant_id = ? having count(*) > 0";

    private final Rows rows;
    private final AgreedTerms terms;

    public PromisedReports(@DataSource("writer") javax.sql.DataSource writer, AgreedTerms terms) {
        this.rows = new Rows(writer);
        this.terms = terms;
    }

    /** Whether the terms know such a report at all, for whom ever. */
    public boolean inTerms(UUID tenant, YearMonth month) {
        return agreed(tenant, month)
                .flatMap(held -> held.find(TermKey.REPORTING_MONTHLY_SLA))
                .isPresent();
    }

    /** None where no report of the month is promised. */
    public Set<Section> sections(UUID tenant, YearMonth month) {
        return agreed(tenant, month)
                .filter(held -> forEveryone(held) || firstClass(tenant, month))
                .map(PromisedReports::sections)
                .orElse(Set.of());
    }

    /** The month in which First Class began for the first time. */
    public Optional<YearMonth> firstMonth(UUID tenant) {
        return rows.first(FIRST_MONTH, row -> YearMonth.from(row.date("starts_on")), tenant);
    }

    public Optional<Terms> agreed(UUID tenant, YearMonth month) {
        return terms.of(tenant).at(lastInstant(month));
    }

    private static boolean forEveryone(Terms held) {
        return held.choice(TermKey.REPORTING_MONTHLY_SLA_FOR, Entitlement.class)
                .map(Entitlement.EVERYONE::equals)
                .orElse(true);
    }

    private boolean firstClass(UUID tenant, YearMonth month) {
        return rows.first(FIRST_CLASS, row -> row.date("starts_on"), tenant, month.atEndOfMonth(), month.atDay(1))
                .isPresent();
    }

    private static Set<Section> sections(Terms held) {
        var named = held.value(TermKey.REPORTING_MONTHLY_SLA, Several.class)
                .map(Several::values)
                .orElseThrow(IllegalStateException::new);
        return Arrays.stream(Section.values())
                .filter(section -> named.contains(new Choice(section.name())))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant lastInstant(YearMonth month) {
        return month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(AgreedCalendars.ZONE)
                .toInstant()
                .minusMillis(1);
    }
}
