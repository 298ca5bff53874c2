package nl.waarborg.availability.login.domain;

import java.time.Instant;
import java.time.LocalDate;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface MisuseCheckEvent {

    /** Local, in Amsterdam. */
    LocalDate day();

    record MisuseChecked(LocalDate day, long attempts, long failed, int signals, Instant at)
            implements MisuseCheckEvent {}

    record MisuseSignalled(
            LocalDate day,
            LoginSubject subject,
            @Personal @Nullable String pseudonym,
            long attempts,
            long failed,
            Instant at)
            implements MisuseCheckEvent {}
}
