package dev.onboard.delivery;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class OwnTroubleTests {

	@Test
	void isWhereTheDatabaseIsToBlame() {
		assertThat(OwnTrouble.is(new DataAccessResourceFailureException("nobody answers"))).isTrue();
		assertThat(OwnTrouble.is(new QueryTimeoutException("late"))).isTrue();
		assertThat(OwnTrouble.is(new CannotCreateTransactionException("no connection"))).isTrue();
	}

	@Test
	void isNotWhereItWasAskedWrongly() {
		assertThat(OwnTrouble.is(new DataIntegrityViolationException("too long"))).isFalse();
		assertThat(OwnTrouble.is(new IncorrectResultSizeDataAccessException(1, 2))).isFalse();
		assertThat(OwnTrouble.is(new InvalidDataAccessApiUsageException("no such parameter"))).isFalse();
		assertThat(OwnTrouble.is(new IllegalStateException())).isFalse();
	}

}
