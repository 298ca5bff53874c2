package nl.waarborg.availability.status.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.waarborg.availability.status.domain.ComponentState;
import nl.waarborg.availability.status.domain.DayState;
import nl.waarborg.availability.status.domain.MonthFigure;
import nl.waarborg.availability.status.domain.NoticeUpdate;
import nl.waarborg.availability.status.domain.PlatformStatus;
import nl.waarborg.availability.status.domain.StatusNotice;
import nl.waarborg.availability.status.page.Views.Bar;
import nl.waarborg.availability.status.page.Views.Day;
import nl.waarborg.availability.status.page.Views.Fact;
import nl.waarborg.availability.status.page.Views.Figure;
import nl.waarborg.availability.status.page.Views.Legend;
import nl.waarborg.availability.status.page.Views.Link;
import nl.waarborg.availability.status.page.Views.Month;
import nl.waarborg.availability.status.page.Views.Notice;
import nl.waarborg.availability.status.page.Views.Part;
import nl.waarborg.availability.status.page.Views.Tile;
import nl.waarborg.availability.status.page.Views.Time;
import nl.waarborg.availability.status.page.Views.Update;
import nl.waarborg.availability.status.words.Words;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.terms.AgreedCalendars;
import org.jspecify.annotations.Nullable;

/** Puts a platform's status into the words of one language. */
final class PageViews {

    static final int DAYS_OF_BARS = 90;
    private static final int DAYS_OF_RECENT = 14;
    private static final int BAR_STEP = 8;
    private static final int BAR_WIDTH_OF_ALL = DAYS_OF_BARS * BAR_STEP;
    private static final int BAR_HEIGHT = 36;
    private static final int HEIGHT_OF_UNKNOWN = 6;
    private static final String UNKNOWN = "none";

    private final PlatformStatus status;
    private final String platform;
    private final Words words;
    private final String root;

    /** @param root path of the vendor's pages, such as {@code /status/afas} */
    PageViews(PlatformStatus status, String platform, Words words, String root) {
        this.status = status;
        this.platform = platform;
        this.words = words;
        this.root = root;
    }

    /** The state of the whole: that of its worst part, or of what is known about it. */
    ComponentState worst() {
        return status.components().stream()
                .map(status::state)
                .max(Comparator.naturalOrder())
                .orElse(ComponentState.OPERATIONAL);
    }

    String headline() {
        var worst = worst();
        if (status.components().isEmpty()) {
            return words.say("headline.unmonitored", platform);
        }
        return switch (worst) {
            // Silence is no good news.
            case OPERATIONAL -> words.say(unwatched().isEmpty() ? "headline.ok" : "headline.quiet", platform);
            case MAINTENANCE -> words.say("headline.maintenance", namesIn(worst));
            case PARTIAL_OUTAGE -> words.say("headline.partial", namesIn(worst));
            case OUTAGE -> words.say("headline.outage", namesIn(worst));
        };
    }

    /** What the headline looks like. */
    String look() {
        return worst() == ComponentState.OPERATIONAL
                        && unwatched().size() == status.components().size()
                ? UNKNOWN
                : look(worst());
    }

    private List<Component> unwatched() {
        return status.components().stream()
                .filter(component -> !watched(component))
                .toList();
    }

    private boolean watched(Component component) {
        return status.watched(component, AgreedCalendars.ZONE);
    }

    private String namesIn(ComponentState state) {
        return words.components(status.components().stream()
                .filter(component -> status.state(component) == state)
                .toList());
    }

    /** What is worth a second line when all is well: the next window, and how long ago the last outage was. */
    List<String> sublines() {
        var lines = new ArrayList<String>();
        status.planned().stream()
                .findFirst()
                .ifPresent(next -> lines.add(words.say("upcoming", words.moment(next.startsAt()))));
        if (status.activeOutages().isEmpty()) {
            lines.add(lastOutage()
                    .map(last -> words.say("lastOutage", words.moment(last.startsAt())))
                    .orElseGet(() -> words.say("noOutage")));
        }
        if (worst() == ComponentState.OPERATIONAL && !unwatched().isEmpty()) {
            lines.add(words.say("unwatched", words.components(unwatched())));
        }
        return lines;
    }

