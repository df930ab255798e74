package dev.onboard.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.onboard.testing.Project;

/** Which state of the project is measured. */
public final class Revision {

	private static final String UNKNOWN = "an unknown revision";

	private Revision() {
	}

	/**
	 * As {@code git describe} has it, with {@code -dirty} where something is not
	 * committed; in words where there is no git, or no repository.
	 */
	public static String here() {
		try {
			Process git = new ProcessBuilder("git", "-C", Project.root().toString(), "describe", "--always", "--dirty")
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			String described = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			return (git.waitFor() == 0) ? described : UNKNOWN;
		}
		catch (IOException ex) {
			return UNKNOWN;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
