package nl.waarborg.processoragreement.continuity.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityArranged;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityEventRecorded;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityPeriodEnding;
import nl.waarborg.terms.AgreedCalendars;

/** Bankruptcies, and when their last day is looked at again. */
public final class ContinuityProjection implements Projection<ContinuityEvent> {

    /** The key is the last day. */
    public static final String ENDING = "continuity-period-ending";

    private static final String RECORDED =
            """
            insert into continuity_event (event_id, provider, kind, party, occurred_on, continues_through, recorded_at, ending)
            values (?, ?, ?, ?, ?, ?, ?, false)""";
    private static final String ENDS = "update continuity_event set ending = true where event_id = ?";
    private static final String ARRANGED =
            "update continuity_event set arrangement = ?, arranged_on = ?, ending = false where event_id = ?";

    private final Period warnBefore;

    /** @param warnBefore how long before the last day it is shown as ending */
    public ContinuityProjection(Period warnBefore) {
        this.warnBefore = warnBefore;
    }

    @Override
    public String name() {
        return "continuity";
    }

    @Override
    public Class<ContinuityEvent> events() {
        return ContinuityEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("continuity_event");
    }

    @Override
    public void apply(List<RecordedEvent<ContinuityEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case ContinuityEventRecorded e -> {
                    statements.add(
                            RECORDED,
                            e.eventId(),
                            e.provider(),
                            e.kind(),
                            e.party(),
                            e.occurredOn(),
                            e.continuesThrough(),
                            e.at());
                    var last = e.continuesThrough();
                    if (last != null) {
                        deadlines.add(new Deadline(
                                ENDING,
                                recorded.stream(),
                                last.toString(),
                                recorded.tenant(),
                                last.minus(warnBefore)
                                        .atStartOfDay(AgreedCalendars.ZONE)
                                        .toInstant()));
                    }
                }
                case ContinuityPeriodEnding e -> statements.add(ENDS, e.eventId());
                case ContinuityArranged e -> statements.add(ARRANGED, e.arrangement(), e.arrangedOn(), e.eventId());
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }
}
