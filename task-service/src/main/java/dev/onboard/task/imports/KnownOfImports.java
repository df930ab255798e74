package dev.onboard.task.imports;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.onboard.delivery.forgetting.PersonalData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What stands about people in the files that were imported. It goes first when a person
 * is erased, for some rows are found by the logins that go with the person; one that
 * still waited would bring the person back.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KnownOfImports implements PersonalData {

	private static final Logger log = LoggerFactory.getLogger(KnownOfImports.class);

	private static final String FORGET = """
			delete from import_row
			 where person_id = :person or login in (select login from login where person_id = :person)
			""";

	private final ImportTable imports;

	private final JdbcClient jdbc;

	private final ImportSettings settings;

	KnownOfImports(ImportTable imports, JdbcClient jdbc, ImportSettings settings) {
		this.imports = imports;
		this.jdbc = jdbc;
		this.settings = settings;
	}

	@Override
	public void forget(UUID person) {
		this.jdbc.sql(FORGET).param("person", person).update();
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forgetOld() {
		int forgotten = this.imports.forget(this.settings.kept());
		if (forgotten > 0) {
			log.info("Forgot {} imports older than {}", forgotten, this.settings.kept());
		}
	}

}
