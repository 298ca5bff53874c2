package nl.waarborg.eventsourcing;

/** Issues the command of a deadline that fell due; the decider decides whether it was really missed. */
public interface DeadlineHandler {

    /** The kind of {@link Deadline} that it handles. */
    String kind();

    /** Called with the deadline leased to this replica, per stream in order of due time. A failure is kept and retried. */
    void due(Deadline deadline);
}
