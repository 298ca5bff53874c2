package nl.waarborg.processoragreement.securityincident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** {@code waarborg.breach.*}; the server and the sender of mails are {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "waarborg.breach")
public interface BreachSettings {

    /** Right-hand side of the {@code Message-ID}. */
    @WithDefault("privacy.waarborg")
    String messageIdDomain();

    /** After how long a recipient whom the mail server puts off is tried again; what is to be told later need not wait for it. */
    @WithDefault("PT1M")
    Duration retryAfter();

    /** A recipient whom the mail server puts off for longer cannot be reached, as one that it refuses. */
    @WithDefault("PT1H")
    Duration giveUpAfter();

    /** Where the vendor hears that a customer has no usable contact, by provider; the register shows it anyhow (OP-54). */
    Map<String, String> alerts();
}
