package nl.waarborg.availability.login.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent.LoginAnomalyDetected;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent.LoginAnomalyInvestigated;
import nl.waarborg.availability.login.domain.MisuseCheckEvent;
import nl.waarborg.availability.login.domain.MisuseCheckEvent.MisuseChecked;
import nl.waarborg.availability.login.domain.MisuseCheckEvent.MisuseSignalled;
import nl.waarborg.eventsourcing.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** What became of an investigation, and what looks like misuse; no pseudonym leaves. */
public final class PublishedLogins {

    private PublishedLogins() {}

    record LoginAnomalyInvestigatedV1(
            UUID anomalyId,
            Instant hour,
            String direction,
            String subject,
            @Nullable UUID securityIncidentId,
            Instant investigatedAt) {}

    record MisuseSignalledV1(LocalDate day, String subject, long attempts, long failed, Instant signalledAt) {}

    public static Optional<PublishedEvent> from(LoginAnomalyEvent event) {
        return switch (event) {
            case LoginAnomalyDetected _ -> Optional.empty();
            case LoginAnomalyInvestigated e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.availability.login-anomaly-investigated.v1",
                        new LoginAnomalyInvestigatedV1(
                                e.anomalyId(),
                                e.hour(),
                                e.direction().name(),
                                e.subject().name(),
                                e.securityIncidentId(),
                                e.at())));
        };
    }

    public static Optional<PublishedEvent> from(MisuseCheckEvent event) {
        return switch (event) {
            case MisuseChecked _ -> Optional.empty();
            case MisuseSignalled e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.availability.misuse-signalled.v1",
                        new MisuseSignalledV1(e.day(), e.subject().name(), e.attempts(), e.failed(), e.at())));
        };
    }
}
