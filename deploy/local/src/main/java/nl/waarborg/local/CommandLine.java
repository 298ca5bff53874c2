package nl.waarborg.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A command, its words, and its options of the form {@code --name value}. */
final class CommandLine {

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    CommandLine(List<String> arguments) {
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            if (!rest.hasNext()) {
                throw new LocalPartException(argument + " needs a value");
            }
            options.computeIfAbsent(argument, name -> new ArrayList<>()).add(rest.next());
        }
    }

    /** Refuses whatever the command does not take: a mistyped option must not be passed over. */
    CommandLine taking(int mostWords, String... known) {
        if (words.size() > mostWords) {
            throw new LocalPartException("%s takes no %s. See: ./waarborg help".formatted(command(), words.getLast()));
        }
        for (var option : options.keySet()) {
            if (!List.of(known).contains(option)) {
                throw new LocalPartException("%s has no option %s. See: ./waarborg help".formatted(command(), option));
            }
        }
        return this;
    }

    String command() {
        return word(0).orElseThrow(() -> new LocalPartException("Which command? See: ./waarborg help"));
    }

    Optional<String> word(int index) {
        return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    Optional<String> one(String option) {
        return all(option).stream().findFirst();
    }

    int number(String option, int otherwise) {
        try {
            return one(option).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new LocalPartException(option + " needs a whole number", e);
        }
    }

    static UUID uuid(String option, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new LocalPartException("%s needs a UUID, not %s".formatted(option, text), e);
        }
    }
}
