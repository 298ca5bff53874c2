package nl.waarborg.processoragreement.disposition.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import nl.waarborg.eventsourcing.Sha256;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.disposition.DispositionSettings;
import nl.waarborg.processoragreement.disposition.domain.Disposition;
import nl.waarborg.processoragreement.processing.domain.Disclosure;
import org.jspecify.annotations.Nullable;

/** What an erasure would destroy, as it is now (PRA-058). */
@ApplicationScoped
public class ErasurePreviews {

    private static final String STORED =
            """
            select t.category, count(*) as events, min(e.occurred_at) as first, max(e.occurred_at) as last,
                max(e.id::text) as latest
            from event e join event_type t on t.id = e.type
            where e.tenant_id = ? and t.category <> ?
            group by 1 order by 1""";

    private final Rows rows;
    private final DispositionSettings settings;

    public ErasurePreviews(@DataSource("writer") javax.sql.DataSource writer, DispositionSettings settings) {
        this.rows = new Rows(writer);
        this.settings = settings;
    }

    /**
     * Events of one kind, stored here.
     *
     * @param first business time of the first, UTC
     * @param last business time of the last, UTC
     */
    public record Stored(String category, long events, Instant first, Instant last) {}

    /** @param latest id of one of them, so that nobody makes the hash from what is shown */
    private record Counted(Stored stored, String latest) {}

    /**
     * @param services that have data of the customer, and will destroy their keys
     * @param here what this service has; the others count what they have when they answer
     * @param holds in force: nothing can be destroyed
     * @param preview names what was looked at; another one means that something has changed
     */
    public record Preview(
            Disposition.@Nullable Choice choice,
            Collection<String> services,
            List<Stored> here,
            Collection<UUID> holds,
            String preview) {

        /** Without what the law may forbid to tell the customer (PRA-018). */
        public List<Stored> hereForCustomer() {
            return here.stream()
                    .filter(stored -> !stored.category().equals(Disclosure.CATEGORY))
                    .toList();
        }
    }

    public Preview of(UUID tenant, Disposition disposition) {
        var services = new TreeSet<>(settings.services());
        var holds = new TreeSet<>(disposition.holds().keySet());
        var counted = rows.list(
                STORED,
                row -> new Counted(
                        new Stored(
                                row.text("category"),
                                row.bigNumber("events"),
                                row.instant("first"),
                                row.instant("last")),
                        row.text("latest")),
                tenant,
                Disposition.CATEGORY);
        return new Preview(
                disposition.choice(),
                services,
                counted.stream().map(Counted::stored).toList(),
                holds,
                Sha256.hex(tenant + "\n" + disposition.choice() + "\n" + services + "\n" + holds + "\n" + counted));
    }
}
