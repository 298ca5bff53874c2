package nl.waarborg.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A small family of events to test the library with. */
public final class Tickets {

    public static final UUID TENANT = UUID.fromString("0190d1a0-0000-7000-8000-000000000001");

    public static final EventTypes<TicketEvent> TYPES = new EventTypes<>("ticket", TicketEvent.class)
            .type("ticket-opened", Opened.class)
            .type("ticket-noted", Noted.class)
            .type("ticket-closed", Closed.class);

    private Tickets() {}

    public sealed interface TicketEvent {}

    public record Opened(String number, @Personal String title) implements TicketEvent {}

    record Noted(String note) implements TicketEvent {}

    record Closed() implements TicketEvent {}

    public sealed interface TicketCommand {}

    public record Open(String number, String title) implements TicketCommand {}

    /** Adds notes, each an event, whatever the state. */
    record Note(List<String> notes) implements TicketCommand {}

    record Close() implements TicketCommand {}

    public record Ticket(int events, boolean closed, List<String> notes) {}

    public static final class TicketDecider implements Decider<TicketCommand, Ticket, TicketEvent> {

        @Override
        public Ticket initialState() {
            return new Ticket(0, false, List.of());
        }

        @Override
        public Decision<TicketEvent> decide(TicketCommand command, Ticket ticket) {
            return switch (command) {
                case Open open
                when ticket.events > 0 -> Decision.reject("TST-001", "already-open", open.number + " is open");
                case Open open -> Decision.of(new Opened(open.number, open.title));
                case Note note ->
                    Decision.of(note.notes.stream().<TicketEvent>map(Noted::new).toList());
                case Close _ when ticket.closed -> Decision.nothing();
                case Close _ -> Decision.of(new Closed());
            };
        }

        @Override
        public Ticket evolve(Ticket ticket, TicketEvent event) {
            return switch (event) {
                case Opened _ -> new Ticket(ticket.events + 1, false, ticket.notes);
                case Noted noted -> {
                    var notes = new ArrayList<>(ticket.notes);
                    notes.add(noted.note);
                    yield new Ticket(ticket.events + 1, ticket.closed, notes);
                }
                case Closed _ -> new Ticket(ticket.events + 1, true, ticket.notes);
            };
        }
    }

    /** Keeps one row per ticket; refuses a note that says "poison". */
    static final class OpenTickets implements Projection<TicketEvent> {

        static final String TABLE =
                """
                create table open_ticket (
                    id uuid constraint open_ticket_key primary key,
                    tenant_id uuid not null,
                    number text not null,
                    notes integer not null default 0
                );
                create index open_ticket_notes on open_ticket (notes);
                call tenant_isolation('open_ticket')""";

        @Override
        public String name() {
            return "open-tickets";
        }

        @Override
        public Class<TicketEvent> events() {
            return TicketEvent.class;
        }

        @Override
        public List<String> tables() {
            return List.of("open_ticket");
        }

        @Override
        public void apply(List<RecordedEvent<TicketEvent>> events, Connection connection) throws SQLException {
            for (var recorded : events) {
                switch (recorded.event()) {
                    case Opened opened ->
                        Columns.of(List.of(opened))
                                .uuid(e -> recorded.stream().id())
                                .uuid(e -> recorded.tenant())
                                .text(Opened::number)
                                .execute(
                                        connection,
                                        "insert into open_ticket (id, tenant_id, number)"
                                                + " select * from unnest(?::uuid[], ?::uuid[], ?::text[])");
                    case Noted noted -> {
                        if (noted.note.equals("poison")) {
                            throw new IllegalStateException("a poisonous note");
                        }
                        Columns.of(List.of(noted))
                                .uuid(e -> recorded.stream().id())
                                .execute(
                                        connection,
                                        "update open_ticket set notes = notes + 1 where id = any (?::uuid[])");
                    }
                    case Closed closed ->
                        Columns.of(List.of(closed))
                                .uuid(e -> recorded.stream().id())
                                .execute(connection, "delete from open_ticket where id = any (?::uuid[])");
                }
            }
        }
    }
}
