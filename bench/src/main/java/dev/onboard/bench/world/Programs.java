package dev.onboard.bench.world;

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

	private final Broker broker;

	private final Database database;

	private final Outside outside;

	Programs(Broker broker, Database database, Outside outside) {
		this.broker = broker;
		this.database = database;
		this.outside = outside;
	}

	/**
	 * The jar of a service that was built last.
	 * @param name of its log
	 * @param settings which it has besides, or instead
	 */
	Service service(String name, String role, int port, Map<String, String> settings) {
		int managementPort = Ports.free();
		String service = role + "-service";
		String jar = Project.root().resolve(service).resolve("target").resolve(service + ".jar").toString();
		Map<String, String> environment = new HashMap<>(
				Environment.ofService(this.broker, this.database, this.outside, port, managementPort));
		environment.putAll(settings);
		return new Service(Java.program(name, List.of("-jar", jar), environment), managementPort);
	}

	Program forwarder(String role, int port) {
		return Java.program("bare-" + role,
				List.of("-cp", System.getProperty("java.class.path"), "dev.onboard.bench.bare.Forwarder", role),
				Environment.ofForwarder(this.broker, this.database, this.outside, port, role));
	}

}
