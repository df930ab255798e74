package dev.onboard.task.person;

import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class PersonRowsIntegrationTests {

	private static final String CROWD = """
			insert into person (id, login, address, first_name, last_name)
			select gen_random_uuid(), :name || n, :name || n || '@example.com', md5('first' || n), md5('last' || n)
			  from generate_series(1, 3000) as n
			""";

	/** Without it so few are read one by one. */
	private static final String BY_THE_INDEX = "set local enable_seqscan = off; set local enable_indexscan = off";

	private final PersonRows people;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	PersonRowsIntegrationTests(@Autowired PersonRows people, @Autowired JdbcClient jdbc,
			@Autowired TransactionTemplate transaction) {
		this.people = people;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Test
	void searchesWithoutReadingEverybodyWhoCameLately() {
		String name = Somebody.token();
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			this.jdbc.sql(CROWD).param("name", name).update();
			this.jdbc.sql(BY_THE_INDEX).update();
			long before = pagesReadOfTheIndex();
			assertThat(this.people.list(new Filter(null, name + "2999", null, 10))).hasSize(1);
			assertThat(pagesReadOfTheIndex() - before).isPositive().isLessThan(100);
		});
	}

	private long pagesReadOfTheIndex() {
		return this.jdbc.sql("select pg_stat_get_xact_blocks_fetched('person_searched'::regclass)")
			.query(Long.class)
			.single();
	}

}
