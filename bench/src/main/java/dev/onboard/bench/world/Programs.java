package dev.onboard.bench.world;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.bench.outside.Outside;
import dev.onboard.bench.wire.HttpLine;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Ports;
import dev.onboard.testing.Project;
import org.awaitility.Awaitility;

/** Makes the programs of both sides, which are told where everything is. */
final class Programs {

	static final Duration LONGEST_START = Duration.ofMinutes(3);

	private final Map<String, Integer> managementPorts = new HashMap<>();

	private final Broker broker;

	private final Database database;

	private final Outside outside;

	Programs(Broker broker, Database database, Outside outside) {
		this.broker = broker;
		this.database = database;
		this.outside = outside;
	}

	/**
	 * A service that was built last, as its image starts it if this Java can, else as the
	 * forwarders are.
	 */
	Program service(String role, int port) {
		int managementPort = Ports.free();
		this.managementPorts.put(role, managementPort);
		Map<String, String> environment = environment(port, managementPort);
		return (Runtime.version().feature() >= Image.OLDEST_JAVA) ? image(role).make(role, jar(role), environment)
				: Java.program(role + "-service", List.of("-jar", jar(role)), environment);
	}

	/** Of a service, with the flags that Java has by itself. */
	Program plain(String role, int port) {
		return new Program(role + "-plain", List.of(Java.tool("java"), "-jar", jar(role)),
				environment(port, Ports.free()));
	}

	/** Of a service, made first as its image is. */
	Program asInImage(String role, int port) {
		return image(role).make(role, jar(role), environment(port, Ports.free()));
	}

	private static Image image(String role) {
		return new Image(Path.of("target", "images", role), Image.dockerfile());
	}

	private static String jar(String role) {
		String service = role + "-service";
		return Project.root().resolve(service).resolve("target").resolve(service + ".jar").toString();
	}

	private Map<String, String> environment(int port, int managementPort) {
		return Environment.ofService(this.broker, this.database, this.outside, port, managementPort);
	}

	/**
	 * Returns when a service that was made here serves and listens; at once if it does.
	 */
	void start(String role, Program service) {
		service.start();
		Awaitility.await(service.toString())
			.atMost(LONGEST_START)
			.failFast(service + " has ended", () -> !service.isRunning())
			.until(() -> isUp(role));
	}

	private boolean isUp(String role) {
		try (HttpLine line = new HttpLine(this.managementPorts.getOrDefault(role, 0), "")) {
			return line.send("GET", "/actuator/health", null) == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	Program forwarder(String role, int port) {
		return Java.program("bare-" + role,
				List.of("-cp", System.getProperty("java.class.path"), "dev.onboard.bench.bare.Forwarder", role),
				Environment.ofForwarder(this.broker, this.database, this.outside, port, role));
	}

}
