package dev.onboard.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AsideJsonTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	static Stream<Aside> asides() {
		return Stream.of(new PeopleChanged(Set.of(UUID.fromString("3f2b8c1e-5f0a-4a7e-9d55-0d6a4c6f2a11"))),
				new AddressQuestion("alice@example.com"), new AddressReply("alice@example.com",
						AddressReply.State.TAKEN, "alice@example.com is taken: it is an alias of bob@example.com"));
	}

	@ParameterizedTest
	@MethodSource("asides")
	void writesAndReadsWhatTheGoldenFileSays(Aside aside) throws IOException {
		byte[] golden = golden(aside.type());
		assertThat(JSON.readTree(EventJson.write(aside))).isEqualTo(JSON.readTree(golden));
		assertThat(EventJson.read(aside.getClass(), aside.type(), golden)).isEqualTo(aside);
	}

	@Test
	void nobodyInParticularMayBeAnybody() {
		assertThat(EventJson.write(PeopleChanged.ANYBODY)).asString(StandardCharsets.UTF_8)
			.isEqualTo("{\"people\":[]}");
	}

	@Test
	void ignoresFieldsOfANewerService() {
		assertThat(read("address.question", "{\"address\":\"a@b.example\",\"patience\":5}"))
			.isEqualTo(new AddressQuestion("a@b.example"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			address.question | hello           | cannot be read
			address.question | null            | is null
			address.question | {}              | address is missing
			address.question | {"address":{}}  | cannot be read
			address.reply    | {"address":"a"} | the type says address.reply
			                 | {"address":"a"} | the type says null
			""")
	void saysWhyItCannotRead(String type, String body, String reason) {
		assertThatExceptionOfType(UnreadableEventException.class).isThrownBy(() -> read(type, body))
			.withMessageContaining(reason);
	}

	private static AddressQuestion read(String type, String body) {
		return EventJson.read(AddressQuestion.class, type, body.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] golden(String type) throws IOException {
		try (InputStream file = AsideJsonTests.class.getResourceAsStream("/events/" + type + ".json")) {
			assertThat(file).as("golden file of " + type).isNotNull();
			return file.readAllBytes();
		}
	}

}
