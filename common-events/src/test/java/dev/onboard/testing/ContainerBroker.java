package dev.onboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.github.dockerjava.api.model.PortBinding;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.MountableFile;

/** {@code rabbitmq:4-management} in a container, with {@code rabbitmq/} in it. */
final class ContainerBroker implements Broker {

	private final int port = Ports.free();

	private final int managementPort = Ports.free();

	private final RabbitMQContainer container = new RabbitMQContainer("rabbitmq:4-management")
		.withCopyFileToContainer(MountableFile.forHostPath(Project.root().resolve("rabbitmq")), "/onboard/rabbitmq")
		.withEnv(Project.environment())
		.withCommand("bash", "/onboard/rabbitmq/start")
		.withExposedPorts(5672, 15672)
		.withCreateContainerCmdModifier((create) -> {
			create.withHostName("broker");
			create.getHostConfig()
				.withPortBindings(PortBinding.parse("127.0.0.1:" + this.port + ":5672"),
						PortBinding.parse("127.0.0.1:" + this.managementPort + ":15672"));
		})
		.waitingFor(Wait.forLogMessage(".*Server startup complete.*", 1))
		.withStartupTimeout(Duration.ofMinutes(2));

	ContainerBroker() {
		Exit.stops(this.container::stop);
		Exit.starts(this.container::start);
	}

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public int managementPort() {
		return this.managementPort;
	}

	@Override
	public void crash() {
		this.container.getDockerClient().killContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void start() {
		if (!this.container.isRunning()) {
			Exit.starts(this.container.getDockerClient().startContainerCmd(this.container.getContainerId())::exec);
		}
		Ports.awaitAnswer(this.port, Duration.ofSeconds(90));
	}

	@Override
	public String log() {
		return this.container.getLogs();
	}

	@Override
	public String ctl(String... arguments) {
		try {
			ExecResult result = this.container
				.execInContainer(Stream.concat(Stream.of("rabbitmqctl"), Stream.of(arguments)).toArray(String[]::new));
			if (result.getExitCode() != 0) {
				throw new IllegalStateException("rabbitmqctl " + List.of(arguments) + ": " + result);
			}
			return result.getStdout();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
