package nl.waarborg.terms.calendar;

/** The ways in which a vendor can be reached (AFAS §2.2.2 tab. 8 and 9). */
public enum Channel {
    WEB,
    PHONE
}
