package nl.waarborg.processoragreement.document.automation;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import java.time.InstantSource;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.processoragreement.agreement.domain.AgreementDecider;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.document.domain.SlaNotice;
import nl.waarborg.processoragreement.document.domain.SlaNoticeCommand;
import nl.waarborg.processoragreement.document.domain.SlaNoticeCommand.RecordSlaNoticeMailed;
import nl.waarborg.processoragreement.document.domain.SlaNoticeEvent;
import nl.waarborg.processoragreement.document.projection.AnnouncedChanges;
import nl.waarborg.processoragreement.document.projection.AnnouncedChanges.Change;
import nl.waarborg.processoragreement.document.projection.StandardDocumentsProjection;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Choice;

/**
 * Mails an announced change to the contacts of each agreement whose terms promise a newsletter (XSV-003). It goes at least once; the {@code
 * Message-ID} tells a repetition.
 */
public final class WhenSlaChangeAnnouncedThenMailCustomers implements DeadlineHandler {

    private static final Choice NEWSLETTER = new Choice("PORTAL_AND_NEWSLETTER");

    private final CommandHandler<SlaNoticeCommand, SlaNotice, SlaNoticeEvent> notices;
    private final AnnouncedChanges changes;
    private final AgreedTerms terms;
    private final Mailer mailer;
    private final InstantSource clock;
    private final String messageIdDomain;

    public WhenSlaChangeAnnouncedThenMailCustomers(
            CommandHandler<SlaNoticeCommand, SlaNotice, SlaNoticeEvent> notices,
            AnnouncedChanges changes,
            AgreedTerms terms,
            Mailer mailer,
            InstantSource clock,
            String messageIdDomain) {
        this.notices = notices;
        this.changes = changes;
        this.terms = terms;
        this.mailer = mailer;
        this.clock = clock;
        this.messageIdDomain = messageIdDomain;
    }

    @Override
    public String kind() {
        return StandardDocumentsProjection.MAIL_CHANGE;
    }

    @Override
    public void due(Deadline deadline) {
        var version = Integer.parseInt(deadline.key());
        if (notices.state(deadline.stream()).mailed() || !newsletter(deadline)) {
            return;
        }
        changes.change(deadline.tenant(), version).ifPresent(change -> mail(deadline, version, change));
    }

    private boolean newsletter(Deadline deadline) {
        return terms.of(deadline.tenant())
                .at(deadline.due())
                .flatMap(agreed -> agreed.value(TermKey.SLA_CHANGE_ANNOUNCEMENT, Choice.class))
                .filter(NEWSLETTER::equals)
                .isPresent();
    }

    private void mail(Deadline deadline, int version, Change change) {
        var now = clock.instant();
        var contacts = changes.agreementContacts(deadline.tenant(), AgreementDecider.dayOf(now));
        for (var address : contacts) {
            mailer.send(Mail.withText(address, subject(change), text(change))
                    .addHeader("Message-ID", messageId(deadline, address))
                    .addHeader("Auto-Submitted", "auto-generated"));
        }
        notices.handle(
                deadline.stream(),
                CommandContext.of(deadline.tenant(), Actor.SCHEDULER, now),
                new RecordSlaNoticeMailed(version, contacts.size(), now));
    }

    private static String subject(Change change) {
        return "Wijziging per / change as of " + change.effectiveFrom() + ": " + change.title();
    }

    private static String text(Change change) {
        return """
                %s

                Deze wijziging van de Service Overeenkomst gaat in op %s. Op de portal vindt u de tekst en kunt u een AV/SLA-vraag stellen.
                This change of the service agreement takes effect on %s. On the portal you find the text and can ask a question about it.

                %s
                """
                .formatted(change.title(), change.effectiveFrom(), change.effectiveFrom(), change.summary());
    }

    private String messageId(Deadline deadline, String address) {
        return "<" + deadline.stream().id() + "."
                + UUID.nameUUIDFromBytes(address.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "@"
                + messageIdDomain + ">";
    }
}
