package dev.onboard.task.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import dev.onboard.task.NewPerson;
import dev.onboard.task.web.InvalidRequestException.FieldError;
import jakarta.validation.Validator;
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

/** Reads a new person out of a body, strictly. */
@Component
class PersonRequests {

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

	NewPerson read(ReceivedBody body) {
		NewPerson person = parse(body.bytes());
		List<FieldError> errors = this.validator.validate(person)
			.stream()
			.map((violation) -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
			.sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
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

}
