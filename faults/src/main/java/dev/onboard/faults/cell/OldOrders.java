package dev.onboard.faults.cell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import dev.onboard.faults.Cell;
import dev.onboard.faults.outside.Behaviour;
import dev.onboard.faults.world.Page;
import dev.onboard.faults.world.Scene;

/**
 * After those whom Redmine refused were tried again by hand, everything that was said
 * about them before comes once more: orders and reports of the old generation.
 */
record OldOrders(String name) implements Cell {

	private static final int UNPROCESSABLE = 422;

	private static final int ONE_OF = 8;

	@Override
	public void happen(Scene scene) throws Exception {
		try (Connection connection = scene.world().ruleBroker(); Channel channel = connection.createChannel()) {
			Wiring wiring = Wiring.read();
			Map<String, List<Delivery>> said = new TreeMap<>();
			for (String queue : Wiring.WORK_QUEUES) {
				said.put(queue, record(channel, wiring, queue));
			}
			Unlucky unlucky = new Unlucky(ONE_OF, scene);
			scene.world().outside().redmine().behave(Behaviour.only(unlucky, Behaviour.status(UNPROCESSABLE)));
			scene.arrive(scene.people());
			scene.awaitEnd();
			scene.world().outside().redmine().behave(Behaviour.well());
			List<Page> refused = scene.pages().stream().filter(Page::needsAttention).toList();
			if (refused.isEmpty() || !refused.stream().map(Page::login).allMatch(unlucky)) {
				throw new IllegalStateException("nobody or somebody else was refused: " + refused);
			}
			for (Page page : refused) {
				scene.decide(page, "redmine", "retry");
				scene.deeds().did("retries by hand");
			}
			sayAgain(channel, said, scene);
			scene.awaitReady(scene.people());
			sayAgain(channel, said, scene);
		}
	}

	private static List<Delivery> record(Channel channel, Wiring wiring, String queue) throws IOException {
		List<Delivery> said = new CopyOnWriteArrayList<>();
		String tap = channel.queueDeclare("", false, true, true, Map.of()).getQueue();
		wiring.copyTo(channel, queue, tap);
		channel.basicConsume(tap, true, (tag, message) -> said.add(message), (tag) -> {
		});
		return said;
	}

	private static void sayAgain(Channel channel, Map<String, List<Delivery>> said, Scene scene) throws IOException {
		for (Map.Entry<String, List<Delivery>> queue : said.entrySet()) {
			for (Delivery message : List.copyOf(queue.getValue())) {
				channel.basicPublish("", queue.getKey(), message.getProperties(), message.getBody());
				scene.deeds().did("old messages");
			}
		}
	}

}
