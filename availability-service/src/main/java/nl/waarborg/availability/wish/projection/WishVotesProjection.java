package nl.waarborg.availability.wish.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import nl.waarborg.availability.wish.domain.WishVoteEvent;
import nl.waarborg.availability.wish.domain.WishVoteEvent.WishVoteWithdrawn;
import nl.waarborg.availability.wish.domain.WishVoteEvent.WishVoted;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Who voted is known within a customer; how many did, to all customers of the vendor. */
public final class WishVotesProjection implements Projection<WishVoteEvent> {

    private static final String VOTED = "insert into wish_vote (wish_id, person_id, tenant_id) values (?, ?, ?)";
    private static final String WITHDRAWN =
            "delete from wish_vote where wish_id = ? and person_id = ? and tenant_id = ?";
    private static final String FIRST =
            "insert into wish_support (wish_id, provider, votes) values (?, ?, 0) on conflict (wish_id) do nothing";
    private static final String COUNTED = "update wish_support set votes = votes + ? where wish_id = ?";

    @Override
    public String name() {
        return "wish-votes";
    }

    @Override
    public Class<WishVoteEvent> events() {
        return WishVoteEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("wish_vote", "wish_support");
    }

    @Override
    public void apply(List<RecordedEvent<WishVoteEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        // In one order everywhere: two batches wait for each other, never both.
        var first = new TreeMap<UUID, String>();
        var change = new TreeMap<UUID, Integer>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case WishVoted e -> {
                    statements.add(VOTED, e.wishId(), e.personId(), recorded.tenant());
                    first.put(e.wishId(), e.provider());
                    change.merge(e.wishId(), 1, Integer::sum);
                }
                case WishVoteWithdrawn e -> {
                    statements.add(WITHDRAWN, e.wishId(), e.personId(), recorded.tenant());
                    change.merge(e.wishId(), -1, Integer::sum);
                }
            }
        }
        first.forEach((wish, provider) -> statements.add(FIRST, wish, provider));
        change.forEach((wish, votes) -> statements.add(COUNTED, votes, wish));
        statements.run(connection);
    }
}
