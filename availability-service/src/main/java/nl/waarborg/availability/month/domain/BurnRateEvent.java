package nl.waarborg.availability.month.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface BurnRateEvent {

    String provider();

    /** @param burning what burns too fast, the fastest first */
    record BurnRateAlertStarted(String provider, List<Burning> burning, Instant at) implements BurnRateEvent {}

    /** Other windows burn than before. */
    record BurnRateAlertChanged(String provider, List<Burning> burning, Instant at) implements BurnRateEvent {}

    record BurnRateAlertEnded(String provider, Instant at) implements BurnRateEvent {}

    /**
     * @param longSeconds of the long window
     * @param factor that both windows reach
     */
    record Burning(long longSeconds, long shortSeconds, BigDecimal factor) {}
}
