package nl.waarborg.eventsourcing.inbound;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a consumer does with the records of a topic. */
sealed interface Intake permits Intake.Commands, Intake.Rows {

    /** Whether it can have a meaning here; what has none is skipped and counted. */
    boolean knows(InboundRecord record);

    /** Whether it may be handled yet. */
    default boolean mayHandle(Connection connection, InboundRecord record) throws SQLException {
        return true;
    }

    /** Its effects are commands, each with a transaction of its own, so that keys are handled at the same time. */
    sealed interface Commands extends Intake permits AutomationIntake, PostedIntake {

        /** Handles those of the records that can share a transaction, and answers those that are done; the others are handled one by one. */
        default Set<InboundRecord> together(List<InboundRecord> records) {
            return Set.of();
        }

        /** @throws Refused if trying again cannot help */
        void handle(InboundRecord record);
    }

    /** Its effects are rows, in the transaction that moves the offsets. */
    sealed interface Rows extends Intake permits ProjectionIntake {

        void handle(List<InboundRecord> records, Connection connection) throws SQLException;
    }

    /** The record cannot be taken in, however often it is tried; the message holds no personal data. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }
}
