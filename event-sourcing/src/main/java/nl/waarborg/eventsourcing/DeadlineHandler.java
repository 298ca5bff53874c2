package nl.waarborg.eventsourcing;

/** Issues the command of a deadline that fell due; the decider decides whether it was really missed. */
public interface DeadlineHandler {

    /** The kind of {@link Deadline} that it handles. */
    String kind();

    /**
     * Called with the deadline leased to this replica, per stream in order of due time; more than once if a replica dies
     * meanwhile. A failure is kept and retried; so is one that takes longer than the lease allows, which is interrupted.
     */
    void due(Deadline deadline);

    /**
     * Whether it closes a period of its tenant: then it waits until every deadline of the tenant that was due before has been
     * handled.
     */
    default boolean closesPeriod() {
        return false;
    }
}
