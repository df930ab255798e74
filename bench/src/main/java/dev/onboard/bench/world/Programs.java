package dev.onboard.bench.world;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.bench.outside.Outside;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Ports;
import dev.onboard.testing.Project;

/** Makes the programs of both sides, which are told where everything is. */
final class Programs {

	/** By role; made when they are needed first, for that takes a start each. */
	private final Map<String, Image> images = new HashMap<>();

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
	 * @param name of its log
	 * @param settings which it has besides, or instead
	 */
	Service service(String name, String role, int port, Map<String, String> settings) {
		int managementPort = Ports.free();
		Map<String, String> environment = new HashMap<>(environment(port, managementPort));
		environment.putAll(settings);
		Program program = (Runtime.version().feature() >= Image.OLDEST_JAVA) ? image(role).program(name, environment)
				: Java.program(name, List.of("-jar", jar(role)), environment);
		return new Service(program, managementPort);
	}

	/** Of a service, with the flags that Java has by itself. */
	Program plain(String role, int port) {
		return new Program(role + "-plain", List.of(Java.tool("java"), "-jar", jar(role)),
				environment(port, Ports.free()));
	}

	/** Of a service, as its image starts it. */
	Program asInImage(String role, int port) {
		return image(role).program(role + "-image", environment(port, Ports.free()));
	}

	private Image image(String role) {
		return this.images.computeIfAbsent(role, (it) -> {
			Image image = new Image(Path.of("target", "images", it), Image.dockerfile());
			image.make(it, jar(it), Environment.ofTraining(Ports.free(), Ports.free()));
			return image;
		});
	}

	private static String jar(String role) {
		String service = role + "-service";
		return Project.root().resolve(service).resolve("target").resolve(service + ".jar").toString();
	}

	private Map<String, String> environment(int port, int managementPort) {
		return Environment.ofService(this.broker, this.database, this.outside, port, managementPort);
	}

	Program forwarder(String role, int port) {
		return Java.program("bare-" + role,
				List.of("-cp", System.getProperty("java.class.path"), "dev.onboard.bench.bare.Forwarder", role),
				Environment.ofForwarder(this.broker, this.database, this.outside, port, role));
	}

}
