package nl.waarborg.availability.status.page;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import nl.waarborg.availability.status.StatusSettings;
import org.jspecify.annotations.Nullable;

/** How a page leaves: compressed where that is understood, not at all where the browser has it already, and never with a script. */
@ApplicationScoped
public class PublicAnswers {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String NEVER = "no-store";

    private final String briefly;

    public PublicAnswers(StatusSettings settings) {
        // An old state that says how old it is, is better than none: hence stale-if-error.
        this.briefly = "public, max-age=" + settings.maxAge().toSeconds()
                + ", stale-while-revalidate=60, stale-if-error=86400";
    }

    /** @param request the values of its headers by their names */
    public PublicAnswer page(Rendered page, Function<String, @Nullable String> request) {
        return answer(page, request, page.status() < 500 ? briefly : NEVER);
    }

    /** @param request the values of its headers by their names */
    public PublicAnswer forEver(Rendered asset, Function<String, @Nullable String> request) {
        return answer(asset, request, FOR_EVER);
    }

    /** A page made for one visitor; no cache may keep it. */
    public PublicAnswer personal(Rendered page) {
        var headers = secured();
        headers.put(HttpHeaders.CONTENT_TYPE, page.type());
        headers.put(HttpHeaders.CACHE_CONTROL, NEVER);
        return new PublicAnswer(page.status(), headers, Buffer.buffer(page.plain()));
    }

    public PublicAnswer elsewhere(String path) {
        return new PublicAnswer(
                302, Map.of(HttpHeaders.LOCATION, path, HttpHeaders.CACHE_CONTROL, briefly), Buffer.buffer());
    }

    private static PublicAnswer answer(Rendered page, Function<String, @Nullable String> request, String caching) {
        var zipped = understandsGzip(request.apply(HttpHeaders.ACCEPT_ENCODING));
        var tag = zipped ? page.zippedTag() : page.tag();
        var headers = secured();
        headers.put(HttpHeaders.ETAG, tag);
        headers.put(HttpHeaders.VARY, "Accept-Encoding, Accept-Language");
        headers.put(HttpHeaders.CACHE_CONTROL, caching);
        if (page.status() == 200 && isNamed(tag, request.apply(HttpHeaders.IF_NONE_MATCH))) {
            return new PublicAnswer(304, headers, Buffer.buffer());
        }
        if (zipped) {
            headers.put(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        headers.put(HttpHeaders.CONTENT_TYPE, page.type());
        return new PublicAnswer(page.status(), headers, Buffer.buffer(zipped ? page.zipped() : page.plain()));
    }

    private static Map<String, String> secured() {
        var headers = new HashMap<String, String>();
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        return headers;
    }

    private static boolean understandsGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        for (var coding : accepted.split(",", -1)) {
            var parts = coding.strip().split(";", -1);
            if (parts[0].strip().equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static boolean isNamed(String tag, @Nullable String names) {
        if (names == null) {
            return false;
        }
        for (var name : names.split(",", -1)) {
            var bare = name.strip();
            if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
