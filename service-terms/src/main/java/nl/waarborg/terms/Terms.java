package nl.waarborg.terms;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.waarborg.terms.TermValue.Choice;
import nl.waarborg.terms.TermValue.Flag;
import nl.waarborg.terms.TermValue.Span;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one tenant's agreement in one version: the preset with the tenant's deviations. A deviation goes before the
 * preset, a separate agreement before specific provisions (PRA-002, PRA-005). Immutable; a change is a new version.
 */
public final class Terms {

    private final Preset preset;
    private final int version;
    private final Instant validFrom;
    private final Optional<Instant> validTo;
    private final List<Deviation> deviations;
    private final Map<TermKey, Term> effective;

    /**
     * @param validFrom inclusive
     * @param validTo exclusive
     * @throws UnacceptableTerms when one origin deviates twice from the same key
     */
    public Terms(Preset preset, int version, Instant validFrom, Optional<Instant> validTo, List<Deviation> deviations) {
        this.preset = preset;
        this.version = version;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.deviations = List.copyOf(deviations);
        var all = new EnumMap<TermKey, Term>(TermKey.class);
        all.putAll(preset.terms());
        var seen = new HashSet<Map.Entry<TermKey, Term.Origin>>();
        deviations.stream().sorted(Comparator.comparing(Deviation::origin)).forEach(deviation -> {
            if (!seen.add(Map.entry(deviation.key(), deviation.origin()))) {
                throw new UnacceptableTerms(deviation.key().key(), "deviates twice");
            }
            deviation
                    .value()
                    .ifPresentOrElse(
                            value -> all.put(
                                    deviation.key(),
                                    new Term(deviation.key(), value, deviation.clause(), deviation.origin())),
                            () -> all.remove(deviation.key()));
        });
        effective = Collections.unmodifiableMap(all);
    }

    /** The preset's first version, without deviations, for ever. */
    public static Terms of(Preset preset) {
        return of(preset, List.of());
    }

    /** The preset's first version with deviations, for ever. */
    public static Terms of(Preset preset, List<Deviation> deviations) {
        return new Terms(preset, Preset.VERSION, Instant.MIN, Optional.empty(), deviations);
    }

    public Preset preset() {
        return preset;
    }

    public int version() {
        return version;
    }

    public Instant validFrom() {
        return validFrom;
    }

    public Optional<Instant> validTo() {
        return validTo;
    }

    public List<Deviation> deviations() {
        return deviations;
    }

    /** Every term that holds; a key that is not in it is absent. */
    public Map<TermKey, Term> all() {
        return effective;
    }

    /** The term, or empty when the agreement says nothing: then no clock runs and nothing is missed. */
    public Optional<Term> find(TermKey key) {
        return Optional.ofNullable(effective.get(key));
    }

    public boolean deviatesIn(TermKey key) {
        return deviations.stream().anyMatch(deviation -> deviation.key() == key);
    }

    /** The value of a key, as the type of its kind. */
    public <V extends TermValue> Optional<V> value(TermKey key, Class<V> type) {
        return find(key).map(term -> type.cast(term.value()));
    }

    public Optional<Span> span(TermKey key) {
        return value(key, Span.class);
    }

    /** The reading chosen, as the enum of the key. */
    public <E extends Enum<E>> Optional<E> choice(TermKey key, Class<E> type) {
        return value(key, Choice.class).map(choice -> Enum.valueOf(type, choice.word()));
    }

    /** Whether the flag is agreed; an absent flag is not. */
    public boolean flag(TermKey key) {
        return value(key, Flag.class).map(Flag::value).orElse(false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Terms terms
                && preset == terms.preset
                && version == terms.version
                && validFrom.equals(terms.validFrom)
                && validTo.equals(terms.validTo)
                && deviations.equals(terms.deviations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(preset, version, validFrom, validTo, deviations);
    }

    @Override
    public String toString() {
        return preset + " version " + version + " with " + deviations.size() + " deviations";
    }
}
