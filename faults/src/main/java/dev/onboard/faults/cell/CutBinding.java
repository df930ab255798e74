package dev.onboard.faults.cell;

import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.onboard.events.TargetSystem;
import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Setting;

/**
 * A work queue is bound to nothing for a time, while people arrive: what is published
 * goes to others alone, and where there are any nobody is told.
 */
record CutBinding(String name, String queue, TargetSystem system, Setting setting) implements Cell {

	private static final int SECONDS = 10;

	@Override
	public void happen(Scene scene) throws Exception {
		try (Connection connection = scene.world().ruleBroker(); Channel channel = connection.createChannel()) {
			Wiring wiring = Wiring.read();
			scene.world().hearNothing();
			scene.arrive(scene.people() / 3);
			wiring.cut(channel, this.queue);
			try {
				scene.deeds().did("cut bindings");
				scene.arrive(scene.people() / 3);
				TimeUnit.SECONDS.sleep(SECONDS);
				if (scene.waitingFor(this.system) == 0) {
					throw new IllegalStateException("nobody waits for " + this.system);
				}
			}
			finally {
				wiring.mend(channel, this.queue);
			}
			scene.arrive(scene.people() / 3);
			scene.awaitAccepted();
		}
	}

}
