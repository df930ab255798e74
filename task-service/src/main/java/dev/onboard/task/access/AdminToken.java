package dev.onboard.task.access;

import java.util.UUID;

import dev.onboard.task.TaskSettings;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * The administrator's token of the environment, there before anybody can ask. Another one
 * takes the place of the former; one that was revoked stays so, whoever starts with it.
 */
@Component
class AdminToken extends BaseCallback {

	private static final Logger log = LoggerFactory.getLogger(AdminToken.class);

	/**
	 * Only a new one voids the former: a replica that still has that one must not win.
	 */
	private static final String TAKE = """
			with added as (
			  insert into api_token (id, name, role, sha256, from_environment)
			  values (:id, 'ONBOARD_ADMIN_TOKEN', 'ADMIN', :hash, true) on conflict (sha256) do nothing returning id
			), former as (
			  update api_token set revoked_at = now()
			   where from_environment and revoked_at is null and sha256 <> :hash and exists (select from added)
			  returning id
			)
			select (select count(*) from added) as added, (select count(*) from former) as former
			""";

	private final AccessSettings settings;

	AdminToken(AccessSettings settings, TaskSettings secrets) {
		if (settings.isForDevelopment() && !secrets.activation().isForDevelopment()) {
			throw new IllegalStateException(
					"ONBOARD_ADMIN_TOKEN is the one of docker-compose.yml, which everybody knows, "
							+ "while TASK_KEY is a secret: put an ONBOARD_ADMIN_TOKEN into .env, or let ./onboard up do so");
		}
		this.settings = settings;
	}

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.AFTER_MIGRATE;
	}

	@Override
	public void handle(Event event, Context context) {
		take(JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true)));
	}

	void take(JdbcClient jdbc) {
		String hash = Secrets.hash(this.settings.adminToken());
		if (this.settings.isForDevelopment()) {
			log.warn("ONBOARD_ADMIN_TOKEN is the one of docker-compose.yml, which everybody knows");
		}
		Taken taken = jdbc.sql(TAKE).param("id", UUID.randomUUID()).param("hash", hash).query(Taken.class).single();
		if (taken.added() > 0) {
			log.info("ONBOARD_ADMIN_TOKEN is new{}", (taken.former() > 0) ? "; the former one is void" : "");
		}
		else if (!isAdministrators(jdbc, hash)) {
			log.warn("ONBOARD_ADMIN_TOKEN is void: it was revoked, or made for another role. Put a new one there.");
		}
	}

	/** How many tokens were added, and how many are void by that. */
	private record Taken(long added, long former) {
	}

	private static boolean isAdministrators(JdbcClient jdbc, String hash) {
		return jdbc.sql("select revoked_at is null and role = 'ADMIN' from api_token where sha256 = :hash")
			.param("hash", hash)
			.query(Boolean.class)
			.single();
	}

}
