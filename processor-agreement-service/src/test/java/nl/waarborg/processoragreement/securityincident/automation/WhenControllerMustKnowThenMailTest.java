package nl.waarborg.processoragreement.securityincident.automation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.mailer.Mailer;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.contact.domain.ContactRole;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;
import nl.waarborg.processoragreement.securityincident.BreachSettings;
import nl.waarborg.processoragreement.securityincident.domain.Breach;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand;
import nl.waarborg.processoragreement.securityincident.domain.BreachDecider;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDetected;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachRecipientMissing;
import nl.waarborg.processoragreement.securityincident.domain.IncidentOrigin;
import nl.waarborg.processoragreement.securityincident.domain.IncidentType;
import nl.waarborg.processoragreement.securityincident.domain.NoticeContent;
import nl.waarborg.processoragreement.securityincident.domain.NoticeMail;
import nl.waarborg.processoragreement.securityincident.projection.BreachProjection;
import nl.waarborg.processoragreement.securityincident.projection.DueBreachMails.DueBreachMail;
import nl.waarborg.processoragreement.securityincident.projection.DueBreachMails.Kind;
import nl.waarborg.processoragreement.securityincident.projection.WaitingMails;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

/** Mails with a mail server that takes, puts off or refuses each address as told. */
class WhenControllerMustKnowThenMailTest {

    private static final UUID INCIDENT = new UUID(1, 1);
    private static final UUID TENANT = new UUID(1, 2);
    private static final UUID EVENT = new UUID(1, 3);
    private static final Instant NOW = Instant.parse("2026-03-27T20:00:00Z");
    private static final CustomerContact FIRST = contact(1, ContactRole.PRIVACY_CONTACT);
    private static final CustomerContact SECOND = contact(2, ContactRole.PRIVACY_CONTACT);
    private static final CustomerContact ADMINISTRATOR = contact(3, ContactRole.ADMINISTRATOR);

    private final Breaches breaches = new Breaches();
    private final Map<String, RuntimeException> answers = new HashMap<>();
    private final Map<String, String> alerts = new HashMap<>(Map.of("afas", "duty@example.org"));
    private final List<String> mailed = new ArrayList<>();
    private final List<Instant> again = new ArrayList<>();
    private final List<DueBreachMail> mails =
            new ArrayList<>(List.of(due(Kind.NOTICE, FIRST.contactId(), SECOND.contactId())));
    private Instant now = NOW;
    private final Deadline deadline =
            new Deadline(BreachProjection.MAIL, Breach.stream(TENANT, INCIDENT), EVENT.toString(), TENANT, NOW);

    private void handle() {
        new WhenControllerMustKnowThenMail(
                        breaches,
                        new WaitingMails() {
                            @Override
                            public List<DueBreachMail> about(UUID event) {
                                return mails;
                            }

                            @Override
                            public void again(Deadline deadline, Instant due) {
                                again.add(due);
                            }
                        },
                        tenant -> List.of(FIRST, SECOND, ADMINISTRATOR),
                        new BreachMailTexts(engine()),
                        mailer(),
                        settings(),
                        () -> now)
                .due(deadline);
    }

    @Test
    @Rule("PRA-052")
    void a_refused_address_keeps_nobody_else_waiting_and_is_recorded_once() {
        answers.put(FIRST.email(), refusal(550));

        handle();
        handle();

        assertEquals(List.of(SECOND.email()), mailed);
        assertEquals(List.of(failed("SMTP_550", FIRST, true), sent(SECOND)), breaches.told());
        assertEquals(List.of(), again);
    }

    @Test
    @Rule("PRA-052")
    void an_address_that_cannot_be_read_is_refused_for_good() {
        var unreadable = new IllegalArgumentException("invalid email address");
        assertEquals(new MailRefusal("UNREADABLE_ADDRESS", false, true), MailRefusal.of(unreadable, List.of("a b")));
        assertEquals(
                new MailRefusal("IllegalArgumentException", false, false),
                MailRefusal.of(unreadable, List.of(FIRST.email())));
    }

    @Test
    @Rule("PRA-052")
    void a_repetition_mails_only_who_lacks_it() {
        answers.put(SECOND.email(), new CompletionException(new IOException("connection refused")));
        assertThrows(CompletionException.class, this::handle);
        assertThrows(CompletionException.class, this::handle);
        assertEquals(List.of(sent(FIRST), failed("IOException", SECOND, false)), breaches.told());

        answers.clear();
        handle();

        assertEquals(List.of(FIRST.email(), SECOND.email()), mailed);
        assertEquals(sent(SECOND), breaches.told().getLast());
    }

    @Test
    @Rule("PRA-053")
    void who_is_put_off_holds_back_nothing_that_is_told_later_and_is_given_up() {
        answers.put(FIRST.email(), refusal(451));
        handle();
        assertEquals(List.of(NOW.plusSeconds(60)), again);

        now = NOW.plus(Duration.ofHours(1)).plusSeconds(1);
        handle();
        handle();

        assertEquals(
                List.of(
                        failed("SMTP_451", FIRST, false),
                        sent(SECOND),
                        new BreachNoticeFailed(
                                INCIDENT, EVENT, "SMTP_451", now, NoticeMail.CONTROLLER, FIRST.contactId(), true)),
                breaches.told());
        assertEquals(1, again.size());
    }

