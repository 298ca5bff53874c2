package nl.waarborg.availability.status.words;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.availability.status.domain.NoticeUpdate;
import nl.waarborg.availability.status.domain.StatusNotice;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.terms.AgreedCalendars;

/** What is said to the public in one language; times are local to Europe/Amsterdam. */
public final class Words {

    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            ALL.put(language, new Words(language));
        }
    }

    private final Language language;
    private final Map<String, String> texts;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter shortMoment;
    private final DateTimeFormatter briefMoment;
    private final DateTimeFormatter dayOfMonth;
    private final DateTimeFormatter shortMonth;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;
    private final DateTimeFormatter clock;

    private Words(Language language) {
        this.language = language;
        var bundle = ResourceBundle.getBundle(
                "status.texts",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.texts = bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
        this.moment = format("pattern.moment");
        this.shortMoment = format("pattern.shortMoment");
        this.briefMoment = format("pattern.briefMoment");
        this.dayOfMonth = format("pattern.dayOfMonth");
        this.shortMonth = format("pattern.shortMonth");
        this.day = format("pattern.day");
        this.month = format("pattern.month");
        this.clock = format("pattern.clock");
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    public Language language() {
        return language;
    }

    /** For templates. */
    public Map<String, String> all() {
        return texts;
    }

    /** @param parameters put in the places {@code {0}}, {@code {1}}, … */
    public String say(String key, Object... parameters) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        return parameters.length == 0 ? text : new MessageFormat(text, language.locale()).format(parameters);
    }

    /** Day and time in full. */
    public String moment(Instant at) {
        return moment.format(at);
    }

    public String shortMoment(Instant at) {
        return shortMoment.format(at);
    }

    /** With the year, in a timeline. */
    public String briefMoment(Instant at) {
        return briefMoment.format(at);
    }

    public String dayOfMonth(Instant at) {
        return dayOfMonth.format(at);
    }

    public String shortMonth(Instant at) {
        return shortMonth.format(at);
    }

    public String clock(Instant at) {
        return clock.format(at);
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    public String month(YearMonth yearMonth) {
        return month.format(yearMonth);
    }

    /** The end of a window, with its day only if that is another one. */
    public String window(Instant from, Instant to) {
        var sameDay =
                LocalDate.ofInstant(from, AgreedCalendars.ZONE).equals(LocalDate.ofInstant(to, AgreedCalendars.ZONE));
        return say("window", moment(from), sameDay ? clock(to) : moment(to));
    }

    /** Rounded up to whole minutes: what lasted shows. */
    public String duration(Duration duration) {
        var minutes = (duration.toSeconds() + 59) / 60;
        return minutes < 60
                ? say("duration.minutes", Long.toString(minutes))
                : say("duration.hours", Long.toString(minutes / 60), Long.toString(minutes % 60));
    }

    /** "Profit, InSite and OutSite". */
    public String components(Collection<Component> components) {
        return enumeration(components.stream().map(this::component).toList());
    }

    public String component(Component component) {
        return say("component." + component);
    }

    /** Where a notice stands; an outage is resolved rather than completed. */
    public String state(StatusNotice notice) {
        var ofOutage = notice.kind().outage() && notice.touched();
        return say("noticeState." + (ofOutage ? "OUTAGE_" : "") + notice.state());
    }

    /** What an update says about times to come: the window, the expected recovery, the next word. */
    public List<String> promises(NoticeUpdate update) {
        var promises = new ArrayList<String>();
        if (update.startsAt() != null) {
            promises.add(
                    (update.endsAt() == null ? moment(update.startsAt()) : window(update.startsAt(), update.endsAt()))
                            + ".");
        }
        if (update.expectedRecoveryAt() != null) {
            promises.add(say("updateSays", moment(update.expectedRecoveryAt())));
        }
        if (update.nextUpdateAt() != null) {
            promises.add(say("updateNext", moment(update.nextUpdateAt())));
        }
        return promises;
    }

    private String enumeration(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " " + say("and") + " " + names.getLast();
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(say(key), language.locale()).withZone(AgreedCalendars.ZONE);
    }
}
