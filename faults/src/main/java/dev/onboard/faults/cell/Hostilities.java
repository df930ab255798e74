package dev.onboard.faults.cell;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Scene;
import org.awaitility.Awaitility;

/**
 * Messages that nobody can read come between good ones, into every work queue, and each
 * of them is parked.
 *
 * @param messages how many
 */
record Hostilities(String name, int messages) implements Cell {

	private static final List<Malformation> MALFORMATIONS = List.of(Malformation.values());

	/** Of them; each costs a service its connection about twenty times. */
	private static final int NESTED = 3;

	/** More than a reader may follow. */
	private static final int LEVELS = 40;

	private static final int TOO_LONG_FOR_THE_BROKER = 2_000_000;

	private static final Duration LONGEST = Duration.ofMinutes(3);

	private static final Duration LONGEST_CONFIRM = Duration.ofSeconds(30);

	@Override
	public boolean parks() {
		return true;
	}

	@Override
	public void happen(Scene scene) throws Exception {
		int before = scene.world().parked();
		try (Connection connection = scene.world().ruleBroker()) {
			Set<String> parked = hearParked(connection.createChannel());
			Set<String> said = new HashSet<>();
			for (int number = 0; number < this.messages - NESTED; number++) {
				if (number * scene.people() / this.messages >= scene.arrived()) {
					scene.arrive(1);
				}
				said.add(say(connection, number, scene));
			}
			Awaitility.await("all to be parked").atMost(LONGEST).until(() -> parked.containsAll(said));
		}
		for (int number = 0; number < NESTED; number++) {
			sayNested(number, scene);
			scene.arrive(1);
		}
		refusedByTheBroker(scene);
		scene.arrive(scene.people() - scene.arrived());
		Awaitility.await("all to be counted")
			.atMost(LONGEST)
			.until(() -> scene.world().parked() >= before + this.messages);
		scene.deeds().did("malformed messages", this.messages);
	}

	/**
	 * The ids that messages had which a service has parked from now on: each knows why,
	 * where the broker only knows how often.
	 */
	private static Set<String> hearParked(Channel channel) throws IOException {
		Set<String> ids = ConcurrentHashMap.newKeySet();
		String queue = channel.queueDeclare("", false, true, true, Map.of()).getQueue();
		channel.queueBind(queue, "onboarding.dead", "");
		channel.basicConsume(queue, true, (tag, message) -> ids.add(id(message)), (tag) -> {
		});
		return ids;
	}

	private static String id(Delivery parked) {
		Map<String, Object> headers = parked.getProperties().getHeaders();
		return String.valueOf((headers != null) ? headers.get("x-parked-message-id") : null);
	}

	/** Returns the id of the message. */
	private static String say(Connection connection, int number, Scene scene) throws Exception {
		Malformation malformation = MALFORMATIONS.get(number % MALFORMATIONS.size());
		String queue = Wiring.WORK_QUEUES.get(scene.random().nextInt(Wiring.WORK_QUEUES.size()));
		Event good = Strangers.messageFor(queue);
		BasicProperties properties = new BasicProperties.Builder().messageId(scene.beginning() + number)
			.type(malformation.type(good.type()))
			.headers(malformation.headers())
			.deliveryMode(2)
			.build();
		publish(connection, queue, properties, malformation.body(EventJson.write(good)));
		return properties.getMessageId();
	}

	private static void sayNested(int number, Scene scene) throws Exception {
		Object inner = "end";
		for (int level = 0; level < LEVELS; level++) {
			inner = List.of(inner);
		}
		String queue = Wiring.WORK_QUEUES.get(2 * number);
		BasicProperties properties = new BasicProperties.Builder().messageId(scene.beginning() + "nested-" + number)
			.type(Strangers.messageFor(queue).type())
			.headers(Map.of("deep", inner))
			.deliveryMode(2)
			.build();
		try (Connection connection = scene.world().ruleBroker()) {
			publish(connection, queue, properties, new byte[0]);
		}
	}

	private static void refusedByTheBroker(Scene scene) throws Exception {
		try (Connection connection = scene.world().ruleBroker()) {
			publish(connection, "mail.create", new BasicProperties(), new byte[TOO_LONG_FOR_THE_BROKER]);
		}
		catch (IOException | ShutdownSignalException | TimeoutException ex) {
			scene.deeds().did("refused by the broker");
			return;
		}
		throw new IllegalStateException("the broker took 2 MB");
	}

	private static void publish(Connection connection, String queue, BasicProperties properties, byte[] body)
			throws Exception {
		try (Channel channel = connection.createChannel()) {
			channel.confirmSelect();
			channel.basicPublish("", queue, true, properties, body);
			channel.waitForConfirmsOrDie(LONGEST_CONFIRM.toMillis());
		}
	}

}
