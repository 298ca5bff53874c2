package nl.waarborg.availability.status.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the templates show: nothing left to decide. Public, because the template engine generates its readers. */
public final class Views {

    private Views() {}

    /** @param iso for {@code datetime} */
    public record Time(String iso, String text) {}

    /** A line of a notice: what, and its time or its words. */
    public record Fact(String label, @Nullable Time time, @Nullable String text) {}

    public record Update(Time at, String label, @Nullable String message, List<String> promises) {}

    /** A leaf of the calendar. */
    public record Tile(String day, String month) {}

    /**
     * @param look names icon and colour
     * @param tile in the icon's place, of what is still to come
     */
    public record Notice(
            String id,
            String href,
            String look,
            @Nullable Tile tile,
            String title,
            String state,
            @Nullable String error,
            @Nullable String text,
            boolean partial,
            List<Fact> facts,
            List<Update> updates) {}

    /** @param title for the pointer */
    public record Bar(int x, int y, int height, String look, String title) {}

    public record Day(Time day, String look, String state, String outage, String maintenance) {}

    public record Part(
            String id,
            String name,
            String look,
            String state,
            String label,
            String sum,
            String caption,
            List<Bar> bars,
            List<Day> days) {}

    public record Figure(String component, String text) {}

    /** @param figures of its components; none while it is not closed */
    public record Month(
            String href, String name, String figure, String look, boolean corrected, List<Figure> figures) {}

    public record Link(String href, String text) {}

    /** A sample of the bars, beside its name. */
    public record Legend(String look, int y, int height, String text) {}

    /** What every page has. */
    public record Frame(
            String language,
            String otherLanguage,
            String title,
            String platform,
            String root,
            String switchTo,
            String query,
            String style,
            String icon,
            @Nullable String stale,
            boolean ofVendor) {}
}
