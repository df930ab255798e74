package dev.onboard.task;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
@ExtendWith(OutputCaptureExtension.class)
class WarmUpIntegrationTests {

	private final AcceptingPeople accepting;

	WarmUpIntegrationTests(@Autowired AcceptingPeople accepting) {
		this.accepting = accepting;
	}

	@Test
	void leavesNothingBehind(@Autowired WarmUp warmUp, @Autowired JdbcClient jdbc, CapturedOutput log) {
		warmUp.run(new DefaultApplicationArguments());
		for (String table : List.of("person where login like 'WARM-UP%'", "history where text like 'WARM-UP%'",
				"outbox where convert_from(body, 'UTF8') like '%WARM-UP%'")) {
			assertThat(jdbc.sql("select count(*) from " + table).query(Integer.class).single()).as(table).isZero();
		}
		assertThat(log).doesNotContain("will be slow");
	}

	@Test
	void isNoReasonNotToStart(CapturedOutput log) {
		new WarmUp(this.accepting, new TransactionTemplate() {
			@Override
			public <T> T execute(TransactionCallback<T> action) {
				throw new CannotCreateTransactionException("the database is away");
			}
		}).run(new DefaultApplicationArguments());
		assertThat(log).contains("The first requests will be slow", "the database is away");
	}

}
