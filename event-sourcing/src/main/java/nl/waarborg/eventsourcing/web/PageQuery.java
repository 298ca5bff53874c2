package nl.waarborg.eventsourcing.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The page that a list is asked for; a {@code @Valid @BeanParam} of a resource method. */
public class PageQuery {

    private static final String SEPARATOR = "\u001f";

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(500)
    @Parameter(description = "Items on a page, 1 to 500")
    int limit = 50;

    @QueryParam("cursor")
    @Parameter(description = "Where the page begins: the field next of the page before")
    @Nullable
    String cursor;

    public int limit() {
        return limit;
    }

    /** One item more than is shown tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /**
     * The parts of the key after which this page begins; empty for the first page.
     *
     * @param parts how many the list's key has
     * @throws ProblemException if the cursor is not one that this list gave
     */
    public List<String> after(int parts) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        try {
            var key = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (key.size() == parts) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw new ProblemException(ProblemKind.INVALID_REQUEST, "the cursor is not one that this list gave");
    }

    /**
     * The key after which this page begins, read by its list; empty for the first page.
     *
     * @throws ProblemException if the cursor is not one that this list gave
     */
    public <T> Optional<T> after(int parts, Function<List<String>, T> read) {
        var key = after(parts);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(key));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ProblemException(ProblemKind.INVALID_REQUEST, "the cursor is not one that this list gave");
        }
    }

    static String cursor(List<String> key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }
}
