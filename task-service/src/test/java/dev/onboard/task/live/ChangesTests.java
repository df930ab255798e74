package dev.onboard.task.live;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.onboard.events.PeopleChanged;
import dev.onboard.task.person.PageChanged;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesTests {

	private final Changes changes = new Changes();

	@Test
	void tellsEachPersonOnce() throws Exception {
		UUID alice = UUID.randomUUID();
		UUID bob = UUID.randomUUID();
		Stream.of(alice, bob, alice).map(PageChanged::new).forEach(this.changes::remember);
		assertThat(this.changes.take()).isEqualTo(new PeopleChanged(Set.of(alice, bob)));
		assertThat(this.changes.isEmpty()).isTrue();
	}

	@Test
	void waitsUntilThereIsSomething() throws Exception {
		CompletableFuture<PeopleChanged> taken = CompletableFuture.supplyAsync(() -> {
			try {
				return this.changes.take();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		this.changes.rememberAnybody();
		assertThat(taken.get(10, TimeUnit.SECONDS)).isEqualTo(PeopleChanged.ANYBODY);
	}

	@Test
	void manyAreAnybody() throws Exception {
		Stream.generate(UUID::randomUUID).limit(500).map(PageChanged::new).forEach(this.changes::remember);
		assertThat(this.changes.take().people()).hasSize(500);
		Stream.generate(UUID::randomUUID).limit(501).map(PageChanged::new).forEach(this.changes::remember);
		assertThat(this.changes.take()).isEqualTo(PeopleChanged.ANYBODY);
		assertThat(this.changes.isEmpty()).isTrue();
	}

}
