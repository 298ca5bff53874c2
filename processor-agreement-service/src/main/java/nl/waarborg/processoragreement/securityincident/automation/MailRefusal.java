package nl.waarborg.processoragreement.securityincident.automation;

import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail was not accepted, without what the server said: that may quote addresses.
 *
 * @param answered by a mail server; else none was reached, and no mail would get through
 * @param forGood the address is no good
 */
record MailRefusal(String reason, boolean answered, boolean forGood) {

    /** What a server answers about an address (RFC 5321, RFC 7504); others are about the sender or the server itself. */
    private static final Set<Integer> OF_THE_ADDRESS = Set.of(501, 550, 551, 552, 553, 556);

    static final MailRefusal NO_ADDRESS = new MailRefusal("NO_ADDRESS", false, true);

    static MailRefusal of(RuntimeException failure, List<String> addresses) {
        var smtp = find(failure);
        if (smtp != null) {
            return new MailRefusal("SMTP_" + smtp.getReplyCode(), true, OF_THE_ADDRESS.contains(smtp.getReplyCode()));
        }
        if (!addresses.stream().allMatch(MailRefusal::readable)) {
            return new MailRefusal("UNREADABLE_ADDRESS", false, true);
        }
        var root = rootOf(failure);
        return new MailRefusal(root.getClass().getSimpleName(), false, false);
    }

    private static boolean readable(String address) {
        try {
            return !new EmailAddress(address).getEmail().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable SMTPException find(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SMTPException smtp) {
                return smtp;
            }
        }
        return null;
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
