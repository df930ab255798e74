package dev.onboard.bench.world;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.bench.outside.Outside;
import dev.onboard.bench.wire.HttpLine;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Ports;
import dev.onboard.testing.Project;

/** Makes the programs of both sides, which are told where everything is. */
final class Programs {

	private final Map<String, Integer> managementPorts = new HashMap<>();

	private final Broker broker;

	private final Database database;

	private final Outside outside;

	Programs(Broker broker, Database database, Outside outside) {
		this.broker = broker;
		this.database = database;
		this.outside = outside;
	}

	/** The jar of a service that was built last. */
	Program service(String role, int port) {
		int managementPort = Ports.free();
		this.managementPorts.put(role, managementPort);
		String service = role + "-service";
		String jar = Project.root().resolve(service).resolve("target").resolve(service + ".jar").toString();
		return Java.program(service, List.of("-jar", jar),
				Environment.ofService(this.broker, this.database, this.outside, port, managementPort));
	}

	/** Whether a service that was made here serves and listens. */
	boolean isUp(String role) {
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
