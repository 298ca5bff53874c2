package nl.waarborg.availability.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code waarborg.subscriptions.*}; the mail server and the sender are {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "waarborg.subscriptions")
public interface SubscriptionSettings {

    /** Right-hand side of the {@code Message-ID}. */
    @WithDefault("status.waarborg")
    String messageIdDomain();

    /** How long a confirmation link works; a request that was not confirmed by then is forgotten. */
    @WithDefault("PT24H")
    Duration confirmWithin();

    /** Between two confirmation mails to one address. */
    @WithDefault("PT10M")
    Duration pausePerAddress();

    /** Requests of one client in {@link #clientPeriod()}, per replica. */
    @WithDefault("20")
    int perClient();

    @WithDefault("PT1H")
    Duration clientPeriod();

    /** Attempts at one recipient of one mail. */
    @WithDefault("5")
    int attempts();
}
