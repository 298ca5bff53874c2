package nl.waarborg.processoragreement.document.domain;

import java.util.HashMap;
import java.util.Map;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.RecognisedModelRegistered;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.SlaChangeAnnounced;

/**
 * The documents that a vendor offers to all its customers.
 *
 * @param announced versions of the standard agreement, by number
 * @param published the hash of each published version's document
 * @param models recognised models by code
 */
public record StandardDocuments(
        Map<Integer, SlaChangeAnnounced> announced,
        Map<Integer, String> published,
        Map<String, RecognisedModelRegistered> models) {

    public static final String CATEGORY = "standard-documents";

    /** The version that the vendor's preset is. */
    public static final int FIRST_VERSION = 1;

    static final StandardDocuments NONE = new StandardDocuments(Map.of(), Map.of(), Map.of());

    public StandardDocuments {
        announced = Map.copyOf(announced);
        published = Map.copyOf(published);
        models = Map.copyOf(models);
    }

    public static StreamId stream(String provider) {
        return StreamId.natural(CATEGORY, StreamId.PLATFORM, provider);
    }

    int nextVersion() {
        return FIRST_VERSION + announced.size() + 1;
    }

    StandardDocuments with(SlaChangeAnnounced change) {
        var all = new HashMap<>(announced);
        all.put(change.slaVersion(), change);
        return new StandardDocuments(all, published, models);
    }

    StandardDocuments publishing(int version, String sha256) {
        var all = new HashMap<>(published);
        all.put(version, sha256);
        return new StandardDocuments(announced, all, models);
    }

    StandardDocuments with(RecognisedModelRegistered model) {
        var all = new HashMap<>(models);
        all.put(model.code(), model);
        return new StandardDocuments(announced, published, all);
    }
}
