package nl.waarborg.terms.calendar;

/** How a term of n working days is counted (OP-02, term {@code workingDayCounting}). */
public enum WorkingDayStrategy {
    /** The same clock time n working days later, clamped into the opening hours of that day (OP-02 a, the default). */
    SAME_CLOCK_TIME,
    /** The last closing of the n-th working day after the start (OP-02 b). */
    END_OF_NTH_DAY,
    /** As much open time as the n working days have that begin with the day of the start (OP-02 c). */
    OPEN_HOURS
}
