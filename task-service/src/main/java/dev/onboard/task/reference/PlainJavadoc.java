package dev.onboard.task.reference;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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

	@Override
	public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
		return super.getRecordClassParamJavadoc(type).entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (field) -> plain(field.getValue())));
	}

	static String plain(String javadoc) {
		String text = javadoc.replaceAll("</?code>", "`")
			.replaceAll("\\{@(?:code|literal) ([^}]*)}", "`$1`")
			.replaceAll("\\{@link(?:plain)? [^}]*?#?(\\w+)(?:\\(\\))?}", "`$1`")
			.replaceAll("</?em>", "*")
			.replaceAll("<[^>]+>", "")
			.replaceAll("\\s+", " ")
			.strip();
		return HtmlUtils.htmlUnescape(text);
	}

}
