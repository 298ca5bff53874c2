package nl.waarborg.terms.calendar;

/** A question that a calendar cannot answer; the message says why, in words for the one who asked. */
public sealed class CalendarRefusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private CalendarRefusal(String message) {
        super(message);
    }

    /** The calendar has no opening (or no closing) in the direction asked, so there is no such moment. */
    public static final class NeverHappens extends CalendarRefusal {
        private static final long serialVersionUID = 1;

        NeverHappens(String message) {
            super(message);
        }
    }

    /** The moment lies where no holidays are published: it is refused, not guessed. */
    public static final class BeyondPublished extends CalendarRefusal {
        private static final long serialVersionUID = 1;

        BeyondPublished(String message) {
            super(message);
        }
    }

    /** The end lies before the start. */
    public static final class ReversedRange extends CalendarRefusal {
        private static final long serialVersionUID = 1;

        public ReversedRange(Object from, Object to) {
            super("the range runs backwards: " + to + " is before " + from);
        }
    }
}
