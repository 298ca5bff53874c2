package nl.waarborg.availability.month.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent.MonitoredSystemRegistered;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;

/** A vendor's months begin when its first system is registered. */
public final class FirstMonthProjection implements Projection<MonitoredSystemEvent> {

    private final MonthBounds months;

    public FirstMonthProjection(MonthBounds months) {
        this.months = months;
    }

    @Override
    public String name() {
        return "first-availability-month";
    }

    @Override
    public Class<MonitoredSystemEvent> events() {
        return MonitoredSystemEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<RecordedEvent<MonitoredSystemEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            switch (recorded.event()) {
                case MonitoredSystemRegistered e ->
                    MonthDeadlines.changed(connection, months, e.provider(), e.at(), e.at(), recorded.recordedAt());
            }
        }
    }
}
