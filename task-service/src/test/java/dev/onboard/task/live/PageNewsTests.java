package dev.onboard.task.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import dev.onboard.events.PeopleChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageNewsTests {

	private static final UUID ALICE = UUID.randomUUID();

	private static final UUID BOB = UUID.randomUUID();

	private long now = PageNews.BEAT.multipliedBy(-2).plusMillis(300).toNanos();

	@Test
	void hasSomethingAtFirst() {
		assertThat(take(new PageNews(ALICE, this.now))).isEqualTo("event: changed\ndata: " + ALICE + "\n\n");
		assertThat(take(new PageNews(null, this.now))).isEqualTo("event: changed\ndata: *\n\n");
	}

	@Test
	void saysOfAListWhoOrThatSeveralOrAnybodyHaveChanged() {
		PageNews list = told(null);
		assertThat(told(list, changed(ALICE))).isEqualTo(ALICE.toString());
		assertThat(told(list, changed(ALICE), changed(ALICE))).isEqualTo(ALICE.toString());
		assertThat(told(list, changed(ALICE), changed(BOB))).isEqualTo("*");
		assertThat(told(list, changed(ALICE, BOB))).isEqualTo("*");
		assertThat(told(list, changed())).isEqualTo("*");
		assertThat(told(list, changed(), changed(BOB))).isEqualTo("*");
	}

	@Test
	void saysOfAPersonWhatConcernsThemOrAnybody() {
		PageNews page = told(ALICE);
		assertThat(told(page, changed(BOB), changed(ALICE, BOB))).isEqualTo(ALICE.toString());
		assertThat(told(page, changed())).isEqualTo(ALICE.toString());
		assertThat(told(page, changed(BOB))).isEmpty();
	}

	@Test
	void waitsHalfASecondBetweenTwoAndForgetsNothing() {
		PageNews page = told(ALICE);
		page.add(PeopleChanged.ANYBODY);
		this.now += PageNews.PAUSE.toNanos() - 1;
		assertThat(take(page)).isEmpty();
		this.now++;
		assertThat(take(page)).startsWith("event: changed\n");
		assertThat(take(page)).isEmpty();
	}

	@Test
	void tellsListsAtTheSameMoment() {
		PageNews list = told(null);
		this.now += 400_000_000;
		PageNews later = told(null);
		list.add(PeopleChanged.ANYBODY);
		later.add(PeopleChanged.ANYBODY);
		this.now += 299_999_999;
		assertThat(take(list) + take(later)).isEmpty();
		this.now++;
		assertThat(take(list)).isEqualTo(take(later)).startsWith("event: changed\n");
	}

	@Test
	void saysInSilenceThatItIsThere() {
		PageNews page = told(ALICE);
		this.now += PageNews.SILENCE.minus(Duration.ofNanos(1)).toNanos();
		assertThat(take(page)).isEmpty();
		this.now++;
		assertThat(take(page)).isEqualTo("event: alive\ndata: \n\n");
		assertThat(take(page)).isEmpty();
	}

	private PageNews told(@Nullable UUID person) {
		PageNews news = new PageNews(person, this.now);
		take(news);
		return news;
	}

	/** The data of what all these changes become after the pause; empty for nothing. */
	private String told(PageNews news, PeopleChanged... changes) {
		Stream.of(changes).forEach(news::add);
		this.now += PageNews.BEAT.toNanos();
		return take(news).replaceFirst("(?s)^event: changed\ndata: (\\S+)\n\n$", "$1");
	}

	private static PeopleChanged changed(UUID... people) {
		return new PeopleChanged(Set.of(people));
	}

	private String take(PageNews news) {
		byte[] event = news.take(this.now);
		return (event != null) ? new String(event, StandardCharsets.UTF_8) : "";
	}

}
