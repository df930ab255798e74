package dev.onboard.task.console;

import java.io.IOException;

import dev.onboard.task.imports.TemporaryFileException;
import org.junit.jupiter.api.Test;

import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorPagesTests {

	@Test
	void ofADiskThatIsFullIsNoErrorOfWhoeverSentAFile() {
		assertThat(MockMvcTester
			.create(MockMvcBuilders.standaloneSetup(new Full()).setControllerAdvice(new ErrorPages()).build())
			.get()
			.uri("/full")).hasStatus(503).hasViewName("error");
	}

	@Controller
	private static final class Full {

		@GetMapping("/full")
		String fail() {
			throw new TemporaryFileException(new IOException("No space left on device"));
		}

	}

}
