package nl.waarborg.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * What one contender did in one short span of time.
 *
 * @param events how many it stored
 * @param rate events a second
 * @param server CPU microseconds an event, of the database with all its backends
 * @param client the same, of this process
 * @param p50 median time of an append, microseconds
 * @param others share of the machine's CPU time that other processes used, 0 to 1
 */
record Slice(long events, double rate, double server, double client, double p50, double others) {

    /** CPU microseconds an event, of database and this process together. */
    double cpu() {
        return server + client;
    }

    static Slice of(Contender contender, int clients, Duration length, CpuMeter meter) throws Exception {
        var latencies = new ConcurrentHistogram(TimeUnit.SECONDS.toNanos(60), 3);
        var cpuBefore = meter.used();
        var machineBefore = CpuMeter.machine();
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
        contender.settle();
        var seconds = (System.nanoTime() - start) / 1e9;
        var cpu = meter.used().since(cpuBefore);
        var machine = CpuMeter.machine().since(machineBefore);
        var events = latencies.getTotalCount();
        return new Slice(
                events,
                events / seconds,
                cpu.server() / 1e3 / events,
                cpu.client() / 1e3 / events,
                latencies.getValueAtPercentile(50) / 1e3,
                Math.max(0, (double) (machine.busy() - cpu.both()) / machine.all()));
    }
}
