package nl.waarborg.eventsourcing.inbound;

/** Posted data about a vendor's platform instead of one tenant; the event carries the nil UUID as {@code tenantid}. */
public interface OfPlatform {

    /** The vendor whose platform it is, such as {@code afas}; a poster may name its own only. */
    String provider();
}
