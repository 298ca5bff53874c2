package nl.waarborg.eventsourcing.inbound;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The projections of one subscription. */
record ProjectionIntake<E>(Subscription<E> subscription, OthersEvents<E> events) implements Intake.Rows {

    static <E> ProjectionIntake<E> of(Subscription<E> subscription) {
        return new ProjectionIntake<>(subscription, new OthersEvents<>(subscription.types()));
    }

    @Override
    public boolean knows(InboundRecord record) {
        return events.knows(record);
    }

    @Override
    public void handle(List<InboundRecord> records, Connection connection) throws SQLException {
        var recorded = records.stream().map(events::read).toList();
        for (var projection : subscription.projections()) {
            projection.apply(recorded, connection);
        }
    }
}
