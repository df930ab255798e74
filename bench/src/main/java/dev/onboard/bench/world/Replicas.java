package dev.onboard.bench.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.testing.Ports;

/** Mail-services with a fixed number of consumers each, instead of the usual one. */
public final class Replicas implements AutoCloseable {

	private static final int CONSUMERS = 4;

	private final Side ours;

	private final List<Service> all = new ArrayList<>();

	/** None runs yet. */
	Replicas(Side ours, Programs programs, int most) {
		this.ours = ours;
		Map<String, String> settings = Map.of("ONBOARD_DELIVERY_CONSUMERS_MIN", Integer.toString(CONSUMERS),
				"ONBOARD_DELIVERY_CONSUMERS_MAX", Integer.toString(CONSUMERS));
		for (int number = 1; number <= most; number++) {
			this.all.add(programs.service("mail-service-" + number, "mail", Ports.free(), settings));
		}
	}

	/**
	 * So many of them are ready when this returns, and no other one runs. Those that ran
	 * before go on, so that they stay warm.
	 * @return the services, with these
	 */
	public Side run(int count) {
		Map<String, Program> programs = new LinkedHashMap<>(this.ours.programs());
		programs.remove("mail");
		this.all.subList(count, this.all.size()).forEach((it) -> it.program().stop());
		this.all.subList(0, count).forEach((it) -> {
			it.start();
			programs.put("mail-" + (this.all.indexOf(it) + 1), it.program());
		});
		return new Side(this.ours.name(), this.ours.port(), programs, this.ours.queues(), this.ours.tables(),
				this.ours.rows());
	}

	@Override
	public void close() {
		this.all.forEach((it) -> it.program().stop());
	}

}
