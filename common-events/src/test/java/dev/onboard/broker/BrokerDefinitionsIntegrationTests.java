package dev.onboard.broker;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import dev.onboard.testing.Broker;
import dev.onboard.testing.Project;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Some versions of RabbitMQ skip a faulty definition silently. */
class BrokerDefinitionsIntegrationTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static JsonNode file;

	private static JsonNode running;

	@BeforeAll
	static void read() throws Exception {
		file = JSON.readTree(Files.readAllBytes(Project.root().resolve("rabbitmq/definitions.json")));
		String exported = Broker.shared().ctl("export_definitions", "-", "--format=json", "--silent");
		running = JSON.readTree(exported.substring(exported.indexOf('{')));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			exchanges         | name,vhost,type,durable,auto_delete
			queues            | name,vhost,durable,auto_delete,arguments
			bindings          | source,vhost,destination,destination_type,routing_key
			policies          | name,vhost,pattern,apply-to,definition
			permissions       | user,vhost,configure,write,read
			topic_permissions | user,vhost,exchange,write,read
			vhosts            | name
			""")
	void theRunningBrokerIsWhatTheFileSays(String section, String fields) {
		assertThat(entries(file, section, List.of(fields.split(",")))).isNotEmpty()
			.isEqualTo(entries(running, section, List.of(fields.split(","))));
	}

	@Test
	void hasOneUserPerServiceOneThatLooksAndNoGuest() {
		Map<String, String> tags = StreamSupport.stream(running.get("users").spliterator(), false)
			.collect(Collectors.toMap((user) -> user.get("name").asString(),
					(user) -> user.get("tags").isArray() ? StreamSupport.stream(user.get("tags").spliterator(), false)
						.map(JsonNode::asString)
						.collect(Collectors.joining(",")) : user.get("tags").asString()));
		assertThat(tags).isEqualTo(Map.of("task", "", "mail", "", "web", "", "monitoring", "monitoring"));
	}

	@Test
	void theFileHoldsNoPassword() {
		assertThat(file.get("users")).isEmpty();
	}

	/** Without the broker's own exchanges, which 4.3 exports in part. */
	private static Set<Map<String, String>> entries(JsonNode definitions, String section, List<String> fields) {
		return StreamSupport.stream(definitions.get(section).spliterator(), false)
			.filter((entry) -> !entry.path("name").asString("").startsWith("amq."))
			.map((entry) -> {
				Map<String, String> picked = new TreeMap<>();
				fields.forEach((field) -> picked.put(field, sorted(entry.get(field))));
				return picked;
			})
			.collect(Collectors.toSet());
	}

	private static String sorted(JsonNode node) {
		if (node == null) {
			return "missing";
		}
		if (!node.isObject()) {
			return node.asString();
		}
		Map<String, String> properties = new TreeMap<>();
		node.propertyNames().forEach((name) -> properties.put(name, sorted(node.get(name))));
		return properties.toString();
	}

}
