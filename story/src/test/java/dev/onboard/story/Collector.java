package dev.onboard.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ObjIntConsumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A collector of traces, which takes OTLP over HTTP and reads of its protobuf what a
 * story needs to know of a span.
 */
final class Collector {

	private final List<Span> spans = new CopyOnWriteArrayList<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	Collector() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/v1/traces", this::take);
		this.server.start();
	}

	/** Something that a service did. */
	record Span(String service, String trace, String name) {
	}

	/** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} is set to. */
	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** What all services did in this trace. */
	List<Span> spans(String trace) {
		return this.spans.stream().filter((span) -> span.trace().equals(trace)).toList();
	}

	/** All that was sent, a character for each byte. */
	List<String> requests() {
		return List.copyOf(this.requests);
	}

	private void take(HttpExchange exchange) throws IOException {
		byte[] request = exchange.getRequestBody().readAllBytes();
		this.requests.add(new String(request, StandardCharsets.ISO_8859_1));
		fields(ByteBuffer.wrap(request), (resourceSpans, ignored) -> take(resourceSpans));
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	/** The resource comes first. */
	private void take(ByteBuffer resourceSpans) {
		StringBuilder service = new StringBuilder();
		fields(resourceSpans, (message, number) -> {
			if (number == 1) {
				service.append(text(message));
			}
			else if (number == 2) {
				fields(message, (span, kind) -> {
					if (kind == 2) {
						this.spans.add(span(service.toString(), span));
					}
				});
			}
		});
	}

	private static Span span(String resource, ByteBuffer message) {
		StringBuilder trace = new StringBuilder();
		StringBuilder name = new StringBuilder();
		fields(message, (value, number) -> {
			if (number == 1) {
				byte[] id = new byte[value.remaining()];
				value.get(id);
				trace.append(HexFormat.of().formatHex(id));
			}
			else if (number == 5) {
				name.append(text(value));
			}
		});
		String service = List.of("task-service", "mail-service", "web-service")
			.stream()
			.filter(resource::contains)
			.findFirst()
			.orElse(resource);
		return new Span(service, trace.toString(), name.toString());
	}

	/** Those that have a length: texts, bytes and messages; numbers are passed over. */
	private static void fields(ByteBuffer message, ObjIntConsumer<ByteBuffer> field) {
		while (message.hasRemaining()) {
			int key = (int) number(message);
			switch (key & 7) {
				case 0 -> number(message);
				case 1 -> message.position(message.position() + Long.BYTES);
				case 5 -> message.position(message.position() + Integer.BYTES);
				case 2 -> {
					int length = (int) number(message);
					field.accept(message.slice(message.position(), length), key >>> 3);
					message.position(message.position() + length);
				}
				default -> throw new IllegalStateException("no protobuf: " + key);
			}
		}
	}

	private static long number(ByteBuffer message) {
		long number = 0;
		for (int shift = 0; shift < Long.SIZE; shift += 7) {
			byte next = message.get();
			number |= (next & 0x7FL) << shift;
			if (next >= 0) {
				return number;
			}
		}
		throw new IllegalStateException("no protobuf: a number without end");
	}

	private static String text(ByteBuffer value) {
		return StandardCharsets.UTF_8.decode(value.duplicate()).toString();
	}

}
