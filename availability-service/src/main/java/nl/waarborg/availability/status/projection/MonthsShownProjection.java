package nl.waarborg.availability.status.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthClosed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthCorrected;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;

/** The figures of a platform's month are public as soon as it is closed or corrected (AVL-012); the pages read them where they stand. */
public final class MonthsShownProjection implements Projection<AvailabilityMonthEvent> {

    @Override
    public String name() {
        return NoticeStatements.PROJECTION;
    }

    @Override
    public Class<AvailabilityMonthEvent> events() {
        return AvailabilityMonthEvent.class;
    }

    @Override
    public List<String> tables() {
        return NoticeStatements.TABLES;
    }

    @Override
    public void apply(List<RecordedEvent<AvailabilityMonthEvent>> events, Connection connection) throws SQLException {
        var notices = new NoticeStatements();
        events.stream()
                .filter(recorded -> recorded.tenant().equals(StreamId.PLATFORM))
                .map(RecordedEvent::event)
                .filter(event ->
                        event instanceof AvailabilityMonthClosed || event instanceof AvailabilityMonthCorrected)
                .map(AvailabilityMonthEvent::provider)
                .distinct()
                .sorted()
                .forEach(notices::platformChanged);
        notices.run(connection);
    }
}
