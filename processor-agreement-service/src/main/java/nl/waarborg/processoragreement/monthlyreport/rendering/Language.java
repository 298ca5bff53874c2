package nl.waarborg.processoragreement.monthlyreport.rendering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

public enum Language {
    NL,
    EN;

    /** By the code that is written in addresses. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.forLanguageTag(code());
    }
}
