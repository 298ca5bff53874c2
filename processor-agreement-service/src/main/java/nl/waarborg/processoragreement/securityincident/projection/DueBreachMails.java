package nl.waarborg.processoragreement.securityincident.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.processoragreement.securityincident.domain.NoticeContent;
import nl.waarborg.processoragreement.securityincident.domain.NoticeField;
import org.jspecify.annotations.Nullable;

/** What mails that are due say, and which breaches wait; facts of commands. */
@ApplicationScoped
public class DueBreachMails implements WaitingMails {

    private static final String MAILS =
            """
            select m.*, b.discovered_at, t.name, t.provider,
                (select deadline from breach_clock c where c.incident_id = m.incident_id and c.tenant_id = m.tenant_id
                    and c.clock = 'AUTHORITY') as authority_deadline
            from breach_mail m join breach b on b.incident_id = m.incident_id and b.tenant_id = m.tenant_id
            join tenant t on t.tenant_id = m.tenant_id
            where m.event_id = ? order by m.kind""";
    private static final String UNINFORMED =
            "select tenant_id from breach where incident_id = ? and informed_at is null order by tenant_id";

    private static final String FIRST_INFORMED =
            """
            select informed_at from breach where incident_id = ? and informed_at is not null
            order by informed_at limit 1""";

    private final DataSource writer;
    private final Rows rows;
    private final PersonalData personal;

    public DueBreachMails(@io.quarkus.agroal.DataSource("writer") DataSource writer, PersonalData personal) {
        this.writer = writer;
        this.rows = new Rows(writer);
        this.personal = personal;
    }

    public enum Kind {
        NOTICE,
        SUPPLEMENT,
        /** To the vendor: the customer has no usable contact. */
        ALERT
    }

    /**
     * @param customer name of the organisation
     * @param words what a supplement says in words
     * @param authorityDeadline of the controller's own clock, if it has one
     */
    public record DueBreachMail(
            UUID event,
            Kind kind,
            UUID incident,
            UUID tenant,
            String provider,
            String customer,
            Instant discoveredAt,
            @Nullable Instant authorityDeadline,
            List<UUID> recipients,
            NoticeContent content,
            @Nullable String words,
            List<NoticeField> missing) {}

    @Override
    public List<DueBreachMail> about(UUID event) {
        return rows.list(MAILS, this::mail, event);
    }

    /** Affected customers whose controller was not informed. */
    public List<UUID> uninformed(UUID incident) {
        return rows.list(UNINFORMED, row -> row.uuid("tenant_id"), incident);
    }

    /** When the first controller was informed. */
    public Optional<Instant> firstInformed(UUID incident) {
        return rows.first(FIRST_INFORMED, row -> row.instant("informed_at"), incident);
    }

    @Override
    public void again(Deadline deadline, Instant due) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            Deadlines.set(
                    connection,
                    List.of(new Deadline(deadline.kind(), deadline.stream(), deadline.key(), deadline.tenant(), due)));
        } catch (SQLException e) {
            throw new IllegalStateException("the deadline cannot be set", e);
        }
    }

    private DueBreachMail mail(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        return new DueBreachMail(
                row.uuid("event_id"),
                Kind.valueOf(row.text("kind")),
                row.uuid("incident_id"),
                tenant,
                row.text("provider"),
                row.text("name"),
                row.instant("discovered_at"),
                row.optionalInstant("authority_deadline"),
                row.uuids("recipients"),
                NoticeContents.read(personal.reveal(tenant, row.optionalText("content"))),
                personal.reveal(tenant, row.optionalText("words")),
                NoticeContents.fields(row.text("missing")));
    }
}
