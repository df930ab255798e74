package dev.onboard.faults.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import com.rabbitmq.client.Channel;
import dev.onboard.testing.Project;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which messages go to which work queue, as {@code rabbitmq/definitions.json} says. */
final class Wiring {

	static final List<String> WORK_QUEUES = List.of("mail.create", "mail.control", "web.redmine", "web.slack",
			"web.control", "task.events");

	private final List<Binding> bindings = new ArrayList<>();

	private Wiring(JsonNode definitions) {
		definitions.required("bindings")
			.forEach((it) -> this.bindings.add(new Binding(it.required("source").asString(),
					it.required("routing_key").asString(), it.required("destination").asString())));
	}

	private record Binding(String exchange, String key, String queue) {
	}

	static Wiring read() throws IOException {
		return new Wiring(
				JsonMapper.shared().readTree(Files.readString(Project.root().resolve("rabbitmq/definitions.json"))));
	}

	/** From now on another queue gets all that a work queue gets. */
	void copyTo(Channel channel, String queue, String other) throws IOException {
		for (Binding binding : of(queue)) {
			channel.queueBind(other, binding.exchange(), binding.key());
		}
	}

	/** From now on a work queue gets nothing any more. */
	void cut(Channel channel, String queue) throws IOException {
		for (Binding binding : of(queue)) {
			channel.queueUnbind(queue, binding.exchange(), binding.key());
		}
	}

	/** From now on a work queue gets again what is its own. */
	void mend(Channel channel, String queue) throws IOException {
		copyTo(channel, queue, queue);
	}

	private List<Binding> of(String queue) {
		return this.bindings.stream().filter((binding) -> binding.queue().equals(queue)).toList();
	}

}
