package nl.waarborg.eventsourcing.web;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** W3C trace context as text, as it travels with events. */
public final class TraceContext {

    private TraceContext() {}

    /** The {@code traceparent} of a span, or null if there is none. */
    public static @Nullable String current(Span span) {
        var context = span.getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + '-' + context.getSpanId() + '-'
                        + context.getTraceFlags().asHex()
                : null;
    }
}
