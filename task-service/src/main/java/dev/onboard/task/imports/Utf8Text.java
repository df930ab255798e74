package dev.onboard.task.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a file in UTF-8, without its byte order mark. Java's own readers do
 * not say in which line they met what is none.
 */
final class Utf8Text extends Reader {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final InputStream in;

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

	private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();

	private boolean atStart = true;

	private boolean ended;

	private char last;

	private long line = 1;

	Utf8Text(InputStream in) {
		this.in = in;
	}

	/**
	 * @throws UnreadableFileException if what comes next is no text in UTF-8
	 */
	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
		while (true) {
			CoderResult result = this.decoder.decode(this.bytes, chars, this.ended);
			int read = skippingMark(buffer, offset, chars.position() - offset);
			if (read > 0) {
				count(buffer, offset, read);
				return read;
			}
			chars.position(offset);
			if (result.isError()) {
				throw UnreadableFileException.inLine(this.line,
						"is not valid UTF-8. Save the file as CSV in UTF-8; in Excel that is \"CSV UTF-8\".");
			}
			if (this.ended) {
				return -1;
			}
			fill();
		}
	}

	private void fill() throws IOException {
		this.bytes.compact();
		int read = this.in.read(this.bytes.array(), this.bytes.position(), this.bytes.remaining());
		this.ended = read < 0;
		this.bytes.position(this.bytes.position() + Math.max(0, read)).flip();
	}

	private int skippingMark(char[] buffer, int offset, int read) {
		if (!this.atStart || read == 0) {
			return read;
		}
		this.atStart = false;
		if (buffer[offset] != BYTE_ORDER_MARK) {
			return read;
		}
		System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
		return read - 1;
	}

	private void count(char[] buffer, int offset, int read) {
		for (int index = offset; index < offset + read; index++) {
			char next = buffer[index];
			if (next == '\r' || (next == '\n' && this.last != '\r')) {
				this.line++;
			}
			if (next == 0) {
				throw UnreadableFileException.inLine(this.line,
						"has a NUL byte, which no text has. Save the file as CSV in UTF-8.");
			}
			this.last = next;
		}
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
