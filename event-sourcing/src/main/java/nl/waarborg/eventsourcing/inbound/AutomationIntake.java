package nl.waarborg.eventsourcing.inbound;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import org.apache.kafka.common.TopicPartition;

/** One automation, which never overtakes the projections of the same topic in this service. */
record AutomationIntake<E>(Automation<E> automation, OthersEvents<E> events, List<InboundOffsets> projections)
        implements Intake.Commands {

    private static final Actor AUTOMATION = new Actor(null, "automation", Actor.Side.SYSTEM);

    @Override
    public boolean knows(InboundRecord record) {
        return events.knows(record);
    }

    @Override
    public boolean mayHandle(Connection connection, InboundRecord record) throws SQLException {
        var partition = new TopicPartition(record.topic(), record.partition());
        for (var projection : projections) {
            var position = projection.position(connection, partition);
            if (position.isEmpty() || position.get().next() <= record.offset()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void handle(InboundRecord record) {
        var event = events.read(record);
        var metadata = event.metadata();
        automation.react(
                event,
                new CommandContext(
                        event.tenant(),
                        AUTOMATION,
                        event.occurredAt(),
                        metadata.historic(),
                        null,
                        metadata.correlation(),
                        event.id(),
                        metadata.traceparent(),
                        metadata.origin(),
                        null));
    }
}
