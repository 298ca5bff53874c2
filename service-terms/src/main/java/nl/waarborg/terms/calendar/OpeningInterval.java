package nl.waarborg.terms.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Opening hours within one local day, from (inclusive) to (exclusive), in seconds of the day; {@code 24:00} is the end of
 * the day. An interval never crosses midnight.
 */
public record OpeningInterval(int fromSecond, int toSecond, Set<Channel> channels, Entitlement entitlement) {

    public static final int SECONDS_PER_DAY = 86_400;

    public OpeningInterval {
        channels = Set.copyOf(channels);
        if (fromSecond < 0 || toSecond > SECONDS_PER_DAY || fromSecond >= toSecond) {
            throw new IllegalArgumentException("opening hours need a from before their to within one day, not "
                    + time(fromSecond) + "-" + time(toSecond));
        }
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("opening hours need at least one channel");
        }
    }

    /** Hours by every channel and for everyone, such as {@code of("08:00", "24:00")}. */
    public static OpeningInterval of(String from, String to) {
        return of(from, to, EnumSet.allOf(Channel.class), Entitlement.EVERYONE);
    }

    public static OpeningInterval of(String from, String to, Set<Channel> channels, Entitlement entitlement) {
        return new OpeningInterval(second(from), second(to), channels, entitlement);
    }

    /** Reads {@code 08:00-17:00}, {@code 08:00-17:00 WEB+PHONE} or {@code 08:00-16:00 PHONE FIRST_CLASS}. */
    public static OpeningInterval parse(String form) {
        var words = List.of(form.strip().split("\\s+"));
        var times = words.getFirst().split("-", -1);
        if (times.length != 2) {
            throw new IllegalArgumentException("expected hours such as 08:00-17:00 but was '" + form + "'");
        }
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        var entitlement = Entitlement.EVERYONE;
        for (var word : words.subList(1, words.size())) {
            if (word.equals(Entitlement.FIRST_CLASS.name())) {
                entitlement = Entitlement.FIRST_CLASS;
            } else {
                for (var channel : word.split("\\+", -1)) {
                    channels.add(Channel.valueOf(channel));
                }
            }
        }
        return of(times[0], times[1], channels.isEmpty() ? EnumSet.allOf(Channel.class) : channels, entitlement);
    }

    /** Whether a tenant with this entitlement can use these hours by one of these channels. */
    boolean serves(Set<Channel> asked, Entitlement tenant) {
        return tenant.covers(entitlement) && channels.stream().anyMatch(asked::contains);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        var everyChannel = channels.size() == Channel.values().length;
        return time(fromSecond)
                + "-"
                + time(toSecond)
                + (everyChannel
                        ? ""
                        : " "
                                + new TreeSet<>(channels)
                                        .stream().map(Channel::name).collect(Collectors.joining("+")))
                + (entitlement == Entitlement.FIRST_CLASS ? " FIRST_CLASS" : "");
    }

    private static int second(String time) {
        if (time.equals("24:00") || time.equals("24:00:00")) {
            return SECONDS_PER_DAY;
        }
        try {
            var local = LocalTime.parse(time);
            if (!local.equals(local.truncatedTo(ChronoUnit.SECONDS))) {
                throw new IllegalArgumentException("opening hours are whole seconds, not '" + time + "'");
            }
            return local.toSecondOfDay();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a time such as 08:00 or 24:00 but was '" + time + "'", e);
        }
    }

    private static String time(int second) {
        return second == SECONDS_PER_DAY
                ? "24:00"
                : LocalTime.ofSecondOfDay(Math.floorMod(second, SECONDS_PER_DAY))
                        .toString();
    }
}
