package nl.waarborg.processoragreement.monthlyreport.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.monthlyreport.domain.ServiceTaken;
import nl.waarborg.terms.AgreedCalendars;

/** The services that were delivered to a customer (XSV-030). */
@ApplicationScoped
public class ServicesTaken {

    private static final String DELIVERED =
            """
            select kind, delivered_at, hours from service_request
            where tenant_id = ? and delivered_at >= ? and delivered_at < ?""";

    private final Rows rows;

    public ServicesTaken(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** In the calendar year of a month, through its last day. */
    public List<ServiceTaken> delivered(UUID tenant, YearMonth month) {
        return rows.list(
                DELIVERED,
                row -> new ServiceTaken(
                        ServiceTaken.Kind.valueOf(row.text("kind")),
                        null,
                        LocalDate.ofInstant(row.instant("delivered_at"), AgreedCalendars.ZONE),
                        row.decimal("hours").signum() == 0 ? null : row.decimal("hours")),
                tenant,
                start(YearMonth.of(month.getYear(), 1)),
                start(month.plusMonths(1)));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(AgreedCalendars.ZONE).toInstant();
    }
}
