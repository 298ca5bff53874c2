package nl.waarborg.processoragreement.document.domain;

import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;

/**
 * One customer's mail about one announced change.
 *
 * @param mailed the mail server accepted it
 */
public record SlaNotice(boolean mailed) {

    public static final String CATEGORY = "sla-notice";

    public static StreamId stream(UUID tenant, int slaVersion) {
        return StreamId.natural(CATEGORY, tenant, Integer.toString(slaVersion));
    }
}
