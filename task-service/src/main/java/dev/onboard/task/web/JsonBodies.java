package dev.onboard.task.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import dev.onboard.task.web.InvalidRequestException.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads what is asked for out of a body, strictly; every field is a text. */
@Component
class JsonBodies {

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

	private static final TypeReference<Map<String, @Nullable String>> TEXTS = new TypeReference<>() {
	};

	private final Validator validator;

	JsonBodies(Validator validator) {
		this.validator = validator;
	}

	/**
	 * Reads a body that keeps the constraints of its type.
	 * @param fields that it must have, for whoever sent something else
	 */
	<T> T read(ReceivedBody body, Class<T> type, String fields) {
		T read = parse(body, type, fields);
		check(this.validator.validate(read).stream().map(JsonBodies::error).toList());
		return read;
	}

	/** Reads a body whatever it says in its fields. */
	static <T> T parse(ReceivedBody body, Class<T> type, String fields) {
		return parse(() -> JSON.readValue(body.bytes(), type), fields, List.of());
	}

	/**
	 * Reads a body of which only is known that every field is a text, or null. Others
	 * than the known ones may be among them, as long as they are such.
	 */
	static Map<String, @Nullable String> texts(ReceivedBody body, List<String> known) {
		return parse(() -> JSON.readValue(body.bytes(), TEXTS), "at least one of " + known, known);
	}

	static FieldError unknown(String field, Collection<?> known) {
		return new FieldError(field, "is not known; known are " + known);
	}

	/**
	 * @param known where the type that is read does not say it
	 */
	private static <T> T parse(Supplier<@Nullable T> reading, String fields, List<String> known) {
		try {
			T read = reading.get();
			if (read == null) {
				throw notAnObject(fields);
			}
			return read;
		}
		catch (UnrecognizedPropertyException ex) {
			throw InvalidRequestException.of(List.of(unknown(ex.getPropertyName(), ex.getKnownPropertyIds())));
		}
		catch (DatabindException ex) {
			if (ex.getPath().isEmpty()) {
				throw notAnObject(fields);
			}
			String field = Objects.toString(ex.getPath().get(0).getPropertyName(), "body");
			throw InvalidRequestException.of(List.of((known.isEmpty() || known.contains(field))
					? new FieldError(field, "must be a text in double quotes") : unknown(field, known)));
		}
		catch (JacksonException ex) {
			throw new InvalidRequestException(HttpStatus.BAD_REQUEST, BrokenJson.inWords(ex), List.of());
		}
	}

	private static FieldError error(ConstraintViolation<?> violation) {
		return new FieldError(violation.getPropertyPath().toString(), violation.getMessage());
	}

	/** All that is wrong is said at once. */
	static void check(Collection<FieldError> errors) {
		if (!errors.isEmpty()) {
			throw InvalidRequestException.of(errors.stream()
				.sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
				.toList());
		}
	}

	private static InvalidRequestException notAnObject(String fields) {
		return new InvalidRequestException(HttpStatus.BAD_REQUEST,
				"The body must be one JSON object with " + fields + ".", List.of());
	}

}
