package nl.waarborg.availability.calculation;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is left of the error budget, and how fast it goes. */
record BurnRateAnswer(
        @Schema(description = "Downtime that the floor allows in the whole window, seconds, rounded down")
                long budgetSeconds,
        @Schema(description = "What is left of it; negative when overdrawn") long remainingSeconds,
        @Schema(description = "1 uses the budget up exactly at the end; rounded down to four decimals")
                BigDecimal shortRate,
        @Schema(description = "The same over the long window") BigDecimal longRate,
        @Schema(description = "Both windows burn at least by the factor, compared unrounded") boolean alert) {

    static final int DIGITS = 4;
}
