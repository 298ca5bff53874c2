package nl.waarborg.processoragreement.calculation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.waarborg.eventsourcing.Rejection;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.FirstClassDays;
import nl.waarborg.processoragreement.agreement.domain.Reading;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** "When does First Class begin, and when does it end?" (XSV-023, XSV-024, OP-81). Days of Europe/Amsterdam. */
record FirstClassQuestion(Optional<LocalDate> registeredOn, Optional<LocalDate> cancelledOn, Terms terms) {

    private static final Set<String> FIELDS = Set.of("registeredOn", "cancelledAt", "preset", "deviations");

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Schema(description = "First day", examples = "2026-04-01") @Nullable LocalDate startsOn,
            @Schema(description = "Last day", examples = "2026-04-30") @Nullable LocalDate endsOn,
            @Schema(
                            description = "The rule of the catalogue: of the end, if the end was asked for",
                            examples = "XSV-024")
                    String rule) {}

    /** @throws ProblemException naming every field that is wrong */
    static FirstClassQuestion read(JsonNode body) {
        var question = Place.of(body, FIELDS);
        var registered = question.optional("registeredOn").flatMap(AskedTerms::day);
        var cancelled = question.optional("cancelledAt").flatMap(AskedTerms::day);
        var terms = AskedTerms.read(question);
        if (!question.has("registeredOn") && !question.has("cancelledAt")) {
            question.at("registeredOn").wrong("is required, or cancelledAt");
        }
        if (registered.isPresent() && cancelled.isPresent() && cancelled.get().isBefore(registered.get())) {
            question.at("cancelledAt").wrong("lies before registeredOn");
        }
        question.refuseWhatIsWrong();
        return new FirstClassQuestion(registered, cancelled, terms.orElseThrow());
    }

    /** @throws ProblemException with the rule if the terms know no First Class, or no notice of it */
    Answer answer() {
        if (!terms.flag(TermKey.FIRST_CLASS)) {
            throw ProblemException.refused(
                    new Rejection("XSV-022", "first-class-not-agreed", "These terms know no First Class."));
        }
        try {
            return new Answer(
                    registeredOn.map(FirstClassDays::startsOn).orElse(null),
                    cancelledOn.map(this::endsOn).orElse(null),
                    cancelledOn.isPresent() ? "XSV-024" : "XSV-023");
        } catch (DateTimeException | ArithmeticException tooFar) {
            throw ProblemException.invalidField("/deviations", "lead beyond the years that a calendar knows");
        }
    }

    private LocalDate endsOn(LocalDate day) {
        return FirstClassDays.endsOn(day, Reading.of(terms))
                .orElseThrow(() -> ProblemException.refused(new Rejection(
                        "XSV-024", "no-notice-agreed", "The terms give no period of notice for First Class.")));
    }
}
