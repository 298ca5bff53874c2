package nl.waarborg.processoragreement.calculation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.LicenceCancellation;
import nl.waarborg.processoragreement.agreement.domain.LicenceCancellation.Refusal;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.CalendarRefusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** "Is this licence cancelled in time, and when does it end?" (XSV-012, XSV-013, OP-76, OP-77). Days of Europe/Amsterdam. */
record CancellationQuestion(
        LocalDate receivedOn,
        LocalDate invoicePeriodStart,
        LocalDate concludedOn,
        Optional<LocalDate> initialPeriodEnd,
        Optional<LocalDate> statedDate,
        Terms terms) {

    private static final Set<String> FIELDS = Set.of(
            "receivedAt",
            "invoicePeriodStart",
            "concludedOn",
            "initialPeriodEnd",
            "statedDate",
            "preset",
            "deviations");

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            boolean accepted,
            @Schema(description = "Last day of the licence; only if accepted", examples = "2026-05-31") @Nullable
                    LocalDate endsOn,
            @Schema(description = "Last day on which it is received in time", examples = "2026-05-27") @Nullable
                    LocalDate latestReceipt,
            @Schema(description = "Earliest last day that the minimum term leaves", examples = "2025-01-31") @Nullable
                    LocalDate firstEnd,
            @Schema(description = "Why it is refused") @Nullable Refusal reason,
            @Schema(description = "The rule of the catalogue", examples = "XSV-013") String rule) {}

    /** @throws ProblemException naming every field that is wrong */
    static CancellationQuestion read(JsonNode body) {
        var question = Place.of(body, FIELDS);
        var received = question.required("receivedAt").flatMap(AskedTerms::day);
        var period = question.required("invoicePeriodStart").flatMap(Place::date);
        var concluded = question.required("concludedOn").flatMap(Place::date);
        var initial = question.optional("initialPeriodEnd").flatMap(Place::date);
        var stated = question.optional("statedDate").flatMap(Place::date);
        var terms = AskedTerms.read(question);
        concluded.ifPresent(first -> {
            notBefore(first, received, question.at("receivedAt"));
            notBefore(first, period, question.at("invoicePeriodStart"));
            notBefore(first, initial, question.at("initialPeriodEnd"));
            notBefore(first, stated, question.at("statedDate"));
        });
        question.refuseWhatIsWrong();
        return new CancellationQuestion(
                received.orElseThrow(),
                period.orElseThrow(),
                concluded.orElseThrow(),
                initial,
                stated,
                terms.orElseThrow());
    }

    private static void notBefore(LocalDate first, Optional<LocalDate> day, Place place) {
        if (day.filter(first::isAfter).isPresent()) {
            place.wrong("lies before concludedOn");
        }
    }

    /** @throws ProblemException for days beyond those that the calendar knows */
    Answer answer() {
        try {
            var cancellation = LicenceCancellation.of(
                    receivedOn,
                    invoicePeriodStart,
                    statedDate.orElse(null),
                    concludedOn,
                    initialPeriodEnd.orElse(null),
                    TermKey.LICENCE_CANCEL_BEFORE,
                    terms,
                    AskedTerms.hours(terms));
            var refusal = cancellation.refusal();
            return new Answer(
                    refusal.isEmpty(),
                    refusal.isEmpty() ? cancellation.endsOn() : null,
                    cancellation.latestReceipt(),
                    cancellation.firstEnd(),
                    refusal.orElse(null),
                    refusal.map(Refusal::rule).orElse("XSV-013"));
        } catch (CalendarRefusal refusal) {
            throw ProblemException.invalidField("/invoicePeriodStart", String.valueOf(refusal.getMessage()));
        } catch (DateTimeException | ArithmeticException tooFar) {
            throw ProblemException.invalidField("/deviations", "lead beyond the years that a calendar knows");
        }
    }
}
