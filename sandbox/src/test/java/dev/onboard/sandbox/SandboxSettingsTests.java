package dev.onboard.sandbox;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SandboxSettingsTests {

	@Test
	void hasADefaultForEverything() {
		assertThat(SandboxSettings.from(Map.of("SANDBOX_BIND", " ")))
			.isEqualTo(new SandboxSettings("127.0.0.1", 8085, 1025, 1143, 8000, "example.com", Optional.empty()));
	}

	@Test
	void takesWhatIsSet() {
		SandboxSettings settings = SandboxSettings.from(Map.of("SANDBOX_BIND", "0.0.0.0", "SANDBOX_HTTP_PORT", "1",
				"SANDBOX_SMTP_PORT", "2", "SANDBOX_IMAP_PORT", "3", "SANDBOX_WEBADMIN_PORT", "65535", "ONBOARD_DOMAIN",
				"mail.acme.org", "SANDBOX_DIR", "/tmp/x"));
		assertThat(settings).isEqualTo(
				new SandboxSettings("0.0.0.0", 1, 2, 3, 65_535, "mail.acme.org", Optional.of(Path.of("/tmp/x"))));
	}

	@ParameterizedTest
	@CsvSource({ "SANDBOX_HTTP_PORT,http", "SANDBOX_SMTP_PORT,0", "SANDBOX_IMAP_PORT,65536", "SANDBOX_WEBADMIN_PORT,-1",
			"SANDBOX_WEBADMIN_PORT,999999999999", "ONBOARD_DOMAIN,<b>.com", "ONBOARD_DOMAIN,Example.com",
			"ONBOARD_DOMAIN,localhost", "SANDBOX_BIND,::1", "SANDBOX_WEBADMIN_PORT,8085" })
	void namesTheVariableThatItRefuses(String variable, String value) {
		assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> SandboxSettings.from(Map.of(variable, value)))
			.withMessageStartingWith(variable + "=" + value + ": ");
	}

	@Test
	void namesTheVariableOfATakenPort() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			SandboxSettings free = OnFreePorts.settings();
			SandboxSettings settings = new SandboxSettings(free.bind(), free.httpPort(), free.smtpPort(),
					taken.getLocalPort(), free.webAdminPort(), free.domain(), free.directory());
			assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> FreePorts.check(settings))
				.withMessageStartingWith("SANDBOX_IMAP_PORT=" + taken.getLocalPort());
		}
	}

}
