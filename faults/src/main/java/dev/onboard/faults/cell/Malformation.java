package dev.onboard.faults.cell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Ways in which a message cannot be read, though the broker takes it. */
enum Malformation {

	NO_JSON {
		@Override
		byte[] body(byte[] good) {
			return bytes("hello");
		}
	},

	TRUNCATED {
		@Override
		byte[] body(byte[] good) {
			return Arrays.copyOf(good, good.length / 2);
		}
	},

	EMPTY {
		@Override
		byte[] body(byte[] good) {
			return new byte[0];
		}
	},

	NOTHING {
		@Override
		byte[] body(byte[] good) {
			return bytes("null");
		}
	},

	BINARY {
		@Override
		byte[] body(byte[] good) {
			byte[] body = new byte[good.length];
			for (int place = 0; place < body.length; place++) {
				body[place] = (byte) (good[place] ^ 0x9c);
			}
			return body;
		}
	},

	WRONG_TYPES {
		@Override
		byte[] body(byte[] good) {
			return bytes(text(good).replaceFirst("\"person\":\\{[^}]*}", "\"person\":[7]"));
		}
	},

	MISSING_FIELDS {
		@Override
		byte[] body(byte[] good) {
			return bytes(text(good).replace("\"login\"", "\"lgoin\""));
		}
	},

	/** An attempt that cannot be. */
	WRONG_NUMBERS {
		@Override
		byte[] body(byte[] good) {
			return bytes(text(good).replace("\"generation\":1", "\"generation\":-1"));
		}
	},

	/** Whoever reads it one level after the other runs out of stack. */
	DEEP {
		@Override
		byte[] body(byte[] good) {
			return bytes("[".repeat(20_000));
		}
	},

	/** More than anybody says, and less than the broker's limit. */
	LONG {
		@Override
		byte[] body(byte[] good) {
			return bytes(text(good) + " ".repeat(100_000));
		}
	},

	UNKNOWN_TYPE {
		@Override
		@Nullable String type(String good) {
			return "user.unheard-of";
		}
	},

	NO_TYPE {
		@Override
		@Nullable String type(String good) {
			return null;
		}
	},

	/** Of the right form, but for somebody else. */
	WRONG_TYPE {
		@Override
		@Nullable String type(String good) {
			return "target.mail.status";
		}
	},

	/** Asks the reader to make an object of a class of its choice. */
	HOSTILE_HEADERS {
		@Override
		byte[] body(byte[] good) {
			return bytes("[]");
		}

		@Override
		Map<String, Object> headers() {
			return Map.of("__TypeId__", "java.lang.ProcessBuilder", "x-death", "none", "x-parked-queue", "'); --");
		}
	};

	/**
	 * @param good one that can be read
	 */
	byte[] body(byte[] good) {
		return good;
	}

	@Nullable String type(String good) {
		return good;
	}

	Map<String, Object> headers() {
		return Map.of();
	}

	private static String text(byte[] body) {
		return new String(body, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
