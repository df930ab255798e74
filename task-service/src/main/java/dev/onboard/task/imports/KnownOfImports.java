package dev.onboard.task.imports;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.onboard.delivery.forgetting.PersonalData;
import dev.onboard.task.person.PageChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
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

	/**
	 * Rows that they became, or that have a login of theirs, in whatever case it was
	 * typed; and refused ones of somebody with the same names and contact address, who
	 * came again with another login. One that waits is somebody else's if there is no
	 * contact address to know them by.
	 */
	private static final String ROWS = """
			with found as (
			  select import_id, line from import_row where person_id = :person
			  union
			  select r.import_id, r.line from login l join import_row r on lower(r.login) = l.login
			   where l.person_id = :person
			  union
			  select r.import_id, r.line from person p
			    join import_row r on r.last_name = p.last_name and r.first_name = p.first_name
			     and r.contact_email is not distinct from p.contact_email
			   where p.id = :person
			     and (r.state = 'REFUSED' or (r.state = 'TO_CREATE' and r.contact_email is not null)))
			""";

	/** In an order, for others do so, too; what has their rows in hand ends before. */
	private static final String LOCK = ROWS
			+ "select id from import where id in (select import_id from found) order by id for update";

	private static final String FORGET = ROWS + """
			, gone as (delete from import_row r using found f where r.import_id = f.import_id and r.line = f.line
			           returning r.import_id, r.state),
			change as (select import_id, state, -1 as by from gone)
			""" + ImportTable.COUNT;

	private final ImportTable imports;

	private final JdbcClient jdbc;

	private final ImportSettings settings;

	private final ApplicationEventPublisher announcements;

	KnownOfImports(ImportTable imports, JdbcClient jdbc, ImportSettings settings,
			ApplicationEventPublisher announcements) {
		this.imports = imports;
		this.jdbc = jdbc;
		this.settings = settings;
		this.announcements = announcements;
	}

	@Override
	public void forget(UUID person) {
		List<UUID> imports = this.jdbc.sql(LOCK)
			.param("person", person)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
		this.jdbc.sql(FORGET).param("person", person).update();
		imports.forEach((id) -> this.announcements.publishEvent(new PageChanged(id)));
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forgetOld() {
		int forgotten = this.imports.forget(this.settings.kept());
		if (forgotten > 0) {
			log.info("Forgot {} imports older than {}", forgotten, this.settings.kept());
		}
	}

}
