package dev.onboard.task.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import dev.onboard.events.PeopleChanged;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class OpenPageTests {

	private static final UUID ALICE = UUID.randomUUID();

	private final Wire wire = new Wire();

	private final AtomicInteger ended = new AtomicInteger();

	private boolean shutOut;

	@Test
	void saysNothingBeforeTheServerIsReady() {
		OpenPage page = open();
		page.tell();
		assertThat(this.wire.text()).isEmpty();
		page.onWritePossible();
		page.tell();
		assertThat(this.wire.text()).isEqualTo("event: changed\ndata: " + ALICE + "\n\n");
	}

	@Test
	void aReaderWhoDoesNotReadIsWaitedForByNobodyAndToldOnceTheyRead() {
		OpenPage page = open();
		page.onWritePossible();
		page.tell();
		this.wire.clear();
		this.wire.ready = false;
		for (int i = 0; i < 10; i++) {
			page.changed(new PeopleChanged(Set.of(ALICE)));
			page.tell();
		}
		pause();
		page.tell();
		assertThat(this.wire.text()).isEmpty();
		this.wire.ready = true;
		page.onWritePossible();
		page.tell();
		assertThat(this.wire.text()).isEqualTo("event: changed\ndata: " + ALICE + "\n\n");
	}

	@Test
	void tellsNobodyWhoWasShutOut() {
		OpenPage page = open();
		page.onWritePossible();
		this.shutOut = true;
		page.tell();
		assertThat(this.wire.text()).isEmpty();
		assertThat(this.ended).hasValueGreaterThanOrEqualTo(1);
	}

	@Test
	void givesItsPlaceBackWhenItCannotBeWrittenTo() {
		OpenPage page = open();
		this.wire.broken = true;
		page.onWritePossible();
		page.tell();
		page.tell();
		assertThat(this.ended).hasValueGreaterThanOrEqualTo(1);
		assertThat(this.wire.tries).isEqualTo(1);
	}

	private OpenPage open() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setAsyncSupported(true);
		return new OpenPage(new MockAsyncContext(request, new MockHttpServletResponse()), this.wire, ALICE,
				() -> this.shutOut, (page) -> this.ended.incrementAndGet());
	}

	/** Longer than between two events. */
	private static void pause() {
		long end = System.nanoTime() + 600_000_000;
		Awaitility.await().until(() -> System.nanoTime() > end);
	}

	private static final class Wire extends ServletOutputStream {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private boolean ready = true;

		private boolean broken;

		private int tries;

		private String text() {
			return this.bytes.toString(StandardCharsets.UTF_8);
		}

		private void clear() {
			this.bytes.reset();
		}

		@Override
		public boolean isReady() {
			return this.ready;
		}

		@Override
		public void write(int octet) throws IOException {
			assertThat(this.ready).isTrue();
			if (this.broken) {
				this.tries++;
				throw new IOException("gone");
			}
			this.bytes.write(octet);
		}

		@Override
		public void flush() {
			assertThat(this.ready).isTrue();
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new UnsupportedOperationException();
		}

	}

}
