package dev.onboard.task;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class IdempotencyKeysIntegrationTests {

	private final IdempotencyKeys keys;

	private final Api api;

	private final JdbcClient jdbc;

	IdempotencyKeysIntegrationTests(@Autowired IdempotencyKeys keys, @Autowired Api api, @Autowired JdbcClient jdbc) {
		this.keys = keys;
		this.api = api;
		this.jdbc = jdbc;
	}

	@Test
	void forgetsKeysOlderThanSevenDaysAndNoOthers() {
		String old = keyOfAge("7 days 1 minute");
		String young = keyOfAge("6 days 23 hours 59 minutes");
		this.keys.forgetOld();
		assertThat(this.jdbc
			.sql("select :young from idempotency_key where key = encode(sha256(:young::bytea), 'hex')"
					+ " union all select :old from idempotency_key where key = encode(sha256(:old::bytea), 'hex')")
			.param("young", young)
			.param("old", old)
			.query(String.class)
			.list()).containsExactly(young);
	}

	@Test
	void forgetsByItself(@Autowired ScheduledTaskHolder scheduled) {
		assertThat(scheduled.getScheduledTasks()).extracting(Object::toString)
			.anySatisfy((task) -> assertThat(task).endsWith("IdempotencyKeys.forgetOld"));
	}

	private String keyOfAge(String interval) {
		String key = UUID.randomUUID().toString();
		this.api.post(Somebody.json(Somebody.fresh()), "Idempotency-Key", key).expect(202);
		this.jdbc.sql(
				"update idempotency_key set created_at = now() - :age::interval where key = encode(sha256(:key::bytea), 'hex')")
			.param("age", interval)
			.param("key", key)
			.update();
		return key;
	}

}
