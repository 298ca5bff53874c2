package nl.waarborg.local;

/**
 * One service's database and its two roles. The writer owns the database, runs migrations, may use replication slots and
 * is not under row-level security; the reader may connect and sees only what migrations grant and policies let through.
 */
public record Database(
        String name,
        String jdbcUrl,
        String writerUser,
        String writerPassword,
        String readerUser,
        String readerPassword) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return jdbcUrl;
    }
}
