package dev.onboard.task.web;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

import dev.onboard.task.imports.ImportSettings;
import dev.onboard.task.imports.TemporaryFileException;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a failure is told as one that goes away by itself. */
class ProblemsTests {

	@Test
	void ofADatabaseThatIsAwayIsWorthARepeat() {
		assertThat(statusOf(() -> new DataAccessResourceFailureException("nobody answers"))).isEqualTo(503);
		assertThat(statusOf(() -> new CannotCreateTransactionException("no connection"))).isEqualTo(503);
	}

	@Test
	void ofADatabaseThatWasAskedWronglyIsAnErrorOfOurs() {
		assertThat(statusOf(() -> new DuplicateKeyException("twice"))).isEqualTo(500);
		assertThat(statusOf(() -> new IncorrectResultSizeDataAccessException(1, 2))).isEqualTo(500);
		assertThat(statusOf(() -> new InvalidDataAccessApiUsageException("no such parameter"))).isEqualTo(500);
	}

	@Test
	void ofADiskThatIsFullIsNoErrorOfWhoeverSentAFile() {
		assertThat(statusOf(() -> new TemporaryFileException(new IOException("No space left on device"))))
			.isEqualTo(503);
	}

	private static int statusOf(Supplier<RuntimeException> failure) {
		ImportSettings imports = new ImportSettings(DataSize.ofMegabytes(1), 1, 1, Duration.ofDays(1));
		return MockMvcTester
			.create(MockMvcBuilders.standaloneSetup(new Failing(failure))
				.setControllerAdvice(new Problems(imports))
				.build())
			.get()
			.uri("/")
			.exchange()
			.getResponse()
			.getStatus();
	}

	@RestController
	private record Failing(Supplier<RuntimeException> failure) {

		@GetMapping("/")
		String fail() {
			throw this.failure.get();
		}

	}

}
