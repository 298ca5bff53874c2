package nl.waarborg.availability.calculation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.waarborg.availability.month.domain.Availability;
import nl.waarborg.availability.month.domain.Availability.Outage;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.calendar.LocalMonth;

/**
 * "How available was it, if this is what happened?" Components are named freely.
 *
 * @param exclusions by component; one that names none holds for all
 */
record AvailabilityQuestion(
        Interval period,
        Set<String> components,
        List<Outage<String>> outages,
        Map<String, List<Interval>> exclusions,
        Map<String, List<Interval>> unmeasured,
        Optional<BigDecimal> floor) {

    private static final Set<String> FIELDS =
            Set.of("zone", "from", "to", "month", "components", "outages", "exclusions", "unmeasured", "floor");
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Part of the time of a component, or of all. */
    private record Part(Optional<String> component, Interval time) {}

    /** @throws ProblemException naming every field that is wrong */
    static AvailabilityQuestion read(JsonNode body) {
        var question = Place.of(body, FIELDS);
        var period = period(question);
        var components = question.required("components").flatMap(AvailabilityQuestion::components);
        var known = components.orElse(Set.of());
        var floor = question.optional("floor").flatMap(field -> floor(field, HUNDRED));
        var outages = new ArrayList<Outage<String>>();
        question.optional("outages")
                .flatMap(field -> field.items("a list of outages"))
                .ifPresent(items -> items.forEach(item ->
                        period.flatMap(whole -> outage(item, known, whole)).ifPresent(outages::add)));
        var exclusions = parts(question, "exclusions", Set.of("from", "to", "reason", "component"), known, false);
        var unmeasured = parts(question, "unmeasured", Set.of("component", "from", "to"), known, true);
        question.refuseWhatIsWrong();
        return new AvailabilityQuestion(
                period.orElseThrow(),
                known,
                outages,
                byComponent(exclusions, known),
                byComponent(unmeasured, known),
                floor);
    }

    Availability<String> answer() {
        return Availability.of(List.of(period), components, outages, exclusions, unmeasured);
    }

    private static Optional<Interval> period(Place question) {
        var zone = question.optional("zone").flatMap(AvailabilityQuestion::zone).orElse(AgreedCalendars.ZONE);
        if (question.has("month")) {
            for (var other : List.of("from", "to")) {
                if (question.has(other)) {
                    question.at(other).wrong("is not used with month");
                }
            }
            return question.optional("month").flatMap(Place::month).map(month -> month(month, zone));
        }
        return interval(question);
    }

    private static Interval month(YearMonth month, ZoneId zone) {
        var local = new LocalMonth(month, zone);
        return new Interval(local.start(), local.end());
    }

    private static Optional<ZoneId> zone(Place place) {
        return place.text()
                .flatMap(id -> ZONES.contains(id)
                        ? Optional.of(ZoneId.of(id))
                        : place.wrong("must be an IANA time zone such as Europe/Amsterdam"));
    }

    private static Optional<Set<String>> components(Place place) {
        return place.items("a list of components").flatMap(items -> {
            var names = new LinkedHashSet<String>();
            for (var item : items) {
                item.text().ifPresent(name -> {
                    if (name.isBlank()) {
                        item.wrong("must not be blank");
                    } else if (!names.add(name)) {
                        item.wrong("is named twice");
                    }
                });
            }
            return names.isEmpty() ? place.wrong("must name a component") : Optional.of(names);
        });
    }

    /** An outage without an end lasts to the end of the period. */
    private static Optional<Outage<String>> outage(Place item, Set<String> known, Interval whole) {
        if (!item.isObjectOf(Set.of("component", "from", "to", "calamity"))) {
            return Optional.empty();
        }
        var component = item.required("component").flatMap(field -> component(field, known));
        var calamity = item.optional("calamity").flatMap(Place::flag).orElse(false);
        var from = item.required("from").flatMap(AvailabilityQuestion::wholeSecond);
        if (item.has("to")) {
            var to = item.required("to").flatMap(AvailabilityQuestion::wholeSecond);
            return component.flatMap(name -> ordered(item, from, to).map(time -> new Outage<>(name, time, calamity)));
        }
        // One that begins after the period is over does not touch it.
        return component.flatMap(name -> from.filter(begin -> begin.isBefore(whole.to()))
                .map(begin -> new Outage<>(name, new Interval(begin, whole.to()), calamity)));
    }

    private static List<Part> parts(
            Place question, String field, Set<String> fields, Set<String> known, boolean needsComponent) {
        var parts = new ArrayList<Part>();
        question.optional(field)
                .flatMap(place -> place.items("a list of intervals"))
                .ifPresent(items -> items.stream()
                        .filter(item -> item.isObjectOf(fields))
                        .forEach(item -> {
                            item.optional("reason").ifPresent(Place::text);
                            var named = needsComponent ? item.required("component") : item.optional("component");
                            var component = named.flatMap(name -> component(name, known));
                            interval(item).ifPresent(time -> parts.add(new Part(component, time)));
                        }));
        return parts;
    }

    private static Map<String, List<Interval>> byComponent(List<Part> parts, Set<String> components) {
        var byComponent = new LinkedHashMap<String, List<Interval>>();
        components.forEach(component -> byComponent.put(
                component,
                parts.stream()
                        .filter(part -> part.component.map(component::equals).orElse(true))
                        .map(Part::time)
                        .toList()));
        return byComponent;
    }

    private static Optional<String> component(Place place, Set<String> known) {
        return place.text()
                .flatMap(name -> known.contains(name) ? Optional.of(name) : place.wrong("is no component named above"));
    }

    private static Optional<Interval> interval(Place place) {
        var from = place.required("from").flatMap(AvailabilityQuestion::wholeSecond);
        var to = place.required("to").flatMap(AvailabilityQuestion::wholeSecond);
        return ordered(place, from, to);
    }

    private static Optional<Interval> ordered(Place place, Optional<Instant> from, Optional<Instant> to) {
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return from.get().isBefore(to.get())
                ? Optional.of(new Interval(from.get(), to.get()))
                : place.at("to").wrong("must be after from");
    }

    private static Optional<Instant> wholeSecond(Place place) {
        return place.instant()
                .flatMap(moment -> moment.equals(moment.truncatedTo(ChronoUnit.SECONDS))
                        ? Optional.of(moment)
                        : place.wrong("must be a whole second"));
    }

    /** @param highest percent, inclusive */
    static Optional<BigDecimal> floor(Place place, BigDecimal highest) {
        return place.number()
                .flatMap(percent -> percent.signum() > 0 && percent.compareTo(highest) <= 0
                        ? Optional.of(percent)
                        : place.wrong("must be a percentage above 0, at most " + highest.toPlainString()));
    }
}
