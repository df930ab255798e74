package dev.onboard.web.redmine;

import java.time.Duration;

import com.github.dockerjava.api.model.PortBinding;
import dev.onboard.testing.Ports;
import dev.onboard.testing.Project;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** The same contract on a real Redmine 6, started as Compose starts it. */
@EnabledIfSystemProperty(named = "onboard.containers", matches = "true",
		disabledReason = "a real Redmine is a container, and this run has none: ./onboard test --containers")
class RealRedmineContractIntegrationTests {

	private static final int PORT = Ports.free();

	private static final String KEY = "76543210fedcba9876543210fedcba9876543210";

	private static final GenericContainer<?> REDMINE = new GenericContainer<>("redmine:6")
		.withCopyFileToContainer(MountableFile.forHostPath(Project.root().resolve("redmine")), "/onboard/redmine")
		.withEnv("REDMINE_API_KEY", KEY)
		.withExposedPorts(3000)
		.withCreateContainerCmdModifier((create) -> {
			create.withEntrypoint("bash", "/onboard/redmine/start");
			create.withCmd("rails", "server", "-b", "0.0.0.0");
			create.getHostConfig().withPortBindings(PortBinding.parse("127.0.0.1:" + PORT + ":3000"));
		})
		.waitingFor(Wait.forHttp("/roles.json").withHeader("X-Redmine-API-Key", KEY).forStatusCode(200))
		.withStartupTimeout(Duration.ofMinutes(3));

	@BeforeAll
	static void start() {
		REDMINE.start();
	}

	@AfterAll
	static void stop() {
		REDMINE.stop();
	}

	@Nested
	class Accounts extends AccountContract {

		@Override
		Administrator administrator() {
			return new Administrator("http://127.0.0.1:" + PORT, KEY);
		}

	}

	@Nested
	class Roles extends RoleContract {

		@Override
		Administrator administrator() {
			return new Administrator("http://127.0.0.1:" + PORT, KEY);
		}

	}

}
