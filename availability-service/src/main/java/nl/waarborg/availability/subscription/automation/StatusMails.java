package nl.waarborg.availability.subscription.automation;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import nl.waarborg.availability.status.StatusSettings;
import nl.waarborg.availability.status.SubscriptionSettings;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.availability.status.projection.StatusRows.Told;
import nl.waarborg.availability.status.words.Words;
import nl.waarborg.availability.subscription.projection.Subscribers;

/** What a mail to a subscriber says; every one carries the way out (RFC 2369, RFC 8058). */
@ApplicationScoped
public class StatusMails {

    private final Engine engine;
    private final Subscribers subscribers;
    private final StatusSettings status;
    private final SubscriptionSettings settings;

    public StatusMails(Engine engine, Subscribers subscribers, StatusSettings status, SubscriptionSettings settings) {
        this.engine = engine;
        this.subscribers = subscribers;
        this.status = status;
        this.settings = settings;
    }

    Mail confirmation(UUID event, UUID subscription, String provider, String address, Language language, String token) {
        var words = Words.in(language);
        var platform = platform(provider);
        var link = page(provider) + "/subscription/confirmation?id=" + subscription + "&token=" + token + "&lang="
                + language.code();
        var body = template("confirmation")
                .data("text", words.say("mail.confirm.text", platform))
                .data("link", link)
                .data(
                        "until",
                        words.say(
                                "mail.confirm.until",
                                Long.toString(settings.confirmWithin().toHours())))
                .data("ignore", words.say("mail.confirm.ignore"))
                .render();
        return Mail.withText(address, words.say("mail.confirm.subject", platform), body)
                .addHeader("Message-ID", messageId(event, subscription))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    Mail change(UUID event, Told told, UUID subscription, String address, Language language) {
        var words = Words.in(language);
        var notice = told.notice();
        var update = told.update();
        var what = words.say("kind." + notice.kind()) + ": " + words.components(notice.components());
        var happened = words.say("update." + update.kind());
        var paragraphs = new ArrayList<String>();
        if (notice.text() != null) {
            paragraphs.add(notice.text());
        }
        if (update.message() != null) {
            paragraphs.add(update.message());
        }
        paragraphs.addAll(words.promises(update));
        var end = page(told.provider()) + "/subscription/end?id=" + subscription + "&token="
                + subscribers.endToken(subscription) + "&lang=" + language.code();
        var body = template("change")
                .data("what", what)
                .data("happened", happened)
                .data("at", words.moment(update.at()))
                .data("paragraphs", paragraphs)
                .data("linkLabel", words.say("mail.link"))
                .data("link", page(told.provider()) + "/notices/" + notice.noticeId() + "?lang=" + language.code())
                .data("zone", words.say("zone"))
                .data("why", words.say("mail.why", platform(told.provider())))
                .data("end", end)
                .render();
        return Mail.withText(address, "[" + platform(told.provider()) + "] " + what + " – " + happened, body)
                .addHeader("Message-ID", messageId(event, subscription))
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("List-Unsubscribe", "<" + end + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private Template template(String name) {
        return Objects.requireNonNull(engine.getTemplate("status/mail/" + name + ".txt"), name);
    }

    private String messageId(UUID event, UUID subscription) {
        return "<" + event + "." + subscription + "@" + settings.messageIdDomain() + ">";
    }

    private String page(String provider) {
        return status.publicUrl() + "/status/" + provider;
    }

    private String platform(String provider) {
        return status.names().getOrDefault(provider, provider);
    }
}
