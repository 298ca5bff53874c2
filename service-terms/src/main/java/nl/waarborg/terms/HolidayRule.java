package nl.waarborg.terms;

/** What a calendar does on public holidays (OP-14, OP-71). */
public enum HolidayRule {
    /** Closed on every holiday. */
    CLOSED,
    /** Closed on a holiday that falls in the weekend, open as usual on another (OP-14 a). */
    CLOSED_IN_WEEKEND,
    /** Open as usual. */
    OPEN
}
