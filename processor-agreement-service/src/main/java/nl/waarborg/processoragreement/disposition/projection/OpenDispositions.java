package nl.waarborg.processoragreement.disposition.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.TenantScope;

/** Customers whose agreement ended and who have not chosen what becomes of their data: the vendor's open task (OP-55). */
@ApplicationScoped
@TenantScope
public class OpenDispositions {

    private static final String OPEN =
            """
            select a.id, a.tenant_id, a.reference, a.name, a.ended_on from agreement a
            where a.ended_on is not null
                and not exists (select from disposition_choice c where c.tenant_id = a.tenant_id)
                and (?::date is null or (a.ended_on, a.id) > (?::date, ?::uuid))
            order by a.ended_on, a.id limit ?""";

    private final Rows rows;

    public OpenDispositions(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /** @param endedOn day in Europe/Amsterdam */
    public record Open(UUID agreementId, UUID tenantId, String reference, String name, LocalDate endedOn) {}

    private record Place(LocalDate endedOn, UUID agreement) {}

    /** Those that ended first come first. */
    public Page<Open> list(PageQuery page) {
        var after = page.after(2, key -> new Place(LocalDate.parse(key.getFirst()), UUID.fromString(key.getLast())));
        var day = after.map(Place::endedOn).orElse(null);
        return Page.of(
                rows.list(
                        OPEN,
                        row -> new Open(
                                row.uuid("id"),
                                row.uuid("tenant_id"),
                                row.text("reference"),
                                row.text("name"),
                                row.date("ended_on")),
                        day,
                        day,
                        after.map(Place::agreement).orElse(null),
                        page.fetch()),
                page,
                last -> List.of(last.endedOn().toString(), last.agreementId().toString()));
    }
}
