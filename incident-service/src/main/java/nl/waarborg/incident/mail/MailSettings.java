package nl.waarborg.incident.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** {@code waarborg.mail.*}; the server and the sender are {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "waarborg.mail")
public interface MailSettings {

    /** Right-hand side of the {@code Message-ID}. */
    @WithDefault("incident.waarborg")
    String messageIdDomain();

    /** The age from which a change is told no more to a person who could not be reached before. */
    @WithDefault("P7D")
    Duration oldNews();

    /** Where warnings of deadlines go, by provider; no warning is mailed for a provider without an address. */
    Map<String, String> staff();
}
