package dev.onboard.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.onboard.testing.Project;
import tools.jackson.databind.json.JsonMapper;

/**
 * The image of a service without a container: how it is made and started is read from the
 * Dockerfile, so that it is the same.
 */
public final class Image {

	/** The first that makes an archive of classes in one start. */
	public static final int OLDEST_JAVA = 25;

	private static final Pattern TRAINING = Pattern.compile("(?m)^ +/train java (.* -XX:AOTCacheOutput=.*)$");

	private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT (\\[\"java\",.*])$");

	private final Path folder;

	private final String dockerfile;

	Image(Path folder, String dockerfile) {
		this.folder = folder;
		this.dockerfile = dockerfile;
	}

	static String dockerfile() {
		try {
			return Files.readString(Project.root().resolve("Dockerfile"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Takes a start, which finds nobody. Many programs may be of it then. */
	void make(String role, String jar, Map<String, String> environment) {
		Step.run(role + "-extract", List.of(Java.tool("java"), "-Djarmode=tools", "-jar", jar, "extract", "--force",
				"--application-filename", "app.jar", "--destination", this.folder.toString()), Map.of());
		List<String> train = new ArrayList<>(here(training()));
		train.add(train.indexOf(Java.tool("java")), Project.root().resolve("scripts/train").toString());
		Step.run(role + "-training", train, environment);
	}

	/**
	 * Once it is made; not started yet.
	 * @param name of its log
	 */
	Program program(String name, Map<String, String> environment) {
		List<String> entrypoint = new ArrayList<>(entrypoint());
		// Of its container; it has the last word over a percentage.
		entrypoint.addAll(0, Java.HEAP);
		return new Program(name, here(entrypoint), environment);
	}

	/** What is told to {@code java} so that it leaves its archive of classes. */
	List<String> training() {
		return Arrays.asList(last(TRAINING).split(" ", -1));
	}

	/**
	 * What is told to {@code java} in the last stage of the Dockerfile, that of services.
	 */
	List<String> entrypoint() {
		List<String> command = Arrays.asList(JsonMapper.shared().readValue(last(ENTRYPOINT), String[].class));
		return command.subList(1, command.size());
	}

	private String last(Pattern pattern) {
		return pattern.matcher(this.dockerfile)
			.results()
			.map((MatchResult match) -> match.group(1))
			.reduce((former, latter) -> latter)
			.orElseThrow(() -> new IllegalStateException("the Dockerfile has no " + pattern));
	}

	private List<String> here(List<String> arguments) {
		List<String> command = new ArrayList<>(List.of("env", "--chdir=" + this.folder, Java.tool("java")));
		command.addAll(arguments);
		return command;
	}

}
