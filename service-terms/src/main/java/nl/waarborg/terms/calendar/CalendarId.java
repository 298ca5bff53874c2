package nl.waarborg.terms.calendar;

/** The name of a calendar over all its versions: {@code AFAS_SLA/support}. */
public record CalendarId(String value) {

    public CalendarId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a calendar needs a name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
