package dev.onboard.faults.cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Scene;

/**
 * Messages come in any order: the work queues get nothing directly, but what they should
 * have got, shuffled, some of it at once and some later.
 */
record Shuffles(String name) implements Cell {

	private static final int MEANWHILE_MILLIS = 400;

	private static final String OVERTAKING = "that overtook one about the same person";

	/** One message for each of so many people overtakes, at least. */
	private static final int LEAST_SHARE = 10;

	@Override
	public void happen(Scene scene) throws Exception {
		try (Connection connection = scene.world().ruleBroker(); Channel channel = connection.createChannel()) {
			Wiring wiring = Wiring.read();
			List<Detour> detours = new ArrayList<>();
			try {
				for (String queue : Wiring.WORK_QUEUES) {
					detours.add(Detour.around(queue, wiring, channel));
				}
				scene.arrive(scene.people());
				while (!scene.hasEnded()) {
					TimeUnit.MILLISECONDS.sleep(MEANWHILE_MILLIS);
					for (Detour detour : detours) {
						detour.pass(channel, scene);
					}
				}
			}
			finally {
				for (Detour detour : detours) {
					wiring.mend(channel, detour.queue);
					detour.passAll(channel, scene);
				}
			}
		}
		int overtaking = scene.deeds().done().getOrDefault(OVERTAKING, 0);
		if (overtaking < scene.people() / LEAST_SHARE) {
			throw new IllegalStateException("only " + overtaking + " messages overtook one about the same person");
		}
	}

	/** Around a work queue, which is to get its messages late. */
	private static final class Detour {

		private final String queue;

		/** Where they wait at the broker. */
		private final String meanwhile;

		/**
		 * Those that were taken from there, in the order in which they were published.
		 */
		private final List<GetResponse> held = new ArrayList<>();

		private Detour(String queue, String meanwhile) {
			this.queue = queue;
			this.meanwhile = meanwhile;
		}

		static Detour around(String queue, Wiring wiring, Channel channel) throws IOException {
			// Else nothing could be published any more.
			String meanwhile = channel.queueDeclare("", false, true, true, Map.of()).getQueue();
			wiring.copyTo(channel, queue, meanwhile);
			wiring.cut(channel, queue);
			return new Detour(queue, meanwhile);
		}

		/** About half of them, in any order. */
		void pass(Channel channel, Scene scene) throws IOException {
			take(channel);
			List<GetResponse> some = new ArrayList<>(
					this.held.stream().filter((message) -> scene.random().nextBoolean()).toList());
			Collections.shuffle(some, scene.random());
			for (GetResponse message : some) {
				publish(message, channel, scene);
			}
		}

		void passAll(Channel channel, Scene scene) throws IOException {
			take(channel);
			for (GetResponse message : List.copyOf(this.held)) {
				publish(message, channel, scene);
			}
		}

		private void take(Channel channel) throws IOException {
			GetResponse message = channel.basicGet(this.meanwhile, true);
			while (message != null) {
				this.held.add(message);
				message = channel.basicGet(this.meanwhile, true);
			}
		}

		private void publish(GetResponse message, Channel channel, Scene scene) throws IOException {
			List<GetResponse> overtaken = this.held.subList(0, this.held.indexOf(message));
			if (!overtaken.isEmpty()) {
				scene.deeds().did("messages out of order");
			}
			if (overtaken.stream().anyMatch((other) -> person(other).equals(person(message)))) {
				scene.deeds().did(OVERTAKING);
			}
			channel.basicPublish("", this.queue, message.getProps(), message.getBody());
			this.held.remove(message);
		}

		private static String person(GetResponse message) {
			return String.valueOf(message.getProps().getCorrelationId());
		}

	}

}
