package dev.onboard.task.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import dev.onboard.events.PeopleChanged;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class OpenPageTests {

	private static final UUID ALICE = UUID.randomUUID();

	private static final UUID BOB = UUID.randomUUID();

	private final Wire wire = new Wire();

	private final AtomicInteger ended = new AtomicInteger();

	@Test
	void saysNothingBeforeTheServerIsReady() {
		OpenPage page = open(ALICE);
		page.tell();
		assertThat(this.wire.text()).isEmpty();
		page.onWritePossible();
		assertThat(this.wire.text()).isEqualTo("event: changed\ndata: " + ALICE + "\n\n");
	}

	@Test
	void theListIsToldWhoOrThatSeveralOrAnybodyHaveChanged() {
		OpenPage list = open(null);
		list.onWritePossible();
		assertThat(told(list, List.of(Set.of(ALICE)))).isEqualTo(ALICE.toString());
		assertThat(told(list, List.of(Set.of(ALICE), Set.of(ALICE)))).isEqualTo(ALICE.toString());
		assertThat(told(list, List.of(Set.of(ALICE), Set.of(BOB)))).isEqualTo("*");
		assertThat(told(list, List.of(Set.of(ALICE, BOB)))).isEqualTo("*");
		assertThat(told(list, List.of(Set.of()))).isEqualTo("*");
		assertThat(told(list, List.of(Set.of(), Set.of(BOB)))).isEqualTo("*");
	}

	@Test
	void aPersonsPageIsToldOfThemAndOfAnybodyOnly() {
		OpenPage page = open(ALICE);
		page.onWritePossible();
		assertThat(told(page, List.of(Set.of(BOB), Set.of(ALICE, BOB)))).isEqualTo(ALICE.toString());
		assertThat(told(page, List.of(Set.of()))).isEqualTo(ALICE.toString());
		this.wire.clear();
		page.changed(new PeopleChanged(Set.of(BOB)));
		pause();
		page.tell();
		assertThat(this.wire.text()).isEmpty();
	}

	@Test
	void aReaderWhoDoesNotReadIsWaitedForByNobodyAndToldOnceTheyRead() {
		OpenPage page = open(ALICE);
		page.onWritePossible();
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
		assertThat(this.wire.text()).isEqualTo("event: changed\ndata: " + ALICE + "\n\n");
	}

	@Test
	void givesItsPlaceBackWhenItCannotBeWrittenTo() {
		OpenPage page = open(ALICE);
		this.wire.broken = true;
		page.onWritePossible();
		page.tell();
		assertThat(this.ended).hasValueGreaterThanOrEqualTo(1);
		assertThat(this.wire.tries).isEqualTo(1);
	}

	private OpenPage open(@Nullable UUID person) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setAsyncSupported(true);
		return new OpenPage(new MockAsyncContext(request, new MockHttpServletResponse()), this.wire, person,
				(page) -> this.ended.incrementAndGet());
	}

	/** The data of the one event that all these changes become. */
	private String told(OpenPage page, List<Set<UUID>> changes) {
		this.wire.clear();
		changes.forEach((people) -> page.changed(new PeopleChanged(people)));
		Awaitility.await().until(() -> {
			page.tell();
			return !this.wire.text().isEmpty();
		});
		return this.wire.text().replaceFirst("(?s)^event: changed\ndata: (\\S+)\n\n$", "$1");
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
