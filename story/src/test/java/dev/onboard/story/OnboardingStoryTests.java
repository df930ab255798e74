package dev.onboard.story;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.UserCreate;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The good day: somebody is hired, and gets all of it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OnboardingStoryTests {

	private final Company company = Company.open();

	@Test
	void aPersonIsPostedAndGetsMailboxWelcomeMailAndSlackPost() throws IOException {
		somebodyCameBefore();
		PersonPage alice = this.company.api().accept(new Newcomer("alice.story", "Алиса", "李"));
		assertThat(alice.address()).isEqualTo("alice.story@example.com");
		PersonPage ready = this.company.awaitReady(alice.id(), Duration.ofSeconds(5));
		assertThat(ready.steps().stream().map((step) -> step.system() + " " + step.state() + " " + step.attempts()))
			.containsExactly("mail DONE 1", "redmine SKIPPED 1", "slack DONE 1");
		assertThat(ready.step("redmine").detail()).startsWith("no Redmine is configured; set REDMINE_URL");
		theMailboxHoldsOneMessage(alice);
		theWelcomeMailSaysTheNameRight(alice);
		theSlackPostSaysTheNameRight(alice);
		this.company.awaitEmptyQueues();
	}

	@Test
	void everybodyIsStillListedAfterARestartOfAllServices() throws IOException {
		PersonPage bob = this.company.api().accept(new Newcomer("bob.restart", "Bob", "O'Brien"));
		PersonPage before = this.company.awaitReady(bob.id(), Duration.ofSeconds(30));
		List<Service> services = List.of(this.company.task(), this.company.mail(), this.company.web());
		services.forEach(Service::terminate);
		services.forEach(Service::stop);
		services.forEach(Service::launch);
		services.forEach(Service::awaitReady);
		assertThat(this.company.api().page(bob.id())).isEqualTo(before);
		assertThat(this.company.api().people("bob.restart")).singleElement()
			.usingRecursiveComparison()
			.ignoringFields("steps.choices")
			.isEqualTo(before);
		PersonPage next = this.company.api().accept(new Newcomer("carol.restart", "Carol", "Next"));
		this.company.awaitReady(next.id(), Duration.ofSeconds(30));
	}

	@Test
	void twoReplicasOfEachServiceShareTheWork() throws IOException {
		List<Service> replicas = Stream.of("task-service", "mail-service", "web-service")
			.map(this.company::service)
			.toList();
		try {
			replicas.forEach(Service::launch);
			replicas.forEach(Service::awaitReady);
			Crowd crowd = new Crowd("replicas", 200, List.of(this.company.api(), new Api(replicas.get(0))));
			crowd.awaitReady();
			Effects effects = this.company.effectsOn(crowd);
			effects.reachedEach(crowd.addresses());
			assertThat(effects.repeatedMails()).isZero();
			assertThat(effects.repeatedPosts()).isZero();
			Stream.of("task", "mail", "web").forEach(this::bothReplicasHaveWorked);
			this.company.awaitEmptyQueues();
		}
		finally {
			replicas.forEach(Service::terminate);
			replicas.forEach(Service::stop);
		}
	}

	@Test
	void eachConsumerHasOneMessageInHandAndAcknowledgesItWhenItIsDone() {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			List<Management.Consumer> consumers = this.company.management().consumers();
			assertThat(consumers).extracting(Management.Consumer::queue).hasSameElementsAs(Company.CONSUMED);
			assertThat(consumers).allSatisfy((consumer) -> {
				assertThat(consumer.prefetch()).isEqualTo(1);
				assertThat(consumer.ack()).isTrue();
			});
		});
	}

	@Test
	void whatIsSaidTwiceIsDoneOnce() throws IOException {
		Crowd crowd = this.company.crowd("twice", 20);
		crowd.awaitReady();
		try (Wire task = new Wire("task")) {
			for (PersonPage page : crowd.pages()) {
				task.say(new UserCreate(
						new Person(page.id(), page.login(), page.address(), "Алиса", "李", null, null, null),
						Attempt.FIRST));
			}
		}
		PersonPage last = this.company.api().accept(new Newcomer("after.twice", "After", "Twice"));
		this.company.awaitReady(last.id(), Duration.ofSeconds(30));
		this.company.awaitEmptyQueues();
		Effects effects = this.company.effectsOn(crowd);
		assertThat(effects.repeatedMails()).isZero();
		assertThat(effects.repeatedPosts()).isZero();
		assertThat(crowd.pages()).allMatch(PersonPage::isReady);
	}

	private void somebodyCameBefore() throws IOException {
		PersonPage first = this.company.api().accept(new Newcomer("first.story", "The", "First"));
		this.company.awaitReady(first.id(), Duration.ofMinutes(1));
	}

	private void theMailboxHoldsOneMessage(PersonPage person) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(Effects.on(Set.of(person.address()), this.company.sandbox()).mailboxes())
				.containsEntry(person.address(), 1));
	}

	private void theWelcomeMailSaysTheNameRight(PersonPage person) {
		List<JsonNode> mails = this.company.sandbox()
			.mails()
			.valueStream()
			.filter((mail) -> mail.toString().contains(person.address()))
			.toList();
		assertThat(mails).hasSize(1);
		assertThat(mails.get(0).path("subject").asString()).isEqualTo("Welcome, Алиса!");
		assertThat(mails.get(0).path("text").asString()).contains("Алиса 李").contains(person.address());
	}

	private void theSlackPostSaysTheNameRight(PersonPage person) {
		assertThat(this.company.sandbox()
			.messages()
			.valueStream()
			.map((post) -> post.path("text").asString())
			.filter((text) -> text.contains(person.address()))).singleElement().asString().contains("Алиса 李");
	}

	private void bothReplicasHaveWorked(String user) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
			Set<String> consuming = this.company.management()
				.consumers()
				.stream()
				.filter((consumer) -> consumer.queue().startsWith(user + "."))
				.filter((consumer) -> Company.WORK_QUEUES.contains(consumer.queue()))
				.map(Management.Consumer::connection)
				.collect(Collectors.toSet());
			assertThat(consuming).hasSize(2);
			assertThat(this.company.management().acknowledged(user)).containsKeys(consuming.toArray(String[]::new));
		});
	}

}
