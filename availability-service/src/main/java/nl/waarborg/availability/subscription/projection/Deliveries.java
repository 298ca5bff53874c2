package nl.waarborg.availability.subscription.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import org.jspecify.annotations.Nullable;

/** Which subscriber got which word: rows rather than events, since one word may go to thousands. */
@ApplicationScoped
public class Deliveries {

    // Whoever got an earlier word about the notice also gets this one.
    private static final String PLAN =
            """
            insert into status_delivery (event_id, subscription_id, notice_id)
            select u.event_id, s.subscription_id, n.notice_id
            from status_notice_update u join status_notice n on n.notice_id = u.notice_id
            join status_subscription s on s.provider = n.provider and s.confirmed_at <= ?
            where u.event_id = ? and (string_to_array(s.components, ',') && string_to_array(n.components, ',')
                or exists (select from status_delivery d where d.notice_id = n.notice_id
                    and d.subscription_id = s.subscription_id and d.sent_at is not null))
            on conflict do nothing returning event_id""";
    private static final String DUE =
            """
            select s.subscription_id, s.address, s.language from status_delivery d
            join status_subscription s on s.subscription_id = d.subscription_id and s.confirmed_at is not null
            where d.event_id = ? and d.sent_at is null and d.attempts < ?
                and (d.subscription_id > ? or ?::uuid is null)
            order by d.subscription_id limit ?""";
    private static final String SENT =
            "update status_delivery set sent_at = now() where event_id = ? and subscription_id = ? returning event_id";
    private static final String FAILED =
            """
            update status_delivery set attempts = attempts + 1, failure = ?
            where event_id = ? and subscription_id = ? returning event_id""";
    private static final String LEFT =
            """
            select count(*) as left_over from status_delivery d
            join status_subscription s on s.subscription_id = d.subscription_id and s.confirmed_at is not null
            where d.event_id = ? and d.sent_at is null and d.attempts < ?""";

    private final javax.sql.DataSource writer;
    private final Rows rows;
    private final PersonalData personal;

    public Deliveries(@DataSource("writer") javax.sql.DataSource writer, PersonalData personal) {
        this.writer = writer;
        this.rows = new Rows(writer);
        this.personal = personal;
    }

    /** @param address null if it can no longer be read */
    public record Recipient(UUID subscription, @Nullable String address, Language language) {}

    /** Everyone who is to hear of it: who had confirmed when it was told, in UTC. */
    public void plan(UUID event, Instant told) {
        rows.list(PLAN, row -> row.uuid("event_id"), told, event);
    }

    /** @param after the last one of the batch before; null for the first */
    public List<Recipient> due(UUID event, int attempts, @Nullable UUID after, int most) {
        return rows.list(
                DUE,
                row -> new Recipient(
                        row.uuid("subscription_id"),
                        personal.reveal(StreamId.PLATFORM, row.text("address")),
                        Language.valueOf(row.text("language"))),
                event,
                attempts,
                after,
                after,
                most);
    }

    public void sent(UUID event, UUID subscription) {
        rows.list(SENT, row -> row.uuid("event_id"), event, subscription);
    }

    /** @param failure its kind only: what a mail server answers may quote addresses */
    public void failed(UUID event, UUID subscription, String failure) {
        rows.list(FAILED, row -> row.uuid("event_id"), failure, event, subscription);
    }

    public boolean done(UUID event, int attempts) {
        return rows.list(LEFT, row -> row.number("left_over"), event, attempts).getFirst() == 0;
    }

    /** The rest follows: the deadline is due again. */
    public void again(Deadline deadline) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            Deadlines.set(connection, List.of(deadline));
        } catch (SQLException e) {
            throw new IllegalStateException("the deadline cannot be set", e);
        }
    }
}
