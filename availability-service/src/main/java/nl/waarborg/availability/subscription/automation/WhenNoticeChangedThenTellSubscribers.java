package nl.waarborg.availability.subscription.automation;

import io.quarkus.mailer.Mailer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.status.projection.OutageNoticesProjection;
import nl.waarborg.availability.status.projection.StatusRows;
import nl.waarborg.availability.status.projection.StatusRows.Told;
import nl.waarborg.availability.subscription.projection.Deliveries;
import nl.waarborg.availability.subscription.projection.Deliveries.Recipient;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import org.jspecify.annotations.Nullable;

/**
 * Tells every subscriber of a component each change of its notices, at least once, in the order of the changes; whoever got the first
 * word also gets the last (AVL-025, AVL-013). One who cannot be reached keeps nobody else waiting.
 */
public final class WhenNoticeChangedThenTellSubscribers implements DeadlineHandler {

    /** Well within the lease of a deadline. */
    private static final Duration AT_ONE_GO = Duration.ofSeconds(30);

    private static final int BATCH = 50;

    private final StatusRows notices;
    private final Deliveries deliveries;
    private final StatusMails mails;
    private final Mailer mailer;
    private final int attempts;

    /** @param attempts at one recipient */
    public WhenNoticeChangedThenTellSubscribers(
            StatusRows notices, Deliveries deliveries, StatusMails mails, Mailer mailer, int attempts) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.mails = mails;
        this.mailer = mailer;
        this.attempts = attempts;
    }

    @Override
    public String kind() {
        return OutageNoticesProjection.TELL_SUBSCRIBERS;
    }

    @Override
    public void due(Deadline deadline) {
        var event = UUID.fromString(deadline.key());
        notices.told(event).ifPresent(told -> tell(deadline, event, told));
    }

    private void tell(Deadline deadline, UUID event, Told told) {
        deliveries.plan(event, deadline.due());
        var until = System.nanoTime() + AT_ONE_GO.toNanos();
        var batch = next(event, null);
        while (!batch.isEmpty() && System.nanoTime() - until < 0) {
            batch.forEach(recipient -> send(event, told, recipient));
            batch = next(event, batch.getLast().subscription());
        }
        if (!batch.isEmpty()) {
            deliveries.again(deadline);
        } else if (!deliveries.done(event, attempts)) {
            throw new IllegalStateException("some subscribers could not be told");
        }
    }

    private List<Recipient> next(UUID event, @Nullable UUID after) {
        return deliveries.due(event, attempts, after, BATCH);
    }

    private void send(UUID event, Told told, Recipient recipient) {
        try {
            if (recipient.address() != null) {
                mailer.send(
                        mails.change(event, told, recipient.subscription(), recipient.address(), recipient.language()));
            }
            deliveries.sent(event, recipient.subscription());
        } catch (RuntimeException refused) {
            deliveries.failed(
                    event, recipient.subscription(), refused.getClass().getSimpleName());
        }
    }
}
