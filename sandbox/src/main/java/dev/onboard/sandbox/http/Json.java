package dev.onboard.sandbox.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * JSON as this sandbox reads and writes it: UTF-8, instants as ISO-8601 text.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.addModule(new JavaTimeModule())
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private Json() {
	}

	/**
	 * Nothing at all reads as a missing node.
	 * @throws Unreadable if this is no UTF-8 or no single JSON value
	 */
	public static JsonNode read(ByteBuffer body) throws Unreadable {
		try {
			return read(StandardCharsets.UTF_8.newDecoder().decode(body.duplicate()).toString());
		}
		catch (CharacterCodingException ex) {
			throw new Unreadable(ex);
		}
	}

	/**
	 * Nothing at all reads as a missing node.
	 * @throws Unreadable if this is no single JSON value
	 */
	public static JsonNode read(String text) throws Unreadable {
		try {
			return MAPPER.readTree(text);
		}
		catch (JsonProcessingException ex) {
			throw new Unreadable(ex);
		}
	}

	static String write(Object value) {
		try {
			return MAPPER.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("Not writable as JSON: " + value, ex);
		}
	}

	/**
	 * What was sent is no JSON.
	 */
	public static final class Unreadable extends Exception {

		private static final long serialVersionUID = 1L;

		private Unreadable(Exception cause) {
			super("This is not JSON in UTF-8.", cause);
		}

	}

}
