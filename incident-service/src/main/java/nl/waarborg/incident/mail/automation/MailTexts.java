package nl.waarborg.incident.mail.automation;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import nl.waarborg.incident.mail.domain.MailCause;
import nl.waarborg.incident.mail.projection.DueMails.DueMail;
import nl.waarborg.incident.person.domain.Language;
import nl.waarborg.incident.person.domain.Person.Registered;
import nl.waarborg.terms.AgreedCalendars;

/** What a mail says, in the language of who gets it: the change, its text, the status and the time with its zone. */
@ApplicationScoped
public class MailTexts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH).withZone(AgreedCalendars.ZONE);

    private final Engine engine;
    private final Map<Language, ResourceBundle> words = new EnumMap<>(Language.class);

    public MailTexts(Engine engine) {
        this.engine = engine;
        for (var language : Language.values()) {
            words.put(
                    language,
                    ResourceBundle.getBundle(
                            "mail.texts",
                            Locale.of(language.name().toLowerCase(Locale.ROOT)),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        }
    }

    static String time(Instant moment) {
        return TIME.format(moment);
    }

    /** @param address of the recipient */
    Mail mail(DueMail mail, Registered recipient, String address) {
        var text = Objects.requireNonNull(words.get(recipient.language()));
        var headline = text.getString("cause." + mail.cause());
        var template = Objects.requireNonNull(engine.getTemplate("mail/change.txt"), "the mail's template is missing");
        var body = template.data("hello", text.getString("hello"))
                .data("name", recipient.name())
                .data("headline", headline)
                .data("labelNumber", text.getString("number"))
                .data("number", mail.number())
                .data("labelTitle", text.getString("title"))
                .data("title", mail.title())
                .data("labelStatus", text.getString("status"))
                .data("status", mail.status() == null ? null : text.getString("status." + mail.status()))
                .data("labelTime", text.getString("time"))
                .data("time", time(mail.occurredAt()))
                .data("labelExpected", text.getString(mail.number() == null ? "planned" : "expected"))
                .data("expected", mail.expectedAt() == null ? null : time(mail.expectedAt()))
                .data("text", mail.text())
                .data("feedback", mail.cause() == MailCause.HANDLED ? text.getString("feedback") : null)
                .data("goodbye", text.getString("goodbye"))
                .render();
        return Mail.withText(address, mail.number() == null ? headline : "[" + mail.number() + "] " + headline, body);
    }
}
