package dev.onboard.task.reference;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Objects;

import org.springdoc.core.providers.SpringDocJavadocProvider;

import org.springframework.web.util.HtmlUtils;

/** Javadoc as text, with what stands in {@code `}s where it was code. */
final class PlainJavadoc extends SpringDocJavadocProvider {

	@Override
	public String getClassJavadoc(Class<?> type) {
		return plain(super.getClassJavadoc(type));
	}

	@Override
	public String getMethodJavadocDescription(Method method) {
		return plain(super.getMethodJavadocDescription(method));
	}

	@Override
	public String getParamJavadoc(Method method, String name) {
		return plain(Objects.requireNonNullElse(super.getParamJavadoc(method, name), ""));
	}

	/** That of a record's field stands with the record. */
	@Override
	public String getFieldJavadoc(Field field) {
		Class<?> type = field.getDeclaringClass();
		return plain(type.isRecord() ? super.getRecordClassParamJavadoc(type).getOrDefault(field.getName(), "")
				: super.getFieldJavadoc(field));
	}

	static String plain(String javadoc) {
		String text = javadoc.replaceAll("</?code>", "`")
			.replaceAll("\\{@(?:code|literal) ([^}]*)}", "`$1`")
			.replaceAll("\\{@link(?:plain)? (?:[\\w.]*\\b)?#?(\\w+)(?:\\([^)]*\\))?}", "`$1`")
			.replaceAll("</?em>", "*")
			.replaceAll("<[^>]+>", "")
			.replaceAll("\\s+", " ")
			.strip();
		return HtmlUtils.htmlUnescape(text);
	}

}
