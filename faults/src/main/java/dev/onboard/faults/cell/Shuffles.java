package dev.onboard.faults.cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Scene;

/**
 * Messages come in any order: the work queues get nothing directly, but what they should
 * have got meanwhile, shuffled.
 */
record Shuffles(String name) implements Cell {

	private static final int MEANWHILE_MILLIS = 400;

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
					wiring.mend(channel, detour.queue());
					detour.pass(channel, scene);
				}
			}
		}
		if (scene.done().getOrDefault("messages out of order", 0) < scene.people()) {
			throw new IllegalStateException("hardly anything came out of order");
		}
	}

	/**
	 * @param queue which is to get its messages late
	 * @param meanwhile where they wait
	 */
	private record Detour(String queue, String meanwhile) {

		static Detour around(String queue, Wiring wiring, Channel channel) throws IOException {
			// Else nothing could be published any more.
			String meanwhile = channel.queueDeclare("", false, true, true, Map.of()).getQueue();
			wiring.copyTo(channel, queue, meanwhile);
			wiring.cut(channel, queue);
			return new Detour(queue, meanwhile);
		}

		void pass(Channel channel, Scene scene) throws IOException {
			List<GetResponse> messages = new ArrayList<>();
			GetResponse message = channel.basicGet(this.meanwhile, true);
			while (message != null) {
				messages.add(message);
				message = channel.basicGet(this.meanwhile, true);
			}
			List<GetResponse> shuffled = new ArrayList<>(messages);
			Collections.shuffle(shuffled, new Random(scene.random().nextLong()));
			for (int place = 0; place < messages.size(); place++) {
				GetResponse next = shuffled.get(place);
				channel.basicPublish("", this.queue, next.getProps(), next.getBody());
				if (next.getEnvelope().getDeliveryTag() != messages.get(place).getEnvelope().getDeliveryTag()) {
					scene.did("messages out of order");
				}
			}
		}

	}

}
