package dev.onboard.faults.cell;

import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Scene;
import dev.onboard.testing.Broker;

/**
 * The broker raises an alarm and takes nothing from publishers for a time, while people
 * arrive.
 *
 * @param limit a setting of {@code rabbitmqctl}
 * @param usual as {@code rabbitmq.conf} has it
 */
record Alarm(String name, String limit, String alarming, String usual) implements Cell {

	private static final int SECONDS = 30;

	@Override
	public void happen(Scene scene) throws InterruptedException {
		Broker broker = scene.world().broker();
		scene.arrive(scene.people() / 2);
		broker.ctl(this.limit, this.alarming);
		try {
			scene.deeds().did("alarms");
			scene.arrive(scene.people() - scene.people() / 2);
			TimeUnit.SECONDS.sleep(SECONDS);
			scene.publishingGoesOnAfter(() -> broker.ctl(this.limit, this.usual));
		}
		finally {
			broker.ctl(this.limit, this.usual);
		}
	}

}
