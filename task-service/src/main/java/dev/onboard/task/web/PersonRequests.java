package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import dev.onboard.task.NewPerson;
import dev.onboard.task.web.InvalidRequestException.FieldError;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Reads a new person out of a request, strictly. The body is kept as it came, because
 * whether it is a repeat is decided before what it says is looked at.
 */
@Component
class PersonRequests {

	static final DataSize LARGEST_BODY = DataSize.ofKilobytes(16);

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.withCoercionConfig(LogicalType.Textual, (text) -> {
			text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
			text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
			text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
		})
		.build();

	private final Validator validator;

	PersonRequests(Validator validator) {
		this.validator = validator;
	}

	/**
	 * @param fingerprint SHA-256 of the bytes, in hex
	 */
	record Body(byte[] bytes, String fingerprint) {
	}

	/** Null stays null: no key was given. */
	static @Nullable String idempotencyKey(@Nullable String header) {
		if (header != null && !header.matches("\\p{Graph}{1,200}")) {
			throw InvalidRequestException.of("Idempotency-Key", "must have 1 to 200 visible ASCII characters");
		}
		return header;
	}

	Body receive(InputStream body) throws IOException {
		byte[] bytes = body.readNBytes((int) LARGEST_BODY.toBytes() + 1);
		if (bytes.length > LARGEST_BODY.toBytes()) {
			throw new InvalidRequestException(HttpStatus.CONTENT_TOO_LARGE,
					"The body is larger than " + LARGEST_BODY.toKilobytes() + " kB. Send one person per request.",
					List.of());
		}
		return new Body(bytes, HexFormat.of().formatHex(sha256(bytes)));
	}

	NewPerson read(Body body) {
		NewPerson person = parse(body.bytes());
		List<FieldError> errors = this.validator.validate(person)
			.stream()
			.map((violation) -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
			.sorted(Comparator.comparing(FieldError::field))
			.toList();
		if (!errors.isEmpty()) {
			throw InvalidRequestException.of(errors);
		}
		return person;
	}

	private static NewPerson parse(byte[] bytes) {
		try {
			NewPerson person = JSON.readValue(bytes, NewPerson.class);
			if (person == null) {
				throw notJson();
			}
			return person;
		}
		catch (UnrecognizedPropertyException ex) {
			throw InvalidRequestException.of(ex.getPropertyName(),
					"is not known; known are " + ex.getKnownPropertyIds());
		}
		catch (DatabindException ex) {
			if (ex.getPath().isEmpty()) {
				throw notJson();
			}
			throw InvalidRequestException.of(Objects.toString(ex.getPath().get(0).getPropertyName(), "body"),
					"must be a text in double quotes");
		}
		catch (JacksonException ex) {
			throw new InvalidRequestException(HttpStatus.BAD_REQUEST,
					"The body is not valid JSON: " + ex.getOriginalMessage(), List.of());
		}
	}

	private static InvalidRequestException notJson() {
		return new InvalidRequestException(HttpStatus.BAD_REQUEST,
				"The body must be one JSON object with login, firstName and lastName.", List.of());
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
