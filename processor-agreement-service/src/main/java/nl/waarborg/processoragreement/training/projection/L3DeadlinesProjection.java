package nl.waarborg.processoragreement.training.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementDecider;
import nl.waarborg.processoragreement.training.domain.TrainingEvent;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Cancelled;

/** A cancelled subscription ends after its last day. */
public final class L3DeadlinesProjection implements Projection<TrainingEvent> {

    public static final String L3_END = "l3-end";

    @Override
    public String name() {
        return "l3-deadlines";
    }

    @Override
    public Class<TrainingEvent> events() {
        return TrainingEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<RecordedEvent<TrainingEvent>> events, Connection connection) throws SQLException {
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            if (recorded.event() instanceof L3Cancelled e) {
                deadlines.add(new Deadline(
                        L3_END,
                        recorded.stream(),
                        e.endsOn().toString(),
                        recorded.tenant(),
                        AgreementDecider.endOf(e.endsOn())));
            }
        }
        Deadlines.set(connection, deadlines);
    }
}
