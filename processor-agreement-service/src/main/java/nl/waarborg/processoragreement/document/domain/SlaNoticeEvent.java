package nl.waarborg.processoragreement.document.domain;

import java.time.Instant;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface SlaNoticeEvent {

    record SlaNoticeMailed(int slaVersion, int recipients, Instant at) implements SlaNoticeEvent {}
}
