package nl.waarborg.incident.calculation;

import java.util.List;
import nl.waarborg.eventsourcing.web.Place;
import org.jspecify.annotations.Nullable;

/** What can be asked of a calendar, with the field that each question needs and the one that it may have. */
enum Operation {
    /** The moment when this much open time has passed since the start; negative goes back. */
    ADD("duration", null),
    /** The open time from start to end. */
    BETWEEN("end", null),
    IS_OPEN(null, null),
    /** The start itself while open. */
    NEXT_OPENING(null, null),
    NEXT_CLOSING(null, null),
    PREVIOUS_OPENING(null, null),
    /** At or before the start. */
    PREVIOUS_CLOSING(null, null),
    /** The n-th working day after the start, by a strategy; negative goes back. */
    ADD_WORKING_DAYS("workingDays", "strategy"),
    /** The working days after the start's local date, up to and including the end's. */
    WORKING_DAYS_BETWEEN("end", null);

    private static final List<String> FOR_SOME = List.of("end", "duration", "workingDays", "strategy");

    private final @Nullable String needs;
    private final @Nullable String takes;

    Operation(@Nullable String needs, @Nullable String takes) {
        this.needs = needs;
        this.takes = takes;
    }

    /** Notes each field that this operation needs and has not, or has and does not use. */
    void check(Place question) {
        for (var field : FOR_SOME) {
            if (field.equals(needs) && !question.has(field)) {
                question.at(field).wrong("is required by " + this);
            } else if (!field.equals(needs) && !field.equals(takes) && question.has(field)) {
                question.at(field).wrong("is not used by " + this);
            }
        }
    }
}
