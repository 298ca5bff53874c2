package nl.waarborg.processoragreement.subprocessor.domain;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Standards in a text, however they are written: {@code ISO/IEC 27001:2022} is {@code ISO 27001}. */
final class Standards {

    /** Who publishes it, and its number; not its year. */
    private static final Pattern STANDARD = Pattern.compile("([A-Z]{2,})(?:\\s*/\\s*IEC)?[\\s-]*(\\d+)");

    private Standards() {}

    static Set<String> in(String text) {
        return STANDARD.matcher(text.toUpperCase(Locale.ROOT))
                .results()
                .map(found -> found.group(1) + ' ' + found.group(2))
                .collect(Collectors.toUnmodifiableSet());
    }
}
