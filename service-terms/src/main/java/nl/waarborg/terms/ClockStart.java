package nl.waarborg.terms;

/** Where the clocks of a report outside opening hours start (INC-033, INC-034, OP-04). */
public enum ClockStart {
    /** At the next opening: today's, when support still has to open (OP-04 b). */
    NEXT_OPENING,
    /** At the opening of the next working day, even when support still has to open today (OP-04 a). */
    NEXT_WORKING_DAY
}
