package dev.onboard.bench.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A request or an answer of HTTP/1.1, never compared.
 *
 * @param first its first line
 * @param closes whether nothing more comes on this connection
 */
@SuppressWarnings("ArrayRecordComponent")
record HttpText(String first, boolean closes, byte[] body) {

	/**
	 * The next one; null at the end of the stream.
	 * @param body whether there is one if the headers say so; none answers HEAD
	 */
	static @Nullable HttpText read(InputStream in, boolean body) throws IOException {
		String first = line(in);
		if (first == null) {
			return null;
		}
		int length = 0;
		boolean chunked = false;
		boolean closes = false;
		for (String header = required(in); !header.isEmpty(); header = required(in)) {
			String lower = header.toLowerCase(Locale.ROOT);
			if (lower.startsWith("content-length:")) {
				length = Integer.parseInt(lower.substring(15).strip());
			}
			chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
			closes |= lower.startsWith("connection:") && lower.endsWith("close");
		}
		return new HttpText(first, closes, !body ? new byte[0] : chunked ? chunks(in) : bytes(in, length));
	}

	/** A word of the first line. */
	String word(int index) {
		return this.first.split(" ", 3)[index];
	}

	private static byte[] chunks(InputStream in) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (int size = chunk(in); size > 0; size = chunk(in)) {
			all.writeBytes(bytes(in, size));
			required(in);
		}
		required(in);
		return all.toByteArray();
	}

	private static int chunk(InputStream in) throws IOException {
		return Integer.parseInt(required(in).strip(), 16);
	}

	private static byte[] bytes(InputStream in, int size) throws IOException {
		byte[] bytes = in.readNBytes(size);
		if (bytes.length < size) {
			throw new EOFException();
		}
		return bytes;
	}

	private static String required(InputStream in) throws IOException {
		String line = line(in);
		if (line == null) {
			throw new EOFException();
		}
		return line;
	}

	/** Without its end; null at the end of the stream. */
	static @Nullable String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream(80);
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				return null;
			}
			if (next != '\r') {
				line.write(next);
			}
		}
		return line.toString(StandardCharsets.UTF_8);
	}

}
