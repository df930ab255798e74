package dev.onboard.task.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleFileTests {

	private static final String HEADER = "login,firstName,lastName\n";

	/** However long the file is, it is read as its rows are handed on. */
	@Test
	void holdsNoMoreOfAFileThanSomeRows() throws IOException {
		Endless file = new Endless(1_000_000);
		AtomicInteger rows = new AtomicInteger();
		AtomicLong furthest = new AtomicLong();
		new PeopleFile(Integer.MAX_VALUE).read(file, (row) -> {
			long handedOn = HEADER.length() + (long) Endless.ROW.length() * rows.incrementAndGet();
			furthest.accumulateAndGet(file.read - handedOn, Math::max);
		});
		assertThat(rows).hasValue(1_000_000);
		assertThat(furthest.get()).isLessThan(100_000);
	}

	/** A file that is nowhere. */
	private static final class Endless extends InputStream {

		private static final String ROW = "alice.ivanova,Alice,Ivanova\n";

		private final long length;

		private long read;

		private Endless(int rows) {
			this.length = HEADER.length() + (long) rows * ROW.length();
		}

		@Override
		public int read() {
			if (this.read == this.length) {
				return -1;
			}
			long index = this.read++;
			return (index < HEADER.length()) ? HEADER.charAt((int) index)
					: ROW.charAt((int) ((index - HEADER.length()) % ROW.length()));
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			return super.read(bytes, offset, Math.min(length, 1000));
		}

	}

	@Test
	void readsByteByByteToo() throws IOException {
		byte[] csv = ("\uFEFF" + HEADER + "alice,Алиса👩,Öz\r\n").getBytes(StandardCharsets.UTF_8);
		AtomicInteger at = new AtomicInteger();
		InputStream slow = new InputStream() {
			@Override
			public int read() {
				return (at.get() < csv.length) ? csv[at.getAndIncrement()] & 0xFF : -1;
			}

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				return super.read(bytes, offset, Math.min(length, 1));
			}
		};
		new PeopleFile(10).read(slow, (row) -> {
			assertThat(row.line()).isEqualTo(2);
			assertThat(row.person().firstName()).isEqualTo("Алиса👩");
			assertThat(row.person().lastName()).isEqualTo("Öz");
		});
		assertThat(at).hasValue(csv.length);
	}

}
