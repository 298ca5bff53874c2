package nl.waarborg.processoragreement.subprocessor.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier;
import org.jspecify.annotations.Nullable;

/** What everyone may read of a vendor's suppliers, without a login: no customer is in it. */
@ApplicationScoped
public class PublicSuppliers {

    private static final String NOTICES =
            """
            select n.event_id, n.kind, n.at, n.effective_from, n.change, n.consequences, s.supplier::text as supplier
            from supplier_notice n join subprocessor s on s.subprocessor_id = n.subprocessor_id
            where n.provider = ? and n.kind <> 'UPSTREAM_CHANGE' order by n.at desc, n.event_id desc limit 200""";

    private final Rows rows;

    public PublicSuppliers(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** @param effectiveFrom first processing at the earliest, or when a change takes effect */
    public record PublicNotice(
            UUID id,
            NoticeKind kind,
            Instant at,
            @Nullable Instant effectiveFrom,
            @Nullable String change,
            @Nullable String consequences,
            Supplier supplier) {}

    /** The latest 200, the newest first. */
    public List<PublicNotice> notices(String provider) {
        return rows.list(
                NOTICES,
                row -> new PublicNotice(
                        row.uuid("event_id"),
                        NoticeKind.valueOf(row.text("kind")),
                        row.instant("at"),
                        row.optionalInstant("effective_from"),
                        row.optionalText("change"),
                        row.optionalText("consequences"),
                        SupplierJson.read(row.text("supplier"))),
                provider);
    }
}
