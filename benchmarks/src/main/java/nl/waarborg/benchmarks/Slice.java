package nl.waarborg.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * What one contender did in one short span of time.
 *
 * @param rate events a second
 * @param cpu CPU microseconds an event, of database and this process together
 * @param p50 median time of an append, microseconds
 */
record Slice(double rate, double cpu, double p50) {

    static Slice of(Contender contender, int clients, Duration length, CpuMeter meter)
            throws InterruptedException, ExecutionException {
        var latencies = new ConcurrentHistogram(TimeUnit.SECONDS.toNanos(60), 3);
        var cpuBefore = meter.nanoseconds();
        var start = System.nanoTime();
        var end = start + length.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < clients; i++) {
                running.add(threads.submit(() -> {
                    for (var before = System.nanoTime(); before < end; ) {
                        contender.append();
                        var after = System.nanoTime();
                        latencies.recordValue(after - before);
                        before = after;
                    }
                    return null;
                }));
            }
            for (var client : running) {
                client.get();
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var events = latencies.getTotalCount();
        return new Slice(
                events / seconds,
                (meter.nanoseconds() - cpuBefore) / 1e3 / events,
                latencies.getValueAtPercentile(50) / 1e3);
    }
}
