package nl.waarborg.incident.notice.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.incident.incident.domain.Related;
import nl.waarborg.incident.incident.domain.RelatedKind;

/** Facts about outages and disasters, for the commands of incidents. */
@ApplicationScoped
public class ServiceNotices {

    /** The deadline by which an incident is brought up to date with one notice; its key is the notice's id. */
    public static final String LOOK = "incident-look-at-notice";

    private static final String MATTER =
            """
            select kind, expected_at, ended_at from service_notice
            where notice_id = ? and kind in ('OUTAGE', 'DISASTER')""";

    private final Rows rows;

    public ServiceNotices(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** What is known now of an outage or disaster; empty if nobody told of it. */
    public Optional<Related> matter(UUID id) {
        return rows.first(
                MATTER,
                row -> new Related(
                        RelatedKind.valueOf(row.text("kind")),
                        id,
                        row.optionalInstant("expected_at"),
                        row.optionalInstant("ended_at")),
                id);
    }
}
