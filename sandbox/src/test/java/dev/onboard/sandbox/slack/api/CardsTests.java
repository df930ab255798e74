package dev.onboard.sandbox.slack.api;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CardsTests {

	private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

	private static final Bot BOT = new Bot("U1", "B1");

	private static final Content TEXT = new Content("x", null, null);

	private final HandClock clock = new HandClock();

	private final Cards cards = new Cards(2, this.clock);

	@Test
	void tellsWhenACardWasPostedAndWhenItWasEdited() throws Exception {
		String ts = this.cards.post(BOT, "C1", TEXT).ts();
		this.clock.now = NOON.plusMillis(1250);

		Card edited = this.cards.edit(BOT, "C1", ts, TEXT);

		assertThat(edited.ts()).isEqualTo("1793620800.000000");
		assertThat(edited.at()).isEqualTo(NOON);
		assertThat(edited.editedAt()).isEqualTo(NOON.plusMillis(1250));
		assertThat(Message.json(edited, false).path("edited").path("ts").asText()).isEqualTo("1793620801.250000");
	}

	@Test
	void keepsTimestampsGrowingWhenTheClockGoesBack() {
		this.cards.post(BOT, "C1", TEXT);
		this.clock.now = NOON.minusSeconds(60);
		assertThat(this.cards.post(BOT, "C1", TEXT).ts()).isEqualTo("1793620800.000001");
	}

	@Test
	void forgetsTheOldestBeyondItsCapacity() throws Exception {
		String oldest = this.cards.post(BOT, "C1", TEXT).ts();
		String second = this.cards.post(BOT, "C1", TEXT).ts();
		this.cards.edit(BOT, "C1", oldest, TEXT);

		String third = this.cards.post(BOT, "C2", TEXT).ts();

		assertThat(this.cards.oldestFirst()).extracting(Card::ts).containsExactly(second, third);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.cards.edit(BOT, "C1", oldest, TEXT))
			.withMessage("message_not_found");
	}

	/**
	 * Goes where it is set.
	 */
	private static final class HandClock extends Clock {

		private Instant now = NOON;

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
