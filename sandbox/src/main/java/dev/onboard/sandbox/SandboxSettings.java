package dev.onboard.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings, from environment variables; each may be absent or empty.
 *
 * @param bind SANDBOX_BIND, an IPv4 address or a host name, by default 127.0.0.1
 * @param httpPort SANDBOX_HTTP_PORT, by default 8085
 * @param smtpPort SANDBOX_SMTP_PORT, by default 1025
 * @param imapPort SANDBOX_IMAP_PORT, by default 1143
 * @param webAdminPort SANDBOX_WEBADMIN_PORT, by default 8000
 * @param domain ONBOARD_DOMAIN, by default example.com
 * @param directory SANDBOX_DIR, where the mail server works; by default a temporary one
 * that is deleted at the end
 */
record SandboxSettings(String bind, int httpPort, int smtpPort, int imapPort, int webAdminPort, String domain,
		Optional<Path> directory) {

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

	private static final Pattern DOMAIN = Pattern
		.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

	/**
	 * Reads the settings.
	 * @throws InvalidSetting for the first one that cannot be used
	 */
	static SandboxSettings from(Map<String, String> environment) {
		Variables variables = new Variables(environment);
		SandboxSettings settings = new SandboxSettings(
				variables.text("SANDBOX_BIND", "127.0.0.1", HOST, "give an IPv4 address or a host name."),
				variables.port("SANDBOX_HTTP_PORT", 8085), variables.port("SANDBOX_SMTP_PORT", 1025),
				variables.port("SANDBOX_IMAP_PORT", 1143), variables.port("SANDBOX_WEBADMIN_PORT", 8000), variables
					.text("ONBOARD_DOMAIN", "example.com", DOMAIN, "give a domain in lower case such as example.com."),
				variables.path("SANDBOX_DIR"));
		settings.refuseOnePortForTwo();
		return settings;
	}

	/**
	 * The ports by the variable that sets them.
	 */
	Map<String, Integer> ports() {
		Map<String, Integer> ports = new LinkedHashMap<>();
		ports.put("SANDBOX_HTTP_PORT", this.httpPort);
		ports.put("SANDBOX_SMTP_PORT", this.smtpPort);
		ports.put("SANDBOX_IMAP_PORT", this.imapPort);
		ports.put("SANDBOX_WEBADMIN_PORT", this.webAdminPort);
		return ports;
	}

	private void refuseOnePortForTwo() {
		Map<Integer, String> variables = new LinkedHashMap<>();
		ports().forEach((variable, port) -> {
			String other = variables.putIfAbsent(port, variable);
			if (other != null) {
				throw new InvalidSetting(variable, port.toString(), "give a port that " + other + " does not have.");
			}
		});
	}

}
