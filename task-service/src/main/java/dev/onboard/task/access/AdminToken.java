package dev.onboard.task.access;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The administrator's token of the environment. Another one there takes the place of the
 * former; one that was revoked stays so, whoever starts with it.
 */
@Component
class AdminToken implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(AdminToken.class);

	private static final String DEVELOPMENT = "development-";

	private static final String ADD = """
			insert into api_token (id, name, role, sha256, from_environment)
			values (:id, 'ONBOARD_ADMIN_TOKEN', 'ADMIN', :hash, true) on conflict (sha256) do nothing
			""";

	private static final String REVOKE_FORMER = """
			update api_token set revoked_at = now() where from_environment and sha256 <> :hash and revoked_at is null
			""";

	private final JdbcClient jdbc;

	private final AccessSettings settings;

	AdminToken(JdbcClient jdbc, AccessSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	@Override
	@Transactional
	public void run(ApplicationArguments arguments) {
		String hash = Secrets.hash(this.settings.adminToken());
		if (this.settings.adminToken().startsWith(DEVELOPMENT)) {
			log.warn("ONBOARD_ADMIN_TOKEN is the one of docker-compose.yml, which everybody knows");
		}
		// Only who brings a new one: a replica that still has the former one must not
		// win.
		if (this.jdbc.sql(ADD).param("id", UUID.randomUUID()).param("hash", hash).update() == 1) {
			int former = this.jdbc.sql(REVOKE_FORMER).param("hash", hash).update();
			log.info("The administrator's token of the environment is new{}",
					(former > 0) ? "; the former is void" : "");
		}
		else if (!isAdministrators(hash)) {
			log.warn(
					"ONBOARD_ADMIN_TOKEN is void: it was revoked, or made for another role. Put a new one there to use it.");
		}
	}

	private boolean isAdministrators(String hash) {
		return this.jdbc.sql("select revoked_at is null and role = 'ADMIN' from api_token where sha256 = :hash")
			.param("hash", hash)
			.query(Boolean.class)
			.single();
	}

}
