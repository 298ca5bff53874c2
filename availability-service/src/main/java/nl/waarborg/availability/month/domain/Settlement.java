package nl.waarborg.availability.month.domain;

/** How a dispute ended. */
public enum Settlement {
    /** The measurements stand. */
    MEASUREMENTS_STAND,
    /** The vendor corrects outages or exclusions; the correction of the month shows it. */
    CORRECTED
}
