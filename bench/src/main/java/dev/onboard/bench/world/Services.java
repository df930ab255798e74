package dev.onboard.bench.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.onboard.testing.Ports;

/** The three services, one process of each. */
final class Services {

	static final List<String> ROLES = List.of("task", "mail", "web");

	private static final String MAILS_IN_HAND = "select count(*) from effect where effect = 'welcome-mail' and state = 'STARTED'";

	private final Map<String, Service> all = new LinkedHashMap<>();

	/**
	 * None runs yet.
	 * @param port of the task-service
	 */
	Services(Programs programs, int port) {
		ROLES.forEach((role) -> this.all.put(role,
				programs.service(role + "-service", role, role.equals("task") ? port : Ports.free(), Map.of())));
	}

	Service of(String role) {
		return Objects.requireNonNull(this.all.get(role), role);
	}

	void start() {
		this.all.values().forEach(Service::start);
	}

	/** By role. */
	Map<String, Program> programs() {
		Map<String, Program> programs = new LinkedHashMap<>();
		this.all.forEach((role, service) -> programs.put(role, service.program()));
		return programs;
	}

	/** To be killed; what it was in the middle of stands in its tables. */
	Victim mail(Rows rows) {
		Service mail = of("mail");
		return new Victim("the mail-service", mail.program()::kill, mail::start, () -> rows.number(MAILS_IN_HAND));
	}

}
