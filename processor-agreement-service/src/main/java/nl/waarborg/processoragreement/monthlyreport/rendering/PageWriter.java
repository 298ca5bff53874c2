package nl.waarborg.processoragreement.monthlyreport.rendering;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import nl.waarborg.processoragreement.monthlyreport.domain.AvailabilityMonth;
import nl.waarborg.processoragreement.monthlyreport.domain.IncidentMonth;
import nl.waarborg.processoragreement.monthlyreport.domain.IncidentMonth.PriorityCount;
import nl.waarborg.processoragreement.monthlyreport.domain.ServiceTaken;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.SlaReportPublished;
import nl.waarborg.processoragreement.monthlyreport.rendering.Charts.Point;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Cell;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Part;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Table;
import org.jspecify.annotations.Nullable;

/** Puts a report into the words of one language (XSV-029, XSV-030). */
final class PageWriter {

    private static final String NOTHING = "-";

    private final Words words;
    private final SlaReportPublished report;

    PageWriter(Words words, SlaReportPublished report) {
        this.words = words;
        this.report = report;
    }

    ReportPage page(String customer) {
        var parts = new ArrayList<Part>();
        if (report.availability() != null) {
            parts.add(availability(report.availability()));
        }
        if (report.incidents() != null) {
            parts.add(incidents(report.incidents()));
        }
        if (report.services() != null) {
            parts.add(services(report.services()));
        }
        return new ReportPage(
                words.code(),
                words.say("title", words.month(report.month())),
                customer,
                words.say("published", words.moment(report.at()), Integer.toString(report.reportVersion())),
                words.say(report.reportVersion() == 1 ? "note.first" : "note.corrected"),
                parts);
    }

    private Part availability(List<AvailabilityMonth> months) {
        var shares = months.stream()
                .map(month -> point(
                        month.month(),
                        month.floor(),
                        Stream.of(Optional.ofNullable(month.availability()).map(PageWriter::decimals))))
                .toList();
        var counts = months.stream()
                .map(month -> counts(month.month(), month.outageCount(), month.maintenanceCount()))
                .toList();
        var components = months.getLast().components().entrySet().stream()
                .map(component -> List.of(
                        plain(component.getKey()),
                        figure(Words.minutes(component.getValue().down())),
                        figure(Words.minutes(component.getValue().excluded())),
                        figure(Words.minutes(component.getValue().unmeasured()))))
                .toList();
        return new Part(
                words.say("availability.name"),
                words.say("availability.heading"),
                words.say("availability.about"),
                List.of(
                        Charts.percentages(
                                words.say("availability.chart", words.number(Charts.foot(shares))),
                                List.of(words.say("availability.share")),
                                shares),
                        Charts.counts(
                                words.say("availability.counts"),
                                List.of(words.say("availability.outages"), words.say("availability.maintenance")),
                                counts)),
                List.of(
                        table(
                                words.say("availability.months"),
                                months.stream()
                                        .map(month -> List.of(
                                                plain(words.month(month.month())),
                                                optional(month.availability()),
                                                optional(month.floor()),
                                                plain(verdict(month.floorMet())),
                                                figure(decimals(month.coverage())),
                                                figure(month.outageCount()),
                                                figure(month.maintenanceCount())))
                                        .toList(),
                                "month",
                                "availability.share",
                                "availability.floor",
                                "availability.floorMet",
                                "availability.coverage",
                                "availability.outages",
                                "availability.maintenance"),
                        table(
                                words.say("availability.components", words.month(report.month())),
                                components,
                                "availability.component",
                                "availability.down",
                                "availability.excluded",
                                "availability.unmeasured")));
    }

    private Part incidents(List<IncidentMonth> months) {
        var points = months.stream()
                .map(month -> counts(month.month(), month.submitted(), month.handled()))
                .toList();
        return new Part(
                words.say("incidents.name"),
                words.say("incidents.heading"),
                words.say("incidents.about", Integer.toString(report.month().getYear())),
                List.of(Charts.counts(
                        words.say("incidents.chart"),
                        List.of(words.say("incidents.submitted"), words.say("incidents.handled")),
                        points)),
                List.of(
                        table(
                                words.say("incidents.months"),
                                months.stream().map(this::incidentRow).toList(),
                                "month",
                                "incidents.submitted",
                                "incidents.handled",
                                "incidents.lapsed",
                                "incidents.open",
                                "incidents.withinTerm",
                                "incidents.mean",
                                "incidents.median",
                                "incidents.longest",
                                "incidents.business"),
                        table(
                                words.say("incidents.priorities"),
                                priorities(months),
                                "incidents.priority",
                                "incidents.submitted",
                                "incidents.responseMet",
                                "incidents.responseMissed",
                                "incidents.recoveryMet",
                                "incidents.recoveryMissed")));
    }

