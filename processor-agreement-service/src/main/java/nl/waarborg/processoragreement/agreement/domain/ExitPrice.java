package nl.waarborg.processoragreement.agreement.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.waarborg.terms.TermKey;
import org.jspecify.annotations.Nullable;

/**
 * What an exit option costs a month: a share of the highest licence amount of a month, in cents, and at least a minimum (XSV-016,
 * XSV-017, OP-78). Euros excluding VAT.
 *
 * @param monthlyAmount null where the price is no share of the former one, or the terms give none
 * @param basisAmount the highest monthly amount; null where the price does not follow it
 */
public record ExitPrice(@Nullable BigDecimal monthlyAmount, @Nullable BigDecimal basisAmount) {

    /** @param highest licence amount of the months that count; null if the terms do not say which */
    public static ExitPrice of(ExitOption option, @Nullable BigDecimal highest, Reading terms) {
        return switch (option) {
            case MINIMAL -> new ExitPrice(null, null);
            case VIEW -> share(highest, terms, TermKey.EXIT_VIEW_PRICE, TermKey.EXIT_VIEW_MINIMUM);
            case ARCHIVE -> share(highest, terms, TermKey.EXIT_ARCHIVE_PRICE, TermKey.EXIT_ARCHIVE_MINIMUM);
            case STOP -> new ExitPrice(BigDecimal.ZERO.setScale(2), null);
        };
    }

    private static ExitPrice share(@Nullable BigDecimal highest, Reading terms, TermKey share, TermKey minimum) {
        if (highest == null) {
            return new ExitPrice(null, null);
        }
        var basis = highest.setScale(2, RoundingMode.HALF_UP);
        return new ExitPrice(
                terms.fraction(share)
                        .map(fraction -> basis.multiply(fraction).setScale(2, RoundingMode.HALF_UP))
                        .map(price -> price.max(terms.euros(minimum).orElse(price)))
                        .orElse(null),
                basis);
    }
}
