package nl.waarborg.eventsourcing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Lets concurrent callers share one commit. Whoever finds it idle commits on its own thread; who comes meanwhile waits, and all who
 * wait go into the next commit together.
 *
 * @param <T> what is committed
 * @param <R> what became of it
 */
final class GroupCommitter<T, R> implements AutoCloseable {

    private final int largestBatch;
    private final Function<List<T>, List<R>> commit;
    private final ReentrantLock committing = new ReentrantLock();
    private final ConcurrentLinkedQueue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread committer;
    private volatile boolean closed;

    private record Waiting<T, R>(T item, CompletableFuture<R> result) {}

    /** @param commit answers a result for each item, in order; if it throws, all of its batch fail */
    GroupCommitter(String name, int largestBatch, Function<List<T>, List<R>> commit) {
        this.largestBatch = largestBatch;
        this.commit = commit;
        this.committer = Thread.ofPlatform().name(name).daemon().start(this::commitWhatWaits);
    }

    /** Returns when the item is committed; throws what its commit threw. */
    R commit(T item) {
        if (waiting.get() == 0 && committing.tryLock()) {
            try {
                refuseIfClosed();
                return commit.apply(List.of(item)).getFirst();
            } finally {
                committing.unlock();
            }
        }
        waiting.incrementAndGet();
        var own = new Waiting<T, R>(item, new CompletableFuture<>());
        if (closed) {
            waiting.decrementAndGet();
            LockSupport.unpark(committer);
            refuseIfClosed();
        }
        queue.add(own);
        LockSupport.unpark(committer);
        try {
            return own.result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** How many callers wait for a shared commit. */
    int waiting() {
        return waiting.get();
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
    }

    private void commitWhatWaits() {
        while (!closed || waiting.get() > 0) {
            if (queue.isEmpty()) {
                LockSupport.park(this);
            } else {
                committing.lock();
                try {
                    commitBatch();
                } finally {
                    committing.unlock();
                }
            }
        }
    }

    private void commitBatch() {
        var batch = new ArrayList<Waiting<T, R>>();
        while (batch.size() < largestBatch && queue.peek() != null) {
            batch.add(queue.remove());
        }
        try {
            var results = commit.apply(batch.stream().map(Waiting::item).toList());
            for (var i = 0; i < batch.size(); i++) {
                batch.get(i).result.complete(results.get(i));
            }
        } catch (Throwable failure) {
            batch.forEach(each -> each.result.completeExceptionally(failure));
        } finally {
            waiting.addAndGet(-batch.size());
        }
    }

    /** Commits what waits and refuses what comes later. */
    @Override
    public void close() {
        committing.lock(); // after whoever is committing on its own thread
        try {
            closed = true;
        } finally {
            committing.unlock();
        }
        LockSupport.unpark(committer);
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
