package nl.waarborg.processoragreement.calculation;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.processoragreement.agreement.domain.Reading;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.UnacceptableTerms;
import nl.waarborg.terms.calendar.OpeningHours;

/** The terms that a question is about: a preset, the first unless another is named, with deviations from it (PRA-002, PRA-005). */
final class AskedTerms {

    static final Set<String> FIELDS = Set.of("preset", "deviations");

    private AskedTerms() {}

    static Optional<Preset> preset(Place question) {
        return question.has("preset") ? question.at("preset").oneOf(Preset.class) : Optional.of(Preset.AFAS_SLA);
    }

    /** Deviations of one origin, by key, in their written forms. What cannot be is noted at its key. */
    static List<Deviation> deviations(Place question, String field, Origin origin, String clause) {
        var deviations = new ArrayList<Deviation>();
        question
                .optional(field)
                .map(place -> place.entries("an object with values by term key"))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry -> form(entry.getValue())
                        .flatMap(form -> deviation(entry.getKey(), form, clause, origin, entry.getValue()))
                        .ifPresent(deviations::add));
        return deviations;
    }

    /** Those of the fields preset and deviations; wrong ones leave the preset's own. */
    static Optional<Terms> read(Place question) {
        var provisions = deviations(question, "deviations", Origin.SPECIFIC_PROVISION, "specific provisions");
        return preset(question).map(preset -> Terms.of(preset, provisions));
    }

    /** The hours on which working days are counted. */
    static OpeningHours hours(Terms terms) {
        return AgreedCalendars.of(terms).support().hours();
    }

    /** A day, or the local day of an instant. */
    static Optional<LocalDate> day(Place place) {
        return place.text()
                .flatMap(text ->
                        text.indexOf('T') < 0 ? place.date() : place.instant().map(AskedTerms::dayOf));
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, AgreedCalendars.ZONE);
    }

    private static Optional<Deviation> deviation(String key, String form, String clause, Origin origin, Place place) {
        try {
            var deviation = Deviation.read(key, form, clause, origin);
            var expected = Reading.expected(deviation);
            if (expected.isPresent()) {
                return place.wrong("takes " + expected.get());
            }
            var noCalendar = Reading.noCalendar(deviation, AgreedCalendars.shipped()::contains);
            return noCalendar.isPresent() ? place.wrong(noCalendar.get()) : Optional.of(deviation);
        } catch (UnacceptableTerms e) {
            return place.wrong(String.join("; ", new TreeMap<>(e.problems()).values()));
        }
    }

    /** A value's written form; several values may also be given as a list. */
    private static Optional<String> form(Place value) {
        if (value.value().isArray()) {
            return value.items("a list of values")
                    .map(items ->
                            items.stream().flatMap(item -> item.text().stream()).collect(joining(", ", "[", "]")));
        }
        return value.value().isValueNode() && !value.value().isNull()
                ? Optional.of(value.value().asText())
                : value.wrong("must be a term's value, or ABSENT to take the term away");
    }
}
