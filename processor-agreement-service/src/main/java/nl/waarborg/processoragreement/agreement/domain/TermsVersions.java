package nl.waarborg.processoragreement.agreement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;

/** The terms of one tenant as they were published, by ascending version; in force is the highest that holds. */
record TermsVersions(List<TenantTermsPublished> versions) {

    TermsVersions {
        versions = List.copyOf(versions);
    }

    /** What one origin says of one key; at most one deviation has it at a time. */
    record Slot(String key, Origin origin) implements Comparable<Slot> {

        private static final Comparator<Slot> ORDER =
                Comparator.comparing(Slot::key).thenComparing(Slot::origin);

        static Slot of(Deviation deviation) {
            return new Slot(deviation.key().key(), deviation.origin());
        }

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    /** What an agreement makes of the deviations that hold at a moment. */
    interface Amendment {

        /** @param held as agreed before, to be changed */
        void apply(Instant moment, SortedMap<Slot, AgreedTerm> held);
    }

    static TenantTermsPublished publish(
            int version,
            Preset preset,
            Instant validFrom,
            @Nullable Instant validTo,
            boolean statutory,
            List<Deviation> deviations) {
        var terms = new Terms(preset, version, validFrom, Optional.ofNullable(validTo), deviations);
        return new TenantTermsPublished(
                version,
                preset,
                validFrom,
                validTo,
                statutory,
                terms.all().values().stream().map(AgreedTerm::of).toList(),
                deviations.stream().map(AgreedTerm::of).toList());
    }

    TermsVersions with(TenantTermsPublished next) {
        return with(List.of(next));
    }

    TermsVersions with(List<TenantTermsPublished> next) {
        var all = new ArrayList<>(versions);
        all.addAll(next);
        return new TermsVersions(all);
    }

    int nextVersion() {
        return versions.size() + 1;
    }

    /** What would be in force at an instant if no version from {@code limit} on had been published. */
    TenantTermsPublished inForceBelow(int limit, Instant at) {
        return versions.subList(0, limit - 1).reversed().stream()
                .filter(terms -> holds(terms, at))
                .findFirst()
                .orElse(versions.getFirst());
    }

    /** Before the agreement's first day its first version. */
    TenantTermsPublished inForce(Instant at) {
        return inForceBelow(nextVersion(), at);
    }

    /** The terms in force; before the agreement's first day those of its first version. */
    Reading at(Instant at) {
        return new Reading(inForce(at).terms());
    }

    SortedMap<Slot, AgreedTerm> deviationsAt(Instant at) {
        return slots(inForce(at));
    }

    /**
     * The versions that bring an amendment from a moment on. Each later moment at which other terms begin to hold keeps its day: it
     * is amended by a version of its own, so that nothing that was agreed for later is pulled forward or lost.
     *
     * @param until first instant that stays as it is; null if there is none
     * @param statutory the amendment follows from a change of law
     */
    List<TenantTermsPublished> amended(Instant from, @Nullable Instant until, boolean statutory, Amendment amendment) {
        var amended = this;
        for (var moment : changes(from, until)) {
            var before = inForce(moment);
            var wanted = slots(before);
            amendment.apply(moment, wanted);
            if (!wanted.equals(amended.deviationsAt(moment))) {
                amended = amended.with(publish(
                        amended.nextVersion(),
                        before.preset(),
                        moment,
                        until == null ? before.validTo() : until,
                        moment.equals(from) ? statutory : before.statutory(),
                        wanted.values().stream().map(AgreedTerm::deviation).toList()));
            }
        }
        return amended.versions().subList(versions.size(), amended.versions().size());
    }

    /** The first moment, and every later one at which another version may come into force. */
    private List<Instant> changes(Instant from, @Nullable Instant until) {
        return Stream.concat(
                        Stream.of(from),
                        versions.stream()
                                .flatMap(terms ->
                                        Stream.of(Optional.of(terms.validFrom()), Optional.ofNullable(terms.validTo())))
                                .flatMap(Optional::stream))
                .filter(moment -> !moment.isBefore(from) && (until == null || moment.isBefore(until)))
                .distinct()
                .sorted()
                .toList();
    }

    private static SortedMap<Slot, AgreedTerm> slots(TenantTermsPublished terms) {
        var slots = new TreeMap<Slot, AgreedTerm>();
        terms.deviations().forEach(term -> slots.put(new Slot(term.key(), term.origin()), term));
        return slots;
    }

    private static boolean holds(TenantTermsPublished terms, Instant at) {
        return !at.isBefore(terms.validFrom()) && (terms.validTo() == null || at.isBefore(terms.validTo()));
    }
}