    private Optional<StatusNotice> lastOutage() {
        return status.pastSince(status.readAt().minus(Duration.ofDays(DAYS_OF_BARS))).stream()
                .filter(notice -> notice.kind().outage() && notice.touched())
                .findFirst();
    }

    Time asOf() {
        return time(status.readAt());
    }

    List<Notice> activeOutages() {
        return notices(status.activeOutages());
    }

    List<Notice> activeMaintenance() {
        return notices(status.activeMaintenance());
    }

    List<Notice> planned() {
        return notices(status.planned());
    }

    List<Notice> recent() {
        var from = LocalDate.ofInstant(status.readAt(), AgreedCalendars.ZONE)
                .minusDays(DAYS_OF_RECENT - 1L)
                .atStartOfDay(AgreedCalendars.ZONE)
                .toInstant();
        return notices(status.pastSince(from));
    }

    List<Notice> within(YearMonth month) {
        return notices(status.within(month, AgreedCalendars.ZONE));
    }

    List<Part> parts() {
        return status.components().stream().map(this::part).toList();
    }

    /** From the current month back to the first that has anything, at most so many. */
    List<Month> months(int most) {
        var current = YearMonth.from(status.readAt().atZone(AgreedCalendars.ZONE));
        var first = Stream.concat(
                        status.notices().stream()
                                .map(notice -> YearMonth.from(notice.startsAt().atZone(AgreedCalendars.ZONE))),
                        status.months().stream().map(MonthFigure::month))
                .min(Comparator.naturalOrder())
                .filter(month -> month.isBefore(current))
                .orElse(current);
        return Stream.iterate(current, month -> !month.isBefore(first), month -> month.minusMonths(1))
                .limit(most)
                .map(month -> month(month, current))
                .toList();
    }

    private Month month(YearMonth month, YearMonth current) {
        var figure = status.figure(month);
        return new Month(
                href("/history/" + month),
                words.month(month),
                figure.map(known -> percentage(known.availability()))
                        .orElse(words.say(month.equals(current) ? "month.running" : "month.open")),
                figure.map(PageViews::look).orElse("none"),
                figure.map(MonthFigure::corrected).orElse(false),
                figure.map(known -> status.components().stream()
                                .map(component -> figure(component, known))
                                .toList())
                        .orElse(List.of()));
    }

    private Figure figure(Component component, MonthFigure figure) {
        return new Figure(words.component(component), percentage(figure.availability(component)));
    }

    private String percentage(@Nullable String availability) {
        return availability == null ? words.say("month.unmeasured") : words.say("percent", decimal(availability));
    }

    /** Components in the order of the columns. */
    List<String> names() {
        return status.components().stream().map(words::component).toList();
    }

    List<Figure> components(YearMonth month) {
        return status.figure(month)
                .map(known -> status.components().stream()
                        .map(component -> figure(component, known))
                        .toList())
                .orElse(List.of());
    }

    /** What must be known to read the figures of some months: the lower limit, and how they are made. */
    List<String> footnotes(List<MonthFigure> figures) {
        var notes = new ArrayList<String>();
        figures.stream()
                .map(MonthFigure::floor)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(floor -> notes.add(words.say("month.floor", decimal(floor))));
        notes.add(words.say("month.rounded"));
        if (figures.stream().anyMatch(MonthFigure::corrected)) {
            notes.add(words.say("month.correctedNote"));
        }
        return notes;
    }

    private static String look(MonthFigure figure) {
        return figure.availability() == null ? "none" : Boolean.FALSE.equals(figure.met()) ? "down" : "ok";
    }

    List<Fact> figures(YearMonth month) {
        var facts = new ArrayList<Fact>();
        status.figure(month)
                .ifPresentOrElse(
                        figure -> {
                            facts.add(new Fact(words.say("history.figure"), null, figure(figure)));
                            facts.add(new Fact(words.say("history.outages"), null, Integer.toString(figure.outages())));
                            facts.add(new Fact(
                                    words.say("history.maintenance"), null, Integer.toString(figure.maintenances())));
                            if (figure.corrected()) {
                                facts.add(new Fact(
                                        words.say("history.corrected"), null, words.say("history.correctedText")));
                            }
                        },
                        () -> facts.add(new Fact(words.say("history.figure"), null, words.say("history.open"))));
        return facts;
    }

