package nl.waarborg.availability.login.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent.LoginAnomalyDetected;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent.LoginAnomalyInvestigated;
import nl.waarborg.availability.login.domain.LoginSubject;
import nl.waarborg.availability.login.domain.MisuseCheckEvent;
import nl.waarborg.availability.login.domain.MisuseCheckEvent.MisuseChecked;
import nl.waarborg.availability.login.domain.MisuseCheckEvent.MisuseSignalled;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import org.jspecify.annotations.Nullable;

/** Names under which the events about logins are stored, for ever. */
public final class LoginEventTypes {

    public static final EventTypes<LoginAnomalyEvent> ANOMALY_EVENTS = new EventTypes<>(
                    "login-anomaly", LoginAnomalyEvent.class)
            .type("login-anomaly-detected", LoginAnomalyDetected.class)
            .type("login-anomaly-investigated", LoginAnomalyInvestigated.class);

    public static final EventTypes<MisuseCheckEvent> MISUSE_EVENTS = new EventTypes<>(
                    "misuse-check", MisuseCheckEvent.class)
            .type("misuse-checked", MisuseChecked.class)
            .type("misuse-signalled", MisuseSignalled.class);

    private LoginEventTypes() {}

    /** One anomaly per hour and subject, however often it is judged. */
    public static StreamId anomaly(UUID tenant, Instant hour, LoginSubject subject, @Nullable String pseudonym) {
        return StreamId.natural(
                ANOMALY_EVENTS.category(), tenant, hour + "/" + subject + "/" + (pseudonym == null ? "" : pseudonym));
    }

    public static StreamId anomaly(UUID anomaly) {
        return new StreamId(ANOMALY_EVENTS.category(), anomaly);
    }

    public static StreamId misuse(UUID tenant, LocalDate day) {
        return StreamId.natural(MISUSE_EVENTS.category(), tenant, day.toString());
    }
}
