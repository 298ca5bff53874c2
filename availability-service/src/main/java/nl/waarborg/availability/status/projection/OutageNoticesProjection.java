package nl.waarborg.availability.status.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExcluded;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExclusionWithdrawn;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeDeclined;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeProposed;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageClassified;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageEnded;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageStarted;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageTimesCorrected;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageUpdated;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageWithdrawn;
import nl.waarborg.availability.status.domain.NoticeKind;
import nl.waarborg.availability.status.domain.NoticeState;
import nl.waarborg.availability.status.domain.NoticeUpdate;
import nl.waarborg.availability.status.domain.UpdateKind;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;

/**
 * Makes every outage of production known at once, with its error message, what is said meanwhile and the expected recovery (AVL-025).
 * An outage of another environment, or of one customer's own, is nobody else's business.
 */
public final class OutageNoticesProjection implements Projection<OutageEvent> {

    /** The deadline by which the subscribers are told; its key is the event. */
    public static final String TELL_SUBSCRIBERS = NoticeStatements.TELL_SUBSCRIBERS;

    private static final String UPDATED =
            "update status_notice set expected_recovery_at = ?, next_update_at = ? where notice_id = ?";
    private static final String ENDED =
            """
            update status_notice set state = 'ENDED', ended_at = ?, next_update_at = null where notice_id = ?""";
    private static final String CORRECTED =
            """
            update status_notice set starts_at = ?, ended_at = ?,
                state = case when ?::timestamptz is null then 'ACTIVE' else 'ENDED' end where notice_id = ?""";
    private static final String WITHDRAWN =
            "update status_notice set state = 'WITHDRAWN', next_update_at = null where notice_id = ?";

    @Override
    public String name() {
        return NoticeStatements.PROJECTION;
    }

    @Override
    public Class<OutageEvent> events() {
        return OutageEvent.class;
    }

    @Override
    public List<String> tables() {
        return NoticeStatements.TABLES;
    }

    @Override
    public void apply(List<RecordedEvent<OutageEvent>> events, Connection connection) throws SQLException {
        var notices = new NoticeStatements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case OutageStarted e -> {
                    if (isPublic(e)) {
                        notices.publish(
                                e.outageId(),
                                e.provider(),
                                NoticeKind.OUTAGE,
                                NoticeState.ACTIVE,
                                e.components(),
                                !e.affectedTenants().isEmpty(),
                                e.errorMessage(),
                                e.startedAt(),
                                null,
                                e.expectedRecoveryAt(),
                                e.nextUpdateAt());
                        notices.tell(
                                recorded,
                                e.outageId(),
                                new NoticeUpdate(
                                        recorded.id(),
                                        UpdateKind.STARTED,
                                        e.startedAt(),
                                        null,
                                        e.expectedRecoveryAt(),
                                        e.nextUpdateAt(),
                                        null,
                                        null));
                    }
                }
                case OutageUpdated e -> {
                    notices.change(UPDATED, e.expectedRecoveryAt(), e.nextUpdateAt(), e.outageId());
                    notices.tell(
                            recorded,
                            e.outageId(),
                            new NoticeUpdate(
                                    recorded.id(),
                                    UpdateKind.UPDATED,
                                    e.at(),
                                    e.message(),
                                    e.expectedRecoveryAt(),
                                    e.nextUpdateAt(),
                                    null,
                                    null));
                }
                case OutageEnded e -> {
                    notices.change(ENDED, e.endedAt(), e.outageId());
                    notices.tell(
                            recorded,
                            e.outageId(),
                            new NoticeUpdate(
                                    recorded.id(), UpdateKind.ENDED, e.endedAt(), e.message(), null, null, null, null));
                }
                case OutageTimesCorrected e -> {
                    var times = e.times();
                    notices.change(CORRECTED, times.startedAt(), times.endedAt(), times.endedAt(), e.outageId());
                    notices.tell(
                            recorded,
                            e.outageId(),
                            new NoticeUpdate(
                                    recorded.id(),
                                    UpdateKind.CORRECTED,
                                    e.at(),
                                    null,
                                    null,
                                    null,
                                    times.startedAt(),
                                    times.endedAt()));
                }
                case OutageWithdrawn e -> {
                    notices.change(WITHDRAWN, e.outageId());
                    notices.tell(
                            recorded,
                            e.outageId(),
                            new NoticeUpdate(
                                    recorded.id(), UpdateKind.WITHDRAWN, e.at(), null, null, null, null, null));
                }
                case OutageClassified _,
                        DowntimeExcluded _,
                        DowntimeExclusionWithdrawn _,
                        OutageChangeProposed _,
                        OutageChangeDeclined _ -> {
                    // What an outage counts for changes nothing about what it is.
                }
            }
        }
        notices.run(connection);
    }

    private static boolean isPublic(OutageStarted outage) {
        return outage.environmentKind() == EnvironmentKind.PRODUCTION && outage.ofTenant() == null;
    }
}
