package nl.waarborg.eventsourcing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. The answer also names the next page in a {@code Link} header ({@code rel="next"}).
 *
 * @param next cursor of the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param found up to {@link PageQuery#fetch()} items, in order
     * @param key what the next page continues after, from the last item shown; parts as text
     */
    public static <T> Page<T> of(List<T> found, PageQuery query, Function<T, List<String>> key) {
        if (found.size() <= query.limit()) {
            return new Page<>(found, null);
        }
        var shown = found.subList(0, query.limit());
        return new Page<>(shown, PageQuery.cursor(key.apply(shown.getLast())));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> form) {
        return new Page<>(items.stream().<R>map(form).toList(), next);
    }
}
