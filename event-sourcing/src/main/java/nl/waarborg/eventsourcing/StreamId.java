package nl.waarborg.eventsourcing;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The history of one aggregate. The category names the family of events, such as {@code incident}. */
public record StreamId(String category, UUID id) {

    /** Owner of what belongs to the platform and to no tenant. */
    public static final UUID PLATFORM = new UUID(0, 0);

    private static final UUID NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /** The stream of a thing that has a natural key within its tenant: the same key gives the same stream (UUIDv5). */
    public static StreamId natural(String category, UUID tenant, String key) {
        return new StreamId(category, UuidCreator.getNameBasedSha1(NAMESPACE, category + '/' + tenant + '/' + key));
    }

    /** The stream of a new thing without a natural key (UUIDv7). */
    public static StreamId fresh(String category) {
        return new StreamId(category, UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return category + '-' + id;
    }
}
