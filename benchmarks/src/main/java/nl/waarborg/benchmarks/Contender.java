package nl.waarborg.benchmarks;

/** One way of storing an event durably. */
interface Contender extends AutoCloseable {

    String name();

    /** A query that counts what it has stored. */
    String count();

    /** Stores one event of a new stream; returns when it is committed. Called from many threads. */
    void append() throws Exception;

    /** Does what is still to be done behind the appends; its cost is theirs. */
    default void settle() throws Exception {}

    @Override
    void close();
}
