package nl.waarborg.local;

/** Something that runs as a process of its own. */
interface Part extends AutoCloseable {

    boolean isAlive();

    /** The number of its (first) process. */
    long pid();

    @Override
    void close();
}
