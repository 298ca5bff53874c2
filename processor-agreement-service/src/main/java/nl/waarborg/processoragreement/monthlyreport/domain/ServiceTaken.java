package nl.waarborg.processoragreement.monthlyreport.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A service that the customer took (XSV-030).
 *
 * @param title of a training; null for what needs none
 * @param day of delivery, or the training's first
 * @param hours spent; null where none are counted
 */
public record ServiceTaken(Kind kind, @Nullable String title, LocalDate day, @Nullable BigDecimal hours) {

    /** Then by kind and title, so that the same services always make the same report. */
    public static final Comparator<ServiceTaken> BY_DAY = Comparator.comparing(ServiceTaken::day)
            .thenComparing(ServiceTaken::kind)
            .thenComparing(ServiceTaken::title, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ServiceTaken::hours, Comparator.nullsFirst(Comparator.naturalOrder()));

    public enum Kind {
        SERVICE_MANAGEMENT,
        CONSULTANCY,
        SUCCESS_MANAGEMENT,
        TRAINING
    }
}