    private String figure(MonthFigure figure) {
        if (figure.availability() == null) {
            return words.say("history.unmeasured");
        }
        var percentage = decimal(figure.availability());
        if (figure.floor() == null || figure.met() == null) {
            return words.say("percent", percentage);
        }
        return words.say(
                figure.met() ? "history.figureMet" : "history.figureMissed", percentage, decimal(figure.floor()));
    }

    private String decimal(String percentage) {
        return percentage.replace('.', words.say("decimal").charAt(0));
    }

    List<Legend> legend() {
        return Stream.concat(
                        Stream.of(ComponentState.values())
                                .map(state -> new Legend(
                                        look(state),
                                        BAR_HEIGHT - height(state),
                                        height(state),
                                        words.say("state." + state))),
                        Stream.of(new Legend(
                                UNKNOWN,
                                BAR_HEIGHT - HEIGHT_OF_UNKNOWN,
                                HEIGHT_OF_UNKNOWN,
                                words.say("state.UNMEASURED"))))
                .toList();
    }

    Optional<Link> monthBeside(YearMonth month, int distance, int most) {
        var wanted = month.plusMonths(distance);
        return months(most).stream()
                .filter(known -> known.href().equals(href("/history/" + wanted)))
                .findFirst()
                .map(known -> new Link(known.href(), known.name()));
    }

    Notice notice(StatusNotice notice) {
        var names = words.components(notice.components());
        var kind = words.say("kind." + notice.kind());
        return new Notice(
                notice.noticeId().toString(),
                href("/notices/" + notice.noticeId()),
                look(notice),
                notice.planned()
                        ? new Tile(words.dayOfMonth(notice.startsAt()), words.shortMonth(notice.startsAt()))
                        : null,
                names.isEmpty() ? kind : words.say("notice.title", kind, names),
                words.state(notice),
                notice.kind().outage() ? notice.text() : null,
                notice.kind().outage() ? null : notice.text(),
                notice.partial(),
                facts(notice),
                notice.updates().reversed().stream().map(this::update).toList());
    }

    private List<Fact> facts(StatusNotice notice) {
        var facts = new ArrayList<Fact>();
        var plannedEnd = notice.plannedEndAt();
        if (!notice.touched() && plannedEnd != null) {
            facts.add(new Fact(words.say("windowLabel"), null, words.window(notice.startsAt(), plannedEnd)));
            return facts;
        }
        facts.add(new Fact(words.say("began"), time(notice.startsAt()), null));
        if (notice.active()) {
            if (notice.kind().outage()) {
                facts.add(
                        notice.expectedRecoveryAt() == null
                                ? new Fact(words.say("expectedRecovery"), null, words.say("expectedRecoveryUnknown"))
                                : new Fact(words.say("expectedRecovery"), time(notice.expectedRecoveryAt()), null));
                var earlier = earlierExpected(notice);
                if (!earlier.isEmpty()) {
                    facts.add(new Fact("", null, words.say("earlierExpected", String.join(", ", earlier))));
                }
                if (notice.nextUpdateAt() != null) {
                    facts.add(new Fact(words.say("nextUpdate"), time(notice.nextUpdateAt()), null));
                }
            } else if (plannedEnd != null) {
                facts.add(new Fact(words.say("plannedEnd"), time(plannedEnd), null));
            }
        }
        if (notice.endedAt() != null) {
            facts.add(new Fact(words.say("ended"), time(notice.endedAt()), null));
            facts.add(new Fact(
                    words.say("lasted"), null, words.duration(Duration.between(notice.startsAt(), notice.endedAt()))));
        }
        return facts;
    }

    private List<String> earlierExpected(StatusNotice notice) {
        return notice.updates().stream()
                .map(NoticeUpdate::expectedRecoveryAt)
                .filter(Objects::nonNull)
                .distinct()
                .filter(expected -> !expected.equals(notice.expectedRecoveryAt()))
                .map(words::shortMoment)
                .toList();
    }

