package dev.onboard.task.reference;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says of each field of a record whether it is always there and whether it can be null.
 * Whoever sends a record may leave out what can be null, and nothing else may be in it;
 * whoever gets one finds every field.
 */
@Component
class RecordSchemas implements ModelConverter {

	private static final String NULL = "null";

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		Schema<?> schema = chain.next().resolve(type, context, chain);
		Class<?> raw = TypeFactory.rawClass(type.getType());
		if (schema != null && raw.isRecord()) {
			Schema<?> defined = (schema.get$ref() != null)
					? context.getDefinedModels().get(JsonTypes.name(schema.get$ref())) : schema;
			if (defined != null && defined.getProperties() != null) {
				complete(defined, raw.getRecordComponents());
			}
		}
		return schema;
	}

	private static void complete(Schema<?> record, RecordComponent[] components) {
		boolean sent = Stream.of(components).anyMatch(RecordSchemas::isChecked);
		if (sent) {
			record.setAdditionalProperties(false);
		}
		for (RecordComponent component : components) {
			Schema<?> field = record.getProperties().get(component.getName());
			if (field != null) {
				boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
				boolean omitted = component.getAccessor().isAnnotationPresent(JsonInclude.class);
				require(record, component.getName(), sent ? !nullable : !omitted);
				javaScript(field);
				if (nullable && !omitted) {
					record.getProperties().put(component.getName(), orNull(field));
				}
			}
		}
	}

	private static void require(Schema<?> record, String field, boolean required) {
		List<String> all = record.getRequired();
		if (required && (all == null || !all.contains(field))) {
			record.addRequiredItem(field);
		}
	}

	private static boolean isChecked(RecordComponent component) {
		return Stream.of(component.getAccessor().getAnnotations())
			.anyMatch((annotation) -> annotation.annotationType().getName().startsWith("jakarta.validation."));
	}

	/** A pattern of Java is of the whole text, and may be possessive. */
	private static void javaScript(Schema<?> field) {
		String pattern = field.getPattern();
		if (pattern != null && !pattern.startsWith("^")) {
			field.setPattern("^(?:" + pattern.replaceAll("([*+?}])\\+", "$1") + ")$");
		}
	}

	private static Schema<?> orNull(Schema<?> field) {
		if (field.get$ref() != null) {
			Schema<?> either = new JsonSchema();
			either.setDescription(field.getDescription());
			either.addAnyOfItem(JsonTypes.named(JsonTypes.name(field.get$ref())));
			either.addAnyOfItem(JsonTypes.of(NULL));
			return either;
		}
		if (field.getTypes() != null) {
			field.addType(NULL);
		}
		return field;
	}

}
