package nl.waarborg.terms;

/** By when a calamity that is reported outside the reachability hours is taken up (INC-028, OP-13). */
public enum OutsideHoursContact {
    /** The end of the support hours of the next working day; today counts while today's window still has to open. */
    END_OF_NEXT_WORKING_DAY,
    /** The contact term, counted from the next opening of the window. */
    AFTER_NEXT_OPENING
}
