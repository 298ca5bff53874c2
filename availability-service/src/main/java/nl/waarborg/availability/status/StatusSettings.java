package nl.waarborg.availability.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** {@code waarborg.status.*}: the public status page. */
@ConfigMapping(prefix = "waarborg.status")
public interface StatusSettings {

    /** Where the public reaches the pages; what mails and feeds link to. */
    @WithDefault("http://localhost:8082")
    URI publicUrl();

    /** Where the last known state is kept for a start without a database. */
    Path directory();

    /** The platform's name by vendor, such as {@code afas=AFAS Online}; without one the vendor's own. */
    Map<String, String> names();

    /** How often the database is asked whether anything changed. */
    @WithDefault("PT1S")
    Duration refreshInterval();

    /** Everything is read again after so long, changed or not. */
    @WithDefault("PT1M")
    Duration readInterval();

    /** After so long without an answer of the database the pages say how old their state is. */
    @WithDefault("PT10S")
    Duration staleAfter();

    /** For how long a browser or proxy may show a page without asking again. */
    @WithDefault("PT15S")
    Duration maxAge();

    /** Months that the history goes back. */
    @WithDefault("24")
    int historyMonths();

    /** Notices that are kept in memory for one vendor, the newest. */
    @WithDefault("5000")
    int mostNotices();

    /** Bytes of rendered history that are kept in memory for one vendor. */
    @WithDefault("16777216")
    long mostHistoryBytes();
}
