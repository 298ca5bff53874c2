package nl.waarborg.availability.status.domain;

import java.util.Locale;
import java.util.Optional;

/** The languages that the public is spoken to in. */
public enum Language {
    NL,
    EN;

    /** As in {@code lang=nl}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    public static Optional<Language> of(String code) {
        for (var language : values()) {
            if (language.code().equalsIgnoreCase(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
