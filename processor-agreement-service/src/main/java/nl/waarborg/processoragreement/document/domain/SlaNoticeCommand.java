package nl.waarborg.processoragreement.document.domain;

import java.time.Instant;

public sealed interface SlaNoticeCommand {

    /** @param recipients how many contacts it went to; none could be reached if zero */
    record RecordSlaNoticeMailed(int slaVersion, int recipients, Instant at) implements SlaNoticeCommand {}
}
