package dev.onboard.task.reference;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.type.TypeFactory;
import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.FieldJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Says of an enum what each of its values means. */
@Component
class EnumSchemas implements ModelConverter {

	private static final CommentFormatter TEXT = new CommentFormatter();

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		Schema<?> schema = chain.next().resolve(type, context, chain);
		Class<?> raw = TypeFactory.rawClass(type.getType());
		if (schema != null && raw.isEnum()) {
			Schema<?> defined = context.getDefinedModels().get(raw.getSimpleName());
			String description = description(RuntimeJavadoc.getJavadoc(raw));
			if (defined != null && !description.isEmpty()) {
				defined.setDescription(description);
			}
		}
		return schema;
	}

	private static String description(ClassJavadoc javadoc) {
		String about = text(javadoc.getComment());
		List<FieldJavadoc> values = javadoc.getEnumConstants();
		if (values.stream().allMatch((value) -> text(value.getComment()).isEmpty())) {
			return about;
		}
		return about + values.stream()
			.filter((value) -> !text(value.getComment()).isEmpty())
			.map((value) -> "\n- `" + value.getName() + "`: " + text(value.getComment()))
			.collect(Collectors.joining("", "\n", ""));
	}

	private static String text(Comment comment) {
		return PlainJavadoc.plain(TEXT.format(comment));
	}

}
