package nl.waarborg.incident.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.LocalTime;

/** {@code waarborg.problems.*}. */
@ConfigMapping(prefix = "waarborg.problems")
public interface ProblemSettings {

    /** Local time at which the day before is analysed. */
    @WithDefault("05:00")
    LocalTime analyseAt();

    /** Local days that are searched for incidents alike. */
    @WithDefault("30")
    int candidateDays();

    /** How many incidents alike make a candidate. */
    @WithDefault("3")
    int candidateSize();

    /** How far above the mean of comparable customers a signal begins; 1 is the mean itself (OP-19). */
    @WithDefault("1")
    BigDecimal signalFactor();
}
