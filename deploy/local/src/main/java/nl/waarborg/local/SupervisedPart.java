package nl.waarborg.local;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part that is started again when it dies: after one second first, then after twice as long each time, up to a minute. */
final class SupervisedPart {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisedPart.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Who ran this long was healthy, and starts again soon. */
    private static final Duration HEALTHY = Duration.ofMinutes(2);

    private final String name;
    private final Supplier<? extends Part> starter;
    private @Nullable Part part;
    private Duration pause = FIRST_PAUSE;
    private long startedAt;
    private boolean closed;

    SupervisedPart(String name, Supplier<? extends Part> starter) {
        this.name = name;
        this.starter = starter;
    }

    String name() {
        return name;
    }

    /** Starts it for the first time; throws what the start throws. */
    synchronized void start() {
        if (closed) {
            throw new LocalPartException(name + " is not started any more");
        }
        // Before it starts: one that does not even come up was not healthy since the last time.
        startedAt = System.nanoTime();
        part = starter.get();
    }

    /** Watches until it is closed; blocks. */
    void watch() {
        while (!isClosed()) {
            ChildProcess.pause(Duration.ofMillis(250));
            if (isAlive() || isClosed()) {
                continue;
            }
            if (System.nanoTime() - startedAt > HEALTHY.toNanos()) {
                pause = FIRST_PAUSE;
            }
            LOG.warn("{} died; it is started again in {} s", name, pause.toSeconds());
            ChildProcess.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            try {
                start();
                LOG.info("{} runs again", name);
            } catch (RuntimeException e) {
                LOG.warn("{} did not start: {}", name, e.getMessage());
            }
        }
    }

    synchronized boolean isAlive() {
        return part != null && part.isAlive();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        if (part != null) {
            part.close();
        }
    }
}
