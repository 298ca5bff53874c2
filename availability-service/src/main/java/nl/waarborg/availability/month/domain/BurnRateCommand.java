package nl.waarborg.availability.month.domain;

import java.time.Instant;
import java.util.List;
import nl.waarborg.availability.month.domain.BurnRateEvent.Burning;

/** What the clock asks of a vendor's error budget. */
public sealed interface BurnRateCommand {

    /** @param burning a fact: the pairs of windows that burn too fast now */
    record EvaluateBurnRate(String provider, List<Burning> burning, Instant at) implements BurnRateCommand {}
}
