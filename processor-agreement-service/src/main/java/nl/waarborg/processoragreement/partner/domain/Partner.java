package nl.waarborg.processoragreement.partner.domain;

import java.util.HashSet;
import java.util.Set;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.ExpertReferenceRecorded;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.PartnerRegistered;

/** What the rules must know about a partner. */
public sealed interface Partner {

    String CATEGORY = "partner";

    /** An organisation is one partner of a kind. */
    static StreamId stream(String provider, PartnerKind kind, String name) {
        return StreamId.natural(CATEGORY, StreamId.PLATFORM, provider + '/' + kind + '/' + name);
    }

    /** Never, or no more. */
    record NotListed() implements Partner {}

    record Listed(PartnerRegistered registration, Set<Reference> references) implements Partner {

        Listed with(ExpertReferenceRecorded e) {
            var all = new HashSet<>(references);
            all.add(new Reference(e.year(), e.reference()));
            return new Listed(registration, Set.copyOf(all));
        }
    }

    record Reference(int year, String text) {}
}
