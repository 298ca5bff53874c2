package nl.waarborg.eventsourcing.settings;

/**
 * The names under which a service publishes and takes in.
 *
 * @param service short name, such as {@code incident}
 */
public record Topics(String service) {

    /** What it publishes; kept for ever. */
    public String events() {
        return eventsOf(service);
    }

    /** What other systems may produce for it instead of posting it over HTTP; kept for 7 days. */
    public String inbound() {
        return service + ".inbound";
    }

    /** CloudEvents {@code source} of what it publishes. */
    public String source() {
        return "urn:waarborg:" + service;
    }

    public static String eventsOf(String service) {
        return service + ".events";
    }
}
