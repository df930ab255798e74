package dev.onboard.testing;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The operating system's {@code rabbitmq-server}, as a plain process. */
final class LocalBroker implements Broker {

	private static final String SCRIPT = "rabbitmq/local";

	private final Path folder = Project.emptyFolder("broker");

	LocalBroker() {
		Exit.stops(() -> Project.run(SCRIPT, "stop", this.folder.toString()));
		start();
	}

	@Override
	public int port() {
		return Project.port(this.folder, "AMQP_PORT");
	}

	@Override
	public int managementPort() {
		return Project.port(this.folder, "MANAGEMENT_PORT");
	}

	@Override
	public void crash() {
		Project.run(SCRIPT, "kill", this.folder.toString());
	}

	@Override
	public void start() {
		Project.start(SCRIPT, this.folder);
	}

	@Override
	public String log() {
		return Project.log(this.folder, "broker.log");
	}

	@Override
	public String ctl(String... arguments) {
		return Project.run(SCRIPT,
				Stream.concat(Stream.of("ctl", this.folder.toString()), Stream.of(arguments)).toArray(String[]::new));
	}

}
