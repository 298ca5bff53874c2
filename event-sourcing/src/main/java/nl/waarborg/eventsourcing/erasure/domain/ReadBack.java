package nl.waarborg.eventsourcing.erasure.domain;

/**
 * What was looked at after the key was destroyed, and that nothing was found.
 *
 * @param events of the tenant in the store
 * @param protectedValues personal values in them, none of which could be read any more
 * @param tables with rows of tenants
 * @param rows of the tenant in them, searched for personal values known from before
 * @param published events of the tenant in the service's topic, searched likewise
 * @param soughtValues personal values known from before that were searched for
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
