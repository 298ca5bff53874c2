package nl.waarborg.terms;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.TreeMap;

/** Terms that cannot be: an unknown key, or a value that its key does not take. Names every key that is wrong, with the reason. */
public final class UnacceptableTerms extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final TreeMap<String, String> problems;

    UnacceptableTerms(String key, String problem) {
        this(Map.of(key, problem));
    }

    UnacceptableTerms(Map<String, String> problems) {
        super(new TreeMap<>(problems)
                .entrySet().stream()
                        .map(problem -> problem.getKey() + " " + problem.getValue())
                        .collect(joining("; ")));
        this.problems = new TreeMap<>(problems);
    }

    /** What is wrong, by the name of the key. */
    public Map<String, String> problems() {
        return Map.copyOf(problems);
    }
}
