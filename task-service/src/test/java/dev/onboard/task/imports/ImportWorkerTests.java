package dev.onboard.task.imports;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ImportWorkerTests {

	@Test
	void whileTheDatabaseIsAwayItSaysSoOnce(CapturedOutput output) {
		AtomicInteger asked = new AtomicInteger();
		ImportTable away = new ImportTable(Mockito.mock(JdbcClient.class)) {
			@Override
			List<UUID> running() {
				asked.incrementAndGet();
				throw new DataAccessResourceFailureException("nobody answers");
			}
		};
		ImportWorker worker = new ImportWorker(away, Mockito.mock(AcceptingRows.class), Mockito.mock(Backlog.class));
		worker.start();
		try {
			Awaitility.await().until(() -> asked.get() >= 4);
		}
		finally {
			worker.stop();
		}
		assertThat(output.getOut().split("Importing waits: nobody answers", -1)).as("parts around one line").hasSize(2);
	}

}
