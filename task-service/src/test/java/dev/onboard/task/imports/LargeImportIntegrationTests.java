package dev.onboard.task.imports;

import java.time.Duration;
import java.util.UUID;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** 10,000 people in one file. */
@TaskServiceTest
class LargeImportIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(LargeImportIntegrationTests.class);

	private static final int PEOPLE = 10_000;

	private final String token = Somebody.token();

	private final Api api;

	private final Uploads uploads;

	LargeImportIntegrationTests(@Autowired Api api) {
		this.api = api;
		this.uploads = new Uploads(api);
	}

	@Test
	void isCheckedInSecondsAndKeepsNobodyWaitingWhileItRuns() {
		StringBuilder csv = new StringBuilder(Uploads.HEADER);
		for (int index = 0; index < PEOPLE; index++) {
			csv.append("p%d.%s,Алиса %d,Ivanova,p%d@home.example,developer,ru\r\n".formatted(index, this.token, index,
					index));
		}
		Answer answer = this.uploads.file(csv.toString()).expect(201);
		UUID id = answer.id();
		log.info("checked {} rows in {}", PEOPLE, answer.took());
		assertThat(answer.took()).isLessThan(Duration.ofSeconds(10));
		assertThat(Uploads.counts(answer.json())).containsExactly(PEOPLE, PEOPLE, 0, 0, 0);
		this.uploads.start(id).expect(202);
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.uploads.page(id).at("/counts/created").intValue() >= 300);
		Answer single = this.api.accepted(Somebody.fresh());
		log.info("one person was added in {} meanwhile", single.took());
		assertThat(single.took()).isLessThan(Duration.ofSeconds(2));
		assertThat(
				this.api.send("POST", "/imports/" + id + "/cancel", "").expect(200).json().get("state").stringValue())
			.isEqualTo("CANCELLED");
		int created = this.uploads.page(id).at("/counts/created").intValue();
		assertThat(created).isGreaterThanOrEqualTo(300);
		Answer again = this.uploads.file(csv.toString()).expect(201);
		log.info("checked {} rows again in {}, {} of them there already", PEOPLE, again.took(), created);
		assertThat(Uploads.counts(again.json())).containsExactly(PEOPLE, PEOPLE - created, 0, created, 0);
	}

}
