package nl.waarborg.eventsourcing.erasure.domain;

/**
 * What was looked at before and after the key was destroyed, and what was found.
 *
 * @param events of the tenant in the store
 * @param protectedValues personal values in them, tried once the key was to be gone
 * @param tables with rows of tenants
 * @param rows of the tenant in them, searched for personal values before the key went
 * @param published events of the tenant in the service's topic, searched likewise
 * @param soughtValues personal values that were searched for; a thousand at most, free text only
 * @param posted records of the tenant in the inbound topic
 * @param readable values that could be read, and rows and published events in which a known value stood
 */
public record ReadBack(
        long events,
        long protectedValues,
        int tables,
        long rows,
        long published,
        int soughtValues,
        long posted,
        long readable) {

    public boolean clean() {
        return posted == 0 && readable == 0;
    }
}
