package nl.waarborg.availability.status.page;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.availability.status.domain.Language;
import org.jspecify.annotations.Nullable;

/** What visitors say in a request. */
public final class Visitors {

    /** A longer header is nobody's honest list. */
    private static final int LONGEST = 200;

    private Visitors() {}

    /** Which language a visitor reads: the one in the address, else what the browser says, else Dutch. */
    public static Language language(@Nullable String lang, Function<String, @Nullable String> headers) {
        return named(lang).orElseGet(() -> accepted(headers.apply(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    public static Optional<Language> named(@Nullable String lang) {
        return lang == null ? Optional.empty() : Language.of(lang);
    }

    private static Language accepted(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Language.NL;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .map(Language::of)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(Language.NL);
        } catch (IllegalArgumentException e) {
            return Language.NL;
        }
    }

    public static Optional<UUID> uuid(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