    @Test
    @Rule("PRA-052")
    void who_is_put_off_after_a_long_time_without_a_server_is_tried_again() {
        answers.put(FIRST.email(), new CompletionException(new IOException("connection refused")));
        assertThrows(CompletionException.class, this::handle);

        now = NOW.plus(Duration.ofHours(5));
        answers.put(FIRST.email(), refusal(451));
        handle();

        assertEquals(List.of(now.plusSeconds(60)), again);
        assertEquals(
                new BreachNoticeFailed(
                        INCIDENT, EVENT, "SMTP_451", now, NoticeMail.CONTROLLER, FIRST.contactId(), false),
                breaches.told().getLast());
    }

    @Test
    @Rule("PRA-052")
    void others_stand_in_where_nobody_can_be_reached_and_the_vendor_is_alerted() {
        answers.put(FIRST.email(), refusal(550));
        answers.put(SECOND.email(), refusal(553));

        handle();
        handle();

        assertEquals(List.of(ADMINISTRATOR.email()), mailed);
        assertEquals(
                List.of(
                        failed("SMTP_550", FIRST, true),
                        failed("SMTP_553", SECOND, true),
                        new BreachRecipientMissing(INCIDENT, NOW, EVENT),
                        sent(ADMINISTRATOR)),
                breaches.told());
    }

    @Test
    @Rule("PRA-052")
    void an_alert_without_an_address_is_not_recorded_as_sent() {
        mails.clear();
        mails.add(due(Kind.ALERT));
        handle();
        assertEquals(List.of("duty@example.org"), mailed);
        assertEquals(NoticeMail.VENDOR, ((BreachNoticeSent) breaches.told().getFirst()).mail());

        var other = new WhenControllerMustKnowThenMailTest();
        other.alerts.clear();
        other.mails.clear();
        other.mails.add(due(Kind.ALERT));
        other.handle();
        other.handle();
        assertEquals(List.of(), other.mailed);
        assertEquals(
                List.of(new BreachNoticeFailed(INCIDENT, EVENT, "NO_ADDRESS", NOW, NoticeMail.VENDOR, null, true)),
                other.breaches.told());
    }

    private static CustomerContact contact(int number, ContactRole role) {
        return new CustomerContact(
                new UUID(2, number), null, "Example", "person" + number + "@example.org", Set.of(role), null);
    }

    private static DueBreachMail due(Kind kind, UUID... recipients) {
        return new DueBreachMail(
                EVENT,
                kind,
                INCIDENT,
                TENANT,
                "afas",
                "Example B.V.",
                NOW,
                null,
                List.of(recipients),
                NoticeContent.NOTHING,
                null,
                List.of());
    }

    private static BreachNoticeSent sent(CustomerContact contact) {
        return new BreachNoticeSent(
                INCIDENT,
                EVENT,
                List.of(contact.contactId()),
                "<" + EVENT + "." + contact.contactId() + "@privacy.example>",
                NOW,
                NoticeMail.CONTROLLER);
    }

    private static BreachNoticeFailed failed(String reason, CustomerContact contact, boolean forGood) {
        return new BreachNoticeFailed(
                INCIDENT, EVENT, reason, NOW, NoticeMail.CONTROLLER, contact.contactId(), forGood);
    }

    private static RuntimeException refusal(int code) {
        return new CompletionException(new SMTPException("not this one", code, List.of(), code >= 500));
    }

    private static Engine engine() {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .build();
        try (var template = BreachMailTexts.class.getResourceAsStream("/templates/mail/breach.txt")) {
            engine.putTemplate(
                    "mail/breach.txt",
                    engine.parse(new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return engine;
    }

    private Mailer mailer() {
        return letters -> {
            for (var letter : letters) {
                var address = letter.getTo().getFirst();
                var answer = answers.get(address);
                if (answer != null) {
                    throw answer;
                }
                mailed.add(address);
            }
        };
    }

    private BreachSettings settings() {
        return new BreachSettings() {
            @Override
            public String messageIdDomain() {
                return "privacy.example";
            }

            @Override
            public Duration retryAfter() {
                return Duration.ofMinutes(1);
            }

            @Override
            public Duration giveUpAfter() {
                return Duration.ofHours(1);
            }

            @Override
            public Map<String, String> alerts() {
                return alerts;
            }
        };
    }

    /** One stream in memory, decided by the rules themselves. */
    private static final class Breaches implements CommandHandler<BreachCommand, Breach, BreachEvent> {

        private final BreachDecider decider = new BreachDecider();
        private final List<BreachEvent> events = new ArrayList<>(List.of(new BreachDetected(
                INCIDENT,
                IncidentType.SECURITY,
                IncidentOrigin.OWN,
                NOW,
                null,
                List.of(),
                null,
                1,
                List.of(),
                List.of())));

        List<BreachEvent> told() {
            return events.subList(1, events.size());
        }

        @Override
        public CommandResult<BreachEvent> handle(StreamId stream, CommandContext context, BreachCommand command) {
            events.addAll(decider.decide(command, decider.replay(events)).events());
            return new CommandResult<>(stream, events.size(), List.of(), null, false);
        }

        @Override
        public CommandResult<BreachEvent> handle(
                StreamId stream, CommandContext context, Function<Breach, BreachCommand> command) {
            return handle(stream, context, command.apply(decider.replay(events)));
        }

        @Override
        public Current<Breach> current(StreamId stream) {
            return new Current<>(decider.replay(events), events.size());
        }
    }
}
