package dev.onboard.faults.cell;

import java.io.IOException;
import java.util.Map;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Slack;

/**
 * Every message comes three times: a tap says two more of each to its queue alone. Half
 * as many people do, for what is said again by who hears it is copied, too.
 */
record Triples(String name, Slack slack) implements Cell {

	private static final int COPIES = 2;

	@Override
	public void happen(Scene scene) throws Exception {
		try (Connection connection = scene.world().ruleBroker()) {
			Wiring wiring = Wiring.read();
			for (String queue : Wiring.WORK_QUEUES) {
				tap(connection.createChannel(), wiring, queue, scene);
			}
			int people = scene.people() / 2;
			scene.arrive(people);
			scene.awaitEnd();
			int copies = scene.deeds().done().getOrDefault("copies", 0);
			// To the mail-service, from it to two, and what each of them reports.
			int least = COPIES * people * 5;
			if (copies < least) {
				throw new IllegalStateException("only " + copies + " copies were made, less than " + least);
			}
		}
	}

	private static void tap(Channel channel, Wiring wiring, String queue, Scene scene) throws IOException {
		String tap = channel.queueDeclare("", false, true, true, Map.of()).getQueue();
		wiring.copyTo(channel, queue, tap);
		channel.basicConsume(tap, true, (tag, message) -> {
			for (int copy = 0; copy < COPIES; copy++) {
				channel.basicPublish("", queue, message.getProperties(), message.getBody());
				scene.deeds().did("copies");
			}
		}, (tag) -> {
		});
	}

}