    private List<Cell> incidentRow(IncidentMonth month) {
        var times = month.leadTimes();
        return List.of(
                plain(words.month(month.month())),
                figure(month.submitted()),
                figure(month.handled()),
                figure(month.lapsed()),
                figure(month.open()),
                optional(month.handledWithinTermShare()),
                optional(times == null ? null : Words.hours(times.elapsed().meanSeconds())),
                optional(times == null ? null : Words.hours(times.elapsed().medianSeconds())),
                optional(times == null ? null : Words.hours(times.elapsed().longestSeconds())),
                optional(times == null ? null : Words.hours(times.business().meanSeconds())));
    }

    private List<List<Cell>> priorities(List<IncidentMonth> months) {
        var counts = new TreeMap<String, List<PriorityCount>>();
        for (var month : months) {
            month.perPriority().forEach((priority, count) -> counts.computeIfAbsent(priority, any -> new ArrayList<>())
                    .add(count));
        }
        return counts.entrySet().stream()
                .map(entry -> Stream.concat(
                                Stream.of(plain(
                                        entry.getKey().equals("NONE")
                                                ? words.say("incidents.noPriority")
                                                : entry.getKey())),
                                Stream.<ToIntFunction<PriorityCount>>of(
                                                PriorityCount::count,
                                                PriorityCount::responseMet,
                                                PriorityCount::responseMissed,
                                                PriorityCount::recoveryMet,
                                                PriorityCount::recoveryMissed)
                                        .map(what -> figure(entry.getValue().stream()
                                                .mapToInt(what)
                                                .sum())))
                        .toList())
                .toList();
    }

    private Part services(List<ServiceTaken> services) {
        var months = Stream.iterate(
                        YearMonth.of(report.month().getYear(), 1),
                        month -> !month.isAfter(report.month()),
                        month -> month.plusMonths(1))
                .map(month -> counts(
                        month,
                        services.stream()
                                .filter(service -> YearMonth.from(service.day()).equals(month))
                                .count()))
                .toList();
        return new Part(
                words.say("services.name"),
                words.say("services.heading"),
                words.say("services.about", Integer.toString(report.month().getYear())),
                List.of(Charts.counts(words.say("services.chart"), List.of(words.say("services.number")), months)),
                List.of(table(
                        words.say("services.list"),
                        services.stream()
                                .map(service -> List.of(
                                        plain(words.day(service.day())),
                                        plain(words.say("services." + service.kind())),
                                        plain(Objects.requireNonNullElse(service.title(), NOTHING)),
                                        optional(service.hours())))
                                .toList(),
                        "services.day",
                        "services.service",
                        "services.title",
                        "services.hours")));
    }

    private Point counts(YearMonth month, long... numbers) {
        return point(month, null, Arrays.stream(numbers).mapToObj(number -> Optional.of(count(number))));
    }

    private Point point(YearMonth month, @Nullable BigDecimal rule, Stream<Optional<BigDecimal>> values) {
        var all = values.toList();
        return new Point(
                words.shortMonth(month),
                all.stream()
                        .<@Nullable BigDecimal>map(value -> value.orElse(null))
                        .toList(),
                all.stream()
                        .map(value -> value.map(words::number).orElse(NOTHING))
                        .toList(),
                rule);
    }

    private Table table(String caption, List<List<Cell>> rows, String... head) {
        return new Table(caption, Arrays.stream(head).map(words::say).toList(), rows);
    }

    private String verdict(@Nullable Boolean met) {
        return met == null ? NOTHING : words.say(met ? "yes" : "no");
    }

    private static Cell plain(String text) {
        return new Cell.Plain(text);
    }

    private Cell figure(long number) {
        return figure(count(number));
    }

    private Cell figure(BigDecimal number) {
        return new Cell.Figure(number, words.number(number));
    }

    private Cell optional(@Nullable BigDecimal number) {
        return number == null ? plain(NOTHING) : figure(decimals(number));
    }

    /** Two decimals at least: what arrives as a number has lost the zeroes at its end. */
    private static BigDecimal decimals(BigDecimal number) {
        return number.setScale(Math.max(2, number.scale()));
    }

    private static BigDecimal count(long number) {
        return BigDecimal.valueOf(number);
    }
}
