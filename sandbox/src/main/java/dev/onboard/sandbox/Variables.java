package dev.onboard.sandbox;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Environment variables with their defaults. One that is empty counts as absent.
 */
final class Variables {

	private final Map<String, String> environment;

	Variables(Map<String, String> environment) {
		this.environment = environment;
	}

	/**
	 * The variable's value.
	 * @throws InvalidSetting with the remedy if it does not match
	 */
	String text(String name, String absent, Pattern pattern, String remedy) {
		String value = value(name).orElse(absent);
		if (!pattern.matcher(value).matches()) {
			throw new InvalidSetting(name, value, remedy);
		}
		return value;
	}

	int port(String name, int absent) {
		String value = value(name).orElse(Integer.toString(absent));
		if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
			throw new InvalidSetting(name, value, "give a port from 1 to 65535.");
		}
		return Integer.parseInt(value);
	}

	Optional<Path> path(String name) {
		Optional<String> value = value(name);
		try {
			return value.map(Path::of).map(Path::toAbsolutePath);
		}
		catch (InvalidPathException ex) {
			throw new InvalidSetting(name, value.orElse(""), "give the path of a directory.");
		}
	}

	private Optional<String> value(String name) {
		return Optional.ofNullable(this.environment.get(name)).map(String::strip).filter((value) -> !value.isEmpty());
	}

}
