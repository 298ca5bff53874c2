package nl.waarborg.eventsourcing;

/** The stream moved on: 412 where the caller named a version, else 409 after ten attempts. */
public final class VersionConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean versionWasNamed;

    public VersionConflict(StreamId stream, boolean versionWasNamed) {
        super("another change of " + stream + " came first");
        this.versionWasNamed = versionWasNamed;
    }

    public boolean versionWasNamed() {
        return versionWasNamed;
    }
}
