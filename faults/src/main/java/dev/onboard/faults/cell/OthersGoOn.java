package dev.onboard.faults.cell;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.outside.Behaviour;
import dev.onboard.faults.outside.Target;
import dev.onboard.faults.world.Page;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Setting;
import org.awaitility.Awaitility;

/**
 * The mail server fails with a few people only, and all others take hardly longer than
 * without them: of those who arrive one by one before, meanwhile and after, the slowest
 * hundredth is compared.
 *
 * @param few how many it fails with
 * @param failing how it fails with them
 * @param time for which others arrive meanwhile
 */
record OthersGoOn(String name, Setting setting, int few, Behaviour failing, Duration time) implements Cell {

	private static final Duration BETWEEN = Duration.ofMillis(250);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private static final int MOST_GROWTH = 3;

	private static final int PERCENT = 99;

	/**
	 * Come first of all and are not compared: who begins is slow, and would excuse
	 * everything.
	 */
	private static final int FIRST = 30;

	@Override
	public int people(int asked) {
		return FIRST + 3 * each() + this.few;
	}

	private int each() {
		return (int) this.time.dividedBy(BETWEEN);
	}

	@Override
	public void happen(Scene scene) throws InterruptedException, IOException {
		Target mail = scene.world().outside().mail();
		int before = mail.failed();
		scene.arrive(FIRST);
		scene.awaitEnd();
		arriveOneByOne(scene);
		scene.awaitEnd();
		mail.behave(Behaviour.only((person) -> isOneOfTheFew(number(person, scene)), this.failing));
		scene.arrive(this.few);
		scene.awaitAccepted();
		arriveOneByOne(scene);
		Awaitility.await("calls for the few").atMost(LONGEST).until(() -> mail.failed() - before >= this.few);
		mail.behave(Behaviour.well());
		scene.awaitEnd();
		arriveOneByOne(scene);
		scene.awaitEnd();
		scene.deeds().did("failed calls for a few", mail.failed() - before);
		compare(scene);
	}

	private void compare(Scene scene) throws IOException {
		List<Page> pages = scene.pages();
		Duration before = slowest(pages, FIRST, scene);
		Duration meanwhile = slowest(pages, FIRST + each() + this.few, scene);
		Duration after = slowest(pages, FIRST + 2 * each() + this.few, scene);
		Duration usual = (before.compareTo(after) > 0) ? before : after;
		if (meanwhile.compareTo(usual.multipliedBy(MOST_GROWTH)) >= 0) {
			throw new IllegalStateException("the slowest hundredth of the others took %d ms, and %d ms without the few"
				.formatted(meanwhile.toMillis(), usual.toMillis()));
		}
	}

	/** Returns when all of them were accepted, however slow this machine is. */
	private void arriveOneByOne(Scene scene) throws InterruptedException {
		for (int number = 0; number < each(); number++) {
			scene.arrive(1);
			TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
		}
		scene.awaitAccepted();
	}

	private boolean isOneOfTheFew(int number) {
		return number > FIRST + each() && number <= FIRST + each() + this.few;
	}

	/** Of those who came after so many others. */
	private Duration slowest(List<Page> pages, int others, Scene scene) {
		List<Duration> times = pages.stream()
			.filter((page) -> number(page.login(), scene) > others && number(page.login(), scene) <= others + each())
			.map(OthersGoOn::time)
			.sorted()
			.toList();
		return times.get(times.size() * PERCENT / 100);
	}

	private static Duration time(Page page) {
		Instant end = page.steps().stream().map(Page.Step::updatedAt).max(Comparator.naturalOrder()).orElseThrow();
		return Duration.between(page.createdAt(), end);
	}

	/**
	 * In the order of arrival, from 1; 0 of others than this cell's.
	 * @param person login or address
	 */
	private static int number(String person, Scene scene) {
		String login = person.replaceFirst("@.*", "");
		return login.startsWith(scene.beginning()) ? Integer.parseInt(login.substring(scene.beginning().length())) : 0;
	}

}
