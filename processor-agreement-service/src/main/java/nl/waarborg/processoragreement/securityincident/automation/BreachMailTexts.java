package nl.waarborg.processoragreement.securityincident.automation;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;
import nl.waarborg.processoragreement.contact.domain.MailLanguage;
import nl.waarborg.processoragreement.securityincident.domain.NoticeField;
import nl.waarborg.processoragreement.securityincident.projection.DueBreachMails.DueBreachMail;
import nl.waarborg.processoragreement.securityincident.projection.DueBreachMails.Kind;
import nl.waarborg.terms.AgreedCalendars;
import org.jspecify.annotations.Nullable;

/** What a notice says, in the language of who gets it; in both to who has not chosen one. */
@ApplicationScoped
public class BreachMailTexts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH).withZone(AgreedCalendars.ZONE);

    private final Engine engine;
    private final Map<MailLanguage, ResourceBundle> words = new EnumMap<>(MailLanguage.class);

    public BreachMailTexts(Engine engine) {
        this.engine = engine;
        for (var language : MailLanguage.values()) {
            words.put(
                    language,
                    ResourceBundle.getBundle(
                            "mail.breach",
                            Locale.of(language.name().toLowerCase(Locale.ROOT)),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        }
    }

    /** A line of the notice. */
    public record Line(String label, String text) {}

    Mail mail(DueBreachMail mail, CustomerContact recipient) {
        var languages = recipient.language() == null ? List.of(MailLanguage.values()) : List.of(recipient.language());
        var bodies = languages.stream()
                .map(language -> body(mail, recipient.name(), in(language)))
                .toList();
        return Mail.withText(
                recipient.email(), subject(mail, in(languages.getFirst())), String.join("\n---\n\n", bodies));
    }

    /** To the vendor, in English: it names the customer and nothing of the breach. */
    static Mail alert(DueBreachMail mail, String address) {
        return Mail.withText(
                address,
                "No usable contact for a breach notice: " + mail.customer(),
                "Customer " + mail.customer() + " has no contact with a role that its terms name for breach notices."
                        + " Security incident " + mail.incident()
                        + ". Whoever else is known was told; find out who must be told.");
    }

    private static String subject(DueBreachMail mail, ResourceBundle text) {
        return text.getString(mail.kind() == Kind.SUPPLEMENT ? "subject.supplement" : "subject.notice");
    }

    private String body(DueBreachMail mail, String name, ResourceBundle text) {
        var template = Objects.requireNonNull(engine.getTemplate("mail/breach.txt"), "the mail's template is missing");
        return template.data("hello", text.getString("hello"))
                .data("name", name)
                .data(
                        "headline",
                        text.getString(mail.kind() == Kind.SUPPLEMENT ? "headline.supplement" : "headline.notice"))
                .data("words", mail.words())
                .data("lines", lines(mail, text))
                .data("missingLabel", text.getString("missing"))
                .data(
                        "missing",
                        mail.missing().stream().map(field -> label(field, text)).toList())
                .data("assess", mail.kind() == Kind.NOTICE ? assess(mail, text) : null)
                .data("goodbye", text.getString("goodbye"))
                .render();
    }

    private static String assess(DueBreachMail mail, ResourceBundle text) {
        return mail.authorityDeadline() == null
                ? text.getString("assess")
                : text.getString("assess") + " " + text.getString("window") + " " + time(mail.authorityDeadline())
                        + ".";
    }

    private static List<Line> lines(DueBreachMail mail, ResourceBundle text) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(text.getString("incident"), mail.incident().toString()));
        lines.add(new Line(text.getString("discovered"), time(mail.discoveredAt())));
        for (var field : NoticeField.values()) {
            var value = said(mail.content().value(field));
            if (value != null) {
                lines.add(new Line(label(field, text), value));
            }
        }
        return lines;
    }

    private static @Nullable String said(@Nullable Object value) {
        return value instanceof Instant moment ? time(moment) : value == null ? null : value.toString();
    }

    private static String label(NoticeField field, ResourceBundle text) {
        return text.getString("field." + field);
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }

    private ResourceBundle in(MailLanguage language) {
        return Objects.requireNonNull(words.get(language));
    }
}
