package dev.onboard.bench.figure;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Distinct people of one block. Thread-safe. */
final class Newcomers {

	/** Of the body of a person with a contact address. */
	static final int BYTES = 512;

	private static final AtomicInteger BLOCKS = new AtomicInteger();

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_LABEL = 60;

	private static final int LETTERS = 26;

	private final String beginning = "b" + BLOCKS.incrementAndGet() + "-p";

	private final AtomicInteger number = new AtomicInteger();

	private final boolean reachable;

	/**
	 * @param reachable whether they have a contact address, to which a link is mailed
	 */
	Newcomers(boolean reachable) {
		this.reachable = reachable;
	}

	/** Of the logins of all of this block, and of nobody else's. */
	String beginning() {
		return this.beginning;
	}

	String next() {
		return this.beginning + this.number.incrementAndGet();
	}

	byte[] body(String login) {
		String names = "{\"login\":\"%s\",\"firstName\":\"%s\",\"lastName\":\"%s\"".formatted(login,
				name(login.hashCode()), name(login.hashCode() / LETTERS));
		String body = this.reachable ? names + contact(",\"contactEmail\":\"%s\"}", BYTES - names.length())
				: names + "}";
		return body.getBytes(StandardCharsets.US_ASCII);
	}

	/** As long as a name may be, of letters in an order that few share. */
	private static String name(int seed) {
		StringBuilder name = new StringBuilder(LONGEST_NAME);
		for (int index = 0; index < LONGEST_NAME; index++) {
			name.append((char) ('a' + Math.floorMod(seed + index * (7 + Math.floorMod(seed, 5)), LETTERS)));
		}
		return name.toString();
	}

	private static String contact(String format, int length) {
		StringBuilder address = new StringBuilder("someone@");
		int last = length - format.formatted("").length() - ".example".length();
		while (address.length() < last) {
			address.append("d".repeat(Math.min(LONGEST_LABEL, last - address.length())));
			// A label is never empty.
			address.append((last - address.length() > 1) ? "." : "");
		}
		return format.formatted(address.append(".example"));
	}

}
