package nl.waarborg.availability.maintenance.domain;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What something of the platform touches: components, and customers (none named means all of the vendor's). */
public final class Affected {

    private Affected() {}

    /** Unmodifiable and in a fixed order, so that what is stored and published reads the same each time. */
    public static <T extends Comparable<T>> Set<T> ordered(Set<T> things) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(things));
    }
}
