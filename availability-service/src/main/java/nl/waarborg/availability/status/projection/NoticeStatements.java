package nl.waarborg.availability.status.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.availability.status.domain.NoticeKind;
import nl.waarborg.availability.status.domain.NoticeState;
import nl.waarborg.availability.status.domain.NoticeUpdate;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Statements;
import org.jspecify.annotations.Nullable;

/** What both projections of notices write; one place decides that every change is seen by the pages. */
final class NoticeStatements {

    static final String PROJECTION = "status-notices";
    /** Due at once; its key is the event that is told. */
    static final String TELL_SUBSCRIBERS = "tell-status-subscribers";

    static final List<String> TABLES =
            List.of("status_notice", "status_notice_update", "status_system", "status_change");

    private static final String PUBLISH =
            """
            insert into status_notice (notice_id, provider, kind, state, components, partial, text, starts_at,
                planned_end_at, expected_recovery_at, next_update_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    // An update about a notice that the public does not see is none.
    private static final String TELL =
            """
            insert into status_notice_update (event_id, notice_id, kind, at, message, expected_recovery_at,
                next_update_at, starts_at, ends_at)
            select ?, n.notice_id, ?, ?, ?, ?, ?, ?, ? from status_notice n where n.notice_id = ?""";
    private static final String SEEN =
            """
            insert into status_change (provider) select provider from status_notice where notice_id = ?
            on conflict (provider) do update set version = status_change.version + 1""";
    private static final String PLATFORM_SEEN =
            """
            insert into status_change (provider) values (?)
            on conflict (provider) do update set version = status_change.version + 1""";

    private final Statements statements = new Statements();
    private final List<Deadline> deadlines = new ArrayList<>();

    void publish(
            UUID notice,
            String provider,
            NoticeKind kind,
            NoticeState state,
            Collection<Component> components,
            boolean partial,
            @Nullable String text,
            Instant startsAt,
            @Nullable Instant plannedEndAt,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt) {
        statements.add(
                PUBLISH,
                notice,
                provider,
                kind,
                state,
                components.stream().map(Component::name).sorted().collect(Collectors.joining(",")),
                partial,
                text,
                startsAt,
                plannedEndAt,
                expectedRecoveryAt,
                nextUpdateAt);
    }

    /** Changes the notice itself; the notice's id is the last parameter. */
    void change(String sql, @Nullable Object... parameters) {
        statements.add(sql, parameters);
    }

    /** Puts an update into the notice's timeline, and has it told to the subscribers unless it is history. */
    void tell(RecordedEvent<?> recorded, UUID notice, NoticeUpdate update) {
        statements.add(
                TELL,
                update.eventId(),
                update.kind(),
                update.at(),
                update.message(),
                update.expectedRecoveryAt(),
                update.nextUpdateAt(),
                update.startsAt(),
                update.endsAt(),
                notice);
        statements.add(SEEN, notice);
        if (!recorded.metadata().historic()) {
            deadlines.add(new Deadline(
                    TELL_SUBSCRIBERS,
                    new StreamId(PROJECTION, notice),
                    recorded.id().toString(),
                    recorded.tenant(),
                    recorded.recordedAt()));
        }
    }

    void platformChanged(String provider) {
        statements.add(PLATFORM_SEEN, provider);
    }

    void run(Connection connection) throws SQLException {
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }
}
