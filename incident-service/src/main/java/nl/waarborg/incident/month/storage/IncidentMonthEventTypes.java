package nl.waarborg.incident.month.storage;

import java.time.YearMonth;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.month.domain.IncidentMonthEvent;
import nl.waarborg.incident.month.domain.IncidentMonthEvent.IncidentMonthClosed;
import nl.waarborg.incident.month.domain.IncidentMonthEvent.IncidentMonthCorrected;

/** Names under which the events of months are stored, for ever. */
public final class IncidentMonthEventTypes {

    public static final EventTypes<IncidentMonthEvent> MONTH_EVENTS = new EventTypes<>(
                    "incident-month", IncidentMonthEvent.class)
            .type("incident-month-closed", IncidentMonthClosed.class)
            .type("incident-month-corrected", IncidentMonthCorrected.class);

    private IncidentMonthEventTypes() {}

    public static StreamId stream(UUID tenant, YearMonth month) {
        return StreamId.natural(MONTH_EVENTS.category(), tenant, month.toString());
    }
}
