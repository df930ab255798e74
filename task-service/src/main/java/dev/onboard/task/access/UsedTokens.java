package dev.onboard.task.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When each token was used last, beside the requests, so that none of them waits for it:
 * written after 10 s at the latest, and once a minute at most. A crash forgets what is
 * not written yet. Thread-safe.
 */
@Component
class UsedTokens {

	private static final Logger log = LoggerFactory.getLogger(UsedTokens.class);

	private final JdbcClient jdbc;

	private final Set<UUID> used = ConcurrentHashMap.newKeySet();

	UsedTokens(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void note(UUID id) {
		this.used.add(id);
	}

	@Scheduled(fixedDelayString = "10s")
	void write() {
		List<UUID> ids = List.copyOf(this.used);
		if (ids.isEmpty()) {
			return;
		}
		ids.forEach(this.used::remove);
		try {
			this.jdbc.sql("""
					update api_token set last_used_at = now()
					 where id in (:ids) and (last_used_at is null or last_used_at < now() - interval '1 minute')
					""").param("ids", ids).update();
		}
		catch (DataAccessException ex) {
			log.warn("When tokens were used is written later: {}", ex.getMessage());
			this.used.addAll(ids);
		}
	}

}
