package dev.onboard.mail.smtp;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that nobody has: pieces that mean something to mail, put together at random. */
final class HostileNames {

	private static final List<String> PIECES = List.of("Alice", "Алиса", "爱丽丝", "أليس", "🎉", "👩‍👩‍👧", "\r\n", "\n",
			"\r", "\u0085", "\u2028", "\u2029", "\u0000", "\u0007", "\t", "\u000b", " ", "\u00a0", "\u202e", "\u2066",
			"\ufeff", "\ud800", "\udc00", "\"", "\\", "'", ",", ";", ":", "<", ">", "(", ")", "[", "]", "@", ".",
			"\r\n.\r\n", "=?utf-8?q?=0D=0ABcc:=20eve@example.com?=", "=?utf-8?b?QQ==?=", "=?", "?=", "=0D=0A", "%0d%0a",
			"Bcc: eve@example.com", "\r\nBcc: eve@example.com\r\n", "\r\n\r\n", "RCPT TO:<eve@example.com>",
			"\r\nSubject: hello", "Content-Type: text/html", "<eve@example.com>", "{{address}}", "{{{login}}}", "</p>",
			"--", "\r\n--=_boundary", "x".repeat(80), "я".repeat(80), "a ".repeat(50));

	private HostileNames() {
	}

	/** Always the same ones. */
	static Stream<String> of(int count) {
		Random random = new Random(20261124);
		Stream<String> mixed = Stream.generate(() -> random.ints(1 + random.nextInt(6), 0, PIECES.size())
			.mapToObj(PIECES::get)
			.collect(Collectors.joining()));
		Stream<String> single = Stream.concat(PIECES.stream(), Stream.of("я".repeat(5000), "a\r\n".repeat(2000)));
		return Stream.concat(single, mixed.limit(count));
	}

}
