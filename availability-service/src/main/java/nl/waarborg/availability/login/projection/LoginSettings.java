package nl.waarborg.availability.login.projection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;

/** {@code waarborg.logins.*}: when logins are out of the ordinary (OP-89), and what looks like misuse. */
@ConfigMapping(prefix = "waarborg.logins")
public interface LoginSettings {

    /** Earlier weeks whose same hour is compared. */
    @WithDefault("4")
    int weeks();

    /** Of those, how many must be known before anything is judged. */
    @WithDefault("3")
    int leastWeeks();

    /** More than so many times the usual is high, less than that part of it is low. */
    @WithDefault("3")
    BigDecimal factor();

    /** Smaller numbers of a whole customer say nothing. */
    @WithDefault("20")
    long minimum();

    /** Smaller numbers of one account or address say nothing. */
    @WithDefault("20")
    long subjectMinimum();

    /** How long after its end an hour is judged: counts come late. */
    @WithDefault("PT15M")
    Duration grace();

    /** Failed attempts of one account or address on one day that look like guessing. */
    @WithDefault("50")
    long misuseFailed();

    /** What part of its attempts must have failed, percent. */
    @WithDefault("80")
    int misusePercent();

    /** Local time at which the day before is checked for misuse. */
    @WithDefault("05:30")
    LocalTime checkAt();
}
