package nl.waarborg.terms.calendar;

import java.time.LocalDate;

/** A public holiday (feestdag) on its date, with its English and Dutch name. */
public record Holiday(LocalDate date, String name, String dutchName) {

    /** A holiday of which only the date is known. */
    public static Holiday on(LocalDate date) {
        return new Holiday(date, "holiday", "feestdag");
    }
}
