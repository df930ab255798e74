package dev.onboard.bench.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.onboard.testing.Ports;

/** The three services, one process of each. */
public final class Services {

	static final List<String> ROLES = List.of("task", "mail", "web");

	private static final String MAILS_IN_HAND = "select count(*) from effect where effect = 'welcome-mail' and state = 'STARTED'";

	private final Programs making;

	private final Map<String, Service> all = new LinkedHashMap<>();

	/**
	 * None runs yet.
	 * @param port of the task-service
	 */
	Services(Programs making, int port) {
		this.making = making;
		ROLES.forEach((role) -> this.all.put(role,
				making.service(role + "-service", role, role.equals("task") ? port : Ports.free(), Map.of())));
	}

	private Service of(String role) {
		return Objects.requireNonNull(this.all.get(role), role);
	}

	/** Returns when it is ready; the others are left as they are. */
	public void startTask() {
		of("task").start();
	}

	/** Until all are started again. */
	public void stopMail() {
		of("mail").program().stop();
	}

	/** Returns when all are ready; harmless while they run. */
	public void start() {
		this.all.values().forEach(Service::start);
	}

	void stop() {
		this.all.values().forEach((service) -> service.program().stop());
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

	/**
	 * For the place of the mail-service.
	 * @param ours these
	 */
	public Replicas mailReplicas(Side ours, int most) {
		return new Replicas(ours, this.making, most);
	}

}
