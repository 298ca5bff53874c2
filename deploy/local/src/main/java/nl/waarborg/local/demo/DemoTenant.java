package nl.waarborg.local.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A made customer of the demo.
 *
 * @param key what commands call it
 * @param reference the vendor's number of its agreement: the tenant's id follows from it
 * @param preset {@code AFAS_SLA} or {@code PHOCUS_CLOUD}
 * @param firstClassFrom the first day of First Class, a first of a month; null without
 */
record DemoTenant(
        String key,
        String reference,
        String name,
        String provider,
        String preset,
        @Nullable LocalDate firstClassFrom,
        int users) {

    boolean isFirstClassOn(LocalDate day) {
        return firstClassFrom != null && !day.isBefore(firstClassFrom);
    }

    /** The day in the month before the first day of First Class on which it was registered (XSV-023). */
    @Nullable
    LocalDate firstClassRegisteredOn() {
        return firstClassFrom == null ? null : firstClassFrom.minusMonths(1).withDayOfMonth(15);
    }
}
