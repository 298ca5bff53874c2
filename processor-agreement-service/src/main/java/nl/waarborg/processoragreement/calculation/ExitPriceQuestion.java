package nl.waarborg.processoragreement.calculation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.waarborg.eventsourcing.Rejection;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import nl.waarborg.processoragreement.agreement.domain.ExitPrice;
import nl.waarborg.processoragreement.agreement.domain.Reading;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * "What would this option cost?" (XSV-015 to XSV-018, OP-78).
 *
 * @param monthlyAmounts licence amounts by month, the oldest first; euros excluding VAT
 */
record ExitPriceQuestion(ExitOption option, List<BigDecimal> monthlyAmounts, Terms terms) {

    private static final Set<String> FIELDS = Set.of("option", "monthlyAmounts", "preset", "deviations");
    private static final int MOST_MONTHS = 1_200;
    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final String AMOUNT = "an amount of at most two decimals, not negative, such as 1850.00";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Schema(
                            description = "Euros a month excluding VAT; absent where the price is no share",
                            examples = "185.00")
                    @Nullable
                    String monthlyAmount,
            @Schema(description = "The highest of the months that count", examples = "1850.00") @Nullable
                    String basisAmount,
            @Schema(description = "The rule of the catalogue", examples = "XSV-016") String rule) {}

    /** @throws ProblemException naming every field that is wrong */
    static ExitPriceQuestion read(JsonNode body) {
        var question = Place.of(body, FIELDS);
        var option = question.required("option").flatMap(field -> field.oneOf(ExitOption.class));
        var amounts = question.required("monthlyAmounts").map(ExitPriceQuestion::amounts);
        var terms = AskedTerms.read(question);
        question.refuseWhatIsWrong();
        return new ExitPriceQuestion(option.orElseThrow(), amounts.orElseThrow(), terms.orElseThrow());
    }

    private static List<BigDecimal> amounts(Place place) {
        var items = place.items("a list of amounts").orElse(List.of());
        if (items.size() > MOST_MONTHS) {
            place.wrong("has more than " + MOST_MONTHS + " months");
            return List.of();
        }
        var amounts = new ArrayList<BigDecimal>();
        items.forEach(item -> amount(item).ifPresent(amounts::add));
        return amounts;
    }

    private static Optional<BigDecimal> amount(Place place) {
        try {
            var json = place.value();
            var amount =
                    json.isNumber() ? json.decimalValue() : new BigDecimal(json.isTextual() ? json.textValue() : "");
            return amount.signum() < 0
                            || amount.compareTo(MOST) > 0
                            || amount.stripTrailingZeros().scale() > 2
                    ? place.wrong("must be " + AMOUNT)
                    : Optional.of(amount);
        } catch (NumberFormatException e) {
            return place.wrong("must be " + AMOUNT);
        }
    }

    /** @throws ProblemException with the option's rule if the terms do not offer it */
    Answer answer() {
        var agreed = Reading.of(terms);
        if (!agreed.lists(TermKey.EXIT_OPTIONS, option.name())) {
            throw ProblemException.refused(
                    new Rejection(option.rule(), "exit-option-not-agreed", "The terms do not offer " + option + "."));
        }
        var price = ExitPrice.of(option, highest(agreed), agreed);
        return new Answer(text(price.monthlyAmount()), text(price.basisAmount()), option.rule());
    }

    /** Of the last months that the terms name; fewer if there are fewer. */
    private @Nullable BigDecimal highest(Reading agreed) {
        return agreed.period(TermKey.EXIT_HIGHEST_MONTH_OF)
                .map(months -> monthlyAmounts.stream()
                        .skip(Math.max(0, monthlyAmounts.size() - months.toTotalMonths()))
                        .reduce(BigDecimal.ZERO, BigDecimal::max))
                .orElse(null);
    }

    private static @Nullable String text(@Nullable BigDecimal euros) {
        return euros == null ? null : euros.toPlainString();
    }
}
