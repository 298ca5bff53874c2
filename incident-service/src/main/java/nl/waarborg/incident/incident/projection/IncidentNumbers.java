package nl.waarborg.incident.incident.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.terms.AgreedCalendars;

/** Gives out what people call an incident: year and serial number within the tenant, such as {@code 2026-000123}. */
@ApplicationScoped
public class IncidentNumbers {

    private static final String NEXT =
            """
            insert into incident_number (tenant_id, year, last) values (?, ?, 1)
            on conflict (tenant_id, year) do update set last = incident_number.last + 1
            returning last""";

    private final Rows rows;

    public IncidentNumbers(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    public String next(UUID tenant, Instant at) {
        var year = at.atZone(AgreedCalendars.ZONE).getYear();
        var serial = rows.first(NEXT, row -> row.number("last"), tenant, year).orElseThrow();
        return "%d-%06d".formatted(year, serial);
    }
}
