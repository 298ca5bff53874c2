package nl.waarborg.availability.status.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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

    public Response page(Rendered page, HttpHeaders request) {
        return answer(page, request, page.status() < 500 ? briefly : NEVER);
    }

    public Response forEver(Rendered asset, HttpHeaders request) {
        return answer(asset, request, FOR_EVER);
    }

    /** A page made for one visitor; no cache may keep it. */
    public Response personal(Rendered page) {
        return secured(Response.status(page.status()))
                .header(HttpHeaders.CONTENT_TYPE, page.type())
                .header(HttpHeaders.CACHE_CONTROL, NEVER)
                .entity(page.plain())
                .build();
    }

    public Response elsewhere(String path) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, briefly)
                .build();
    }

    private static Response answer(Rendered page, HttpHeaders request, String caching) {
        var zipped = understandsGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        var tag = zipped ? page.zippedTag() : page.tag();
        var known = page.status() == 200 && isNamed(tag, request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        var answer = secured(Response.status(known ? 304 : page.status()))
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, "Accept-Encoding, Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, caching);
        if (known) {
            return answer.build();
        }
        if (zipped) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.header(HttpHeaders.CONTENT_TYPE, page.type())
                .entity(zipped ? page.zipped() : page.plain())
                .build();
    }

    private static Response.ResponseBuilder secured(Response.ResponseBuilder answer) {
        return answer.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
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
