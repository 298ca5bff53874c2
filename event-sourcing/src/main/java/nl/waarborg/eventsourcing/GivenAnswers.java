package nl.waarborg.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** What requests with an {@code Idempotency-Key} were answered, so that a repetition is answered the same; kept as long as the key. */
public final class GivenAnswers {

    private final DataSource writer;
    private final PersonalData personal;

    public GivenAnswers(DataSource writer, PersonalData personal) {
        this.writer = writer;
        this.personal = personal;
    }

    /**
     * The answer that was given under the context's key; empty if there is none yet.
     *
     * @throws OriginClash if the key came before with another request
     */
    public Optional<String> find(CommandContext context) {
        return withConnection(connection -> HandledCommands.answer(connection, context))
                .map(ciphertext -> personal.reveal(context.tenant(), ciphertext));
    }

    /** Keeps the answer, unless the key has one; returns the one that holds. */
    public String keep(CommandContext context, String answer) {
        String ciphertext;
        try {
            ciphertext = personal.protect(context.tenant(), answer);
        } catch (TenantKeys.KeyDestroyed e) {
            return answer;
        }
        return withConnection(connection -> HandledCommands.keepAnswer(connection, context, ciphertext))
                .map(held -> personal.reveal(context.tenant(), held))
                .orElse(answer);
    }

    private interface Work<R> {
        R run(Connection connection) throws SQLException;
    }

    private <R> R withConnection(Work<R> work) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            return work.run(connection);
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }
}
