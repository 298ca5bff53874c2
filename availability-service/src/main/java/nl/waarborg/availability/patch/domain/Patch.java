package nl.waarborg.availability.patch.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One patch as its rules need it.
 *
 * @param tests in order of their time
 * @param notes where its release notes stand; null: not published
 * @param environments that have it
 */
public record Patch(List<Test> tests, @Nullable String notes, Set<UUID> environments) {

    /** One run of the automatic tests. */
    public record Test(UUID run, boolean passed, Instant at) {}

    public Patch {
        tests = List.copyOf(tests);
        environments = Set.copyOf(environments);
    }

    /** The last test before the moment decides. */
    boolean testedBefore(Instant moment) {
        return tests.stream()
                .filter(test -> !test.at().isAfter(moment))
                .reduce((earlier, later) -> later)
                .map(Test::passed)
                .orElse(false);
    }

    boolean knows(UUID run) {
        return tests.stream().anyMatch(test -> test.run().equals(run));
    }

    Patch with(Test test) {
        return new Patch(
                Stream.concat(tests.stream(), Stream.of(test))
                        .sorted((a, b) -> a.at().compareTo(b.at()))
                        .toList(),
                notes,
                environments);
    }

    Patch withNotes(String url) {
        return new Patch(tests, url, environments);
    }

    Patch in(UUID environment) {
        var all = new HashSet<>(environments);
        all.add(environment);
        return new Patch(tests, notes, all);
    }
}
