package nl.waarborg.processoragreement.calculation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** "Which terms hold?" A separate agreement goes before specific provisions, these before the preset, key by key (OP-57). */
record TermsQuestion(Preset preset, Terms terms, Optional<TermKey> key) {

    private static final Set<String> FIELDS = Set.of("preset", "deviations", "separateAgreement", "key");

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            Preset preset,
            @Schema(description = "The key that was asked for", examples = "priority.P2.response") @Nullable String key,
            @Schema(description = "False: the terms say nothing of the key; no clock runs and nothing is missed")
                    @Nullable
                    Boolean agreed,
            @Schema(description = "In its written form", examples = "1 WORKING_DAY") @Nullable String value,
            @Schema(description = "Where it was agreed", examples = "AFAS §2.2.3 tab. 10") @Nullable String clause,
            @Nullable Origin origin,
            @Schema(description = "All that hold, without a key") @Nullable List<EffectiveTerm> terms) {}

    record EffectiveTerm(
            @Schema(examples = "priority.P2.response") String key,
            @Schema(examples = "1 WORKING_DAY") String value,
            @Schema(examples = "AFAS §2.2.3 tab. 10") String clause,
            Origin origin) {

        static EffectiveTerm of(Term term) {
            return new EffectiveTerm(term.key().key(), term.value().toString(), term.clause(), term.origin());
        }
    }

    /** @throws ProblemException naming every field that is wrong */
    static TermsQuestion read(JsonNode body) {
        var question = Place.of(body, FIELDS);
        var preset = question.required("preset").flatMap(field -> field.oneOf(Preset.class));
        var deviations = Stream.concat(
                        AskedTerms.deviations(question, "deviations", Origin.SPECIFIC_PROVISION, "specific provisions")
                                .stream(),
                        AskedTerms.deviations(
                                question, "separateAgreement", Origin.SEPARATE_AGREEMENT, "separate agreement")
                                .stream())
                .toList();
        var key = question.optional("key").flatMap(TermsQuestion::key);
        question.refuseWhatIsWrong();
        return new TermsQuestion(preset.orElseThrow(), Terms.of(preset.orElseThrow(), deviations), key);
    }

    private static Optional<TermKey> key(Place place) {
        return place.text().flatMap(name -> TermKey.of(name).or(() -> place.wrong("is no term of an agreement")));
    }

    Answer answer() {
        return key.map(this::one)
                .orElseGet(() -> new Answer(
                        preset,
                        null,
                        null,
                        null,
                        null,
                        null,
                        terms.all().values().stream().map(EffectiveTerm::of).toList()));
    }

    private Answer one(TermKey asked) {
        return terms.find(asked)
                .map(term -> new Answer(
                        preset, asked.key(), true, term.value().toString(), term.clause(), term.origin(), null))
                .orElseGet(() -> new Answer(preset, asked.key(), false, null, null, null, null));
    }
}
