package nl.waarborg.eventsourcing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class GroupCommitterTest {

    /** A sum that only the committer's mutual exclusion protects; what each caller is answered must fit some order of the calls. */
    public static class SharedSum {

        private int sum;
        private final GroupCommitter<Integer, Integer> committer = new GroupCommitter<>(
                "sum", 2, batch -> batch.stream().map(number -> sum += number).toList());

        @Operation
        public int add(@Param(gen = IntGen.class, conf = "1:9") int number) {
            return committer.commit(number);
        }

        @Validate
        public void close() {
            committer.close();
        }
    }

    /** The same without concurrency. */
    public static class PlainSum {

        private int sum;

        public int add(int number) {
            return sum += number;
        }
    }

    @Test
    void every_caller_gets_the_answer_of_its_own_item_and_batches_exclude_each_other() {
        new StressOptions()
                .iterations(20)
                .invocationsPerIteration(500)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(0)
                .actorsAfter(0)
                .sequentialSpecification(PlainSum.class)
                .check(SharedSum.class);
    }

    @Test
    void an_idle_committer_commits_on_the_callers_thread() {
        try (var committer = new GroupCommitter<Integer, Thread>("idle", 8, batch -> List.of(Thread.currentThread()))) {
            assertSame(Thread.currentThread(), committer.commit(1));
            assertSame(Thread.currentThread(), committer.commit(2));
        }
    }

    @Test
    void who_comes_during_a_commit_shares_the_next_one_up_to_the_largest_batch() throws Exception {
        var batches = Collections.synchronizedList(new ArrayList<Integer>());
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var answers = new ArrayList<Future<Integer>>();
        try (var committer = new GroupCommitter<Integer, Integer>("shared", 4, batch -> {
                    batches.add(batch.size());
                    entered.countDown();
                    awaitQuietly(goOn);
                    return batch;
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(threads.submit(() -> committer.commit(0)));
            entered.await();
            for (var i = 1; i <= 10; i++) {
                var item = i;
                answers.add(threads.submit(() -> committer.commit(item)));
            }
            await().until(() -> committer.waiting() == 10);
            goOn.countDown();
            for (var i = 0; i <= 10; i++) {
                assertEquals(i, answers.get(i).get());
            }
        }
        assertEquals(List.of(1, 4, 4, 2), batches);
    }

    @Test
    void a_commit_that_throws_fails_all_of_its_batch_and_not_the_next() throws Exception {
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var committer = new GroupCommitter<Integer, Integer>("failing", 8, batch -> {
                    entered.countDown();
                    awaitQuietly(goOn);
                    if (batch.contains(13)) {
                        throw new IllegalStateException("unlucky");
                    }
                    return batch;
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> committer.commit(0));
            entered.await();
            var unlucky = threads.submit(() -> committer.commit(13));
            var neighbour = threads.submit(() -> committer.commit(14));
            await().until(() -> committer.waiting() == 2);
            goOn.countDown();
            assertEquals(0, first.get());
            assertTrue(
                    assertThrows(ExecutionException.class, unlucky::get).getCause() instanceof IllegalStateException);
            assertThrows(ExecutionException.class, neighbour::get);
            assertEquals(15, committer.commit(15));
        }
    }

    @Test
    void closing_commits_what_waits_and_refuses_what_comes_later() throws Exception {
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var committer = new GroupCommitter<Integer, Integer>("closing", 8, batch -> {
            entered.countDown();
            awaitQuietly(goOn);
            return batch;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> committer.commit(0));
            entered.await();
            var waiting = threads.submit(() -> committer.commit(1));
            await().until(() -> committer.waiting() == 1);
            var closing = threads.submit(committer::close);
            goOn.countDown();
            assertEquals(0, first.get());
            assertEquals(1, waiting.get());
            closing.get();
        }
        assertThrows(IllegalStateException.class, () -> committer.commit(2));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
