package dev.onboard.delivery.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code traceparent} (W3C Trace Context): to which trace a message belongs,
 * and what in it came before.
 */
public final class Traceparent {

	public static final String HEADER = "traceparent";

	private Traceparent() {
	}

	/** Of what this thread is doing; null if that is in no trace. */
	public static @Nullable String current() {
		SpanContext now = Span.current().getSpanContext();
		return now.isValid() ? "00-" + now.getTraceId() + "-" + now.getSpanId() + "-" + now.getTraceFlags().asHex()
				: null;
	}

}