    private Update update(NoticeUpdate update) {
        return new Update(
                new Time(update.at().toString(), words.briefMoment(update.at())),
                words.say("update." + update.kind()),
                update.message(),
                words.promises(update));
    }

    private Part part(Component component) {
        var name = words.component(component);
        var state = status.state(component);
        var days = status.days(component, DAYS_OF_BARS, AgreedCalendars.ZONE);
        var quiet = state == ComponentState.OPERATIONAL && !watched(component);
        var share = DayState.withoutOutage(days).map(percent -> decimal(percent.toPlainString()));
        return new Part(
                component.name().toLowerCase(Locale.ROOT),
                name,
                quiet ? UNKNOWN : look(state),
                words.say(quiet ? "state.UNMEASURED" : "state." + state),
                summary(name, days, share),
                share.map(percent -> words.say("bars.share", percent)).orElseGet(() -> words.say("bars.shareNone")),
                words.say("table.caption", name),
                bars(days),
                days.reversed().stream()
                        .filter(day -> day.worst() != ComponentState.OPERATIONAL)
                        .map(this::day)
                        .toList());
    }

    /** The bars in words, for who does not see them. */
    private String summary(String name, List<DayState> days, Optional<String> share) {
        if (share.isEmpty()) {
            return words.say("bars.none", name);
        }
        var withOutage = days.stream().filter(day -> day.outage().isPositive()).count();
        var unknown = days.stream().filter(day -> !day.known()).count();
        var total = days.stream().map(DayState::outage).reduce(Duration.ZERO, Duration::plus);
        var summary = withOutage == 0
                ? words.say("bars.clean", name)
                : words.say("bars.label", name, share.get(), withOutage, words.duration(total));
        return unknown == 0 ? summary : summary + " " + words.say("bars.unknown", unknown);
    }

    private List<Bar> bars(List<DayState> days) {
        var bars = new ArrayList<Bar>();
        var x = BAR_WIDTH_OF_ALL - days.size() * BAR_STEP;
        for (var day : days) {
            var height = day.known() ? height(day.worst()) : HEIGHT_OF_UNKNOWN;
            var name = words.day(day.day());
            var state = words.say(day.known() ? "state." + day.worst() : "state.UNMEASURED");
            bars.add(new Bar(
                    x,
                    BAR_HEIGHT - height,
                    height,
                    day.known() ? look(day.worst()) : UNKNOWN,
                    day.outage().isPositive()
                            ? words.say("bars.dayOutage", name, state, words.duration(day.outage()))
                            : words.say("bars.day", name, state)));
            x += BAR_STEP;
        }
        return bars;
    }

    private Day day(DayState day) {
        return new Day(
                new Time(day.day().toString(), words.day(day.day())),
                look(day.worst()),
                words.say("state." + day.worst()),
                day.outage().isZero() ? "–" : words.duration(day.outage()),
                day.maintenance().isZero() ? "–" : words.duration(day.maintenance()));
    }

    private List<Notice> notices(List<StatusNotice> notices) {
        return notices.stream().map(this::notice).toList();
    }

    private Time time(Instant at) {
        return new Time(at.toString(), words.moment(at));
    }

    private String href(String path) {
        return root + path + "?lang=" + words.language().code();
    }

    /** Colour is never alone: a higher bar is a worse day. */
    private static int height(ComponentState state) {
        return switch (state) {
            case OPERATIONAL -> 18;
            case MAINTENANCE -> 24;
            case PARTIAL_OUTAGE -> 30;
            case OUTAGE -> BAR_HEIGHT;
        };
    }

    static String look(ComponentState state) {
        return switch (state) {
            case OPERATIONAL -> "ok";
            case MAINTENANCE -> "work";
            case PARTIAL_OUTAGE -> "part";
            case OUTAGE -> "down";
        };
    }

    private static String look(StatusNotice notice) {
        if (!notice.kind().outage()) {
            return notice.active() ? "work" : notice.planned() ? "plan" : "past";
        }
        return notice.active() ? notice.partial() ? "part" : "down" : "past";
    }
}
