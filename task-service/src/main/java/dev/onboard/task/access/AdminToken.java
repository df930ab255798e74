package dev.onboard.task.access;

import java.util.UUID;

import javax.sql.DataSource;

import dev.onboard.task.TaskSettings;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The administrator's token of the environment, there before anybody can ask. Another one
 * takes the place of the former; one that was revoked stays so, whoever starts with it.
 */
@Component
class AdminToken extends BaseCallback {

	/** Of the token, and of the variable that it comes from. */
	static final String NAME = "ONBOARD_ADMIN_TOKEN";

	private static final Logger log = LoggerFactory.getLogger(AdminToken.class);

	/** Two replicas that start with different ones come one after the other. */
	private static final String LOCK = "lock table api_token in share row exclusive mode";

	/**
	 * Only a new one voids the former, or one that an administrator has made for it: a
	 * replica that still has the former must not win.
	 */
	private static final String TAKE = """
			with added as (
			  insert into api_token (id, name, role, sha256, from_environment)
			  values (:id, :name, 'ADMIN', :hash, true)
			  on conflict (sha256) do update set from_environment = true
			   where not api_token.from_environment and api_token.revoked_at is null and api_token.role = 'ADMIN'
			  returning id
			), former as (
			  update api_token set revoked_at = now()
			   where from_environment and revoked_at is null and sha256 <> :hash and exists (select from added)
			  returning id
			)
			select (select count(*) from added) as added, (select count(*) from former) as former
			""";

	private final AccessSettings settings;

	AdminToken(AccessSettings settings, TaskSettings secrets) {
		boolean known = settings.isForDevelopment();
		if (known != secrets.activation().isForDevelopment()) {
			throw new IllegalStateException(
					"%s is the one of docker-compose.yml, which everybody knows, while %s is a secret: put both into .env, or let ./onboard up do so"
						.formatted(known ? NAME : "TASK_KEY", known ? "TASK_KEY" : NAME));
		}
		this.settings = settings;
	}

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.AFTER_MIGRATE;
	}

	@Override
	public void handle(Event event, Context context) {
		DataSource database = new SingleConnectionDataSource(context.getConnection(), true);
		new TransactionTemplate(new DataSourceTransactionManager(database))
			.executeWithoutResult((tx) -> take(JdbcClient.create(database)));
	}

	/** In the caller's transaction. */
	void take(JdbcClient jdbc) {
		String hash = Secrets.hash(this.settings.adminToken());
		if (this.settings.isForDevelopment()) {
			log.warn("ONBOARD_ADMIN_TOKEN is the one of docker-compose.yml, which everybody knows");
		}
		jdbc.sql(LOCK).update();
		Taken taken = jdbc.sql(TAKE)
			.param("name", NAME)
			.param("id", UUID.randomUUID())
			.param("hash", hash)
			.query(Taken.class)
			.single();
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
