package nl.waarborg.terms.calendar;

import java.time.LocalDate;

/** The local dates, both inclusive, for which a calendar's holidays are published. */
public record PublishedRange(LocalDate from, LocalDate through) {

    public PublishedRange {
        if (through.isBefore(from)) {
            throw new CalendarRefusal.ReversedRange(from, through);
        }
    }
}
