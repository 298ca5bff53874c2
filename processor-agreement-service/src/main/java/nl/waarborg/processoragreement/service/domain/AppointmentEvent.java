package nl.waarborg.processoragreement.service.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface AppointmentEvent {

    /**
     * @param cancelBy last moment at which cancelling is free
     * @param termsVersion the terms that this moment keeps (OP-72)
     */
    record AppointmentPlanned(
            UUID appointmentId,
            ServiceKind kind,
            @Nullable UUID requestId,
            Instant startsAt,
            Duration duration,
            boolean online,
            @Nullable Instant cancelBy,
            int termsVersion)
            implements AppointmentEvent {}

    record AppointmentCancelled(UUID appointmentId, Instant receivedAt) implements AppointmentEvent {}

    record CancellationFeeDue(UUID appointmentId, Appointment.FeeBasis basis, Duration duration)
            implements AppointmentEvent {}
}
