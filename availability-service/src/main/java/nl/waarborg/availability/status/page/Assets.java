package nl.waarborg.availability.status.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Style and icon, under names that change with their content, so that browsers may keep them for ever. */
public final class Assets {

    static final String STYLE = "text/css;charset=UTF-8";
    static final String ICON = "image/svg+xml";

    private final Rendered style = load("status.css", STYLE);
    private final Rendered icon = load("icon.svg", ICON);
    private final Map<String, Rendered> byName = Map.of(name(style, "css"), style, name(icon, "svg"), icon);

    public Optional<Rendered> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    String stylePath() {
        return "/status/assets/" + name(style, "css");
    }

    String iconPath() {
        return "/status/assets/" + name(icon, "svg");
    }

    private static String name(Rendered asset, String extension) {
        return "status-" + asset.hash() + '.' + extension;
    }

    private static Rendered load(String file, String type) {
        try (var stream = Assets.class.getResourceAsStream("/status/" + file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return Rendered.of(200, type, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
