package dev.onboard.task.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.onboard.task.reference.ReferencePage.Answer;
import dev.onboard.task.reference.ReferencePage.Body;
import dev.onboard.task.reference.ReferencePage.Field;
import dev.onboard.task.reference.ReferencePage.Operation;
import dev.onboard.task.reference.ReferencePage.Section;
import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Reads the document for people. */
@Component
public class Reference {

	private final OpenApiWebMvcResource document;

	private final JsonMapper json;

	Reference(OpenApiWebMvcResource document, JsonMapper json) {
		this.document = document;
		this.json = json;
	}

	/**
	 * All of it.
	 * @param request whose host the commands are for
	 */
	public ReferencePage read(HttpServletRequest request) throws IOException {
		JsonNode api = this.json.readTree(this.document.openapiJson(request, request.getRequestURI(), Locale.ENGLISH));
		Schemas schemas = new Schemas(api.at("/components/schemas"));
		Curl curl = new Curl(ServletUriComponentsBuilder.fromContextPath(request).toUriString(), schemas);
		Map<String, List<Operation>> sections = new LinkedHashMap<>();
		api.get("paths")
			.forEachEntry((path,
					item) -> item.forEachEntry((method, it) -> sections
						.computeIfAbsent(it.at("/tags/0").asString(), (tag) -> new ArrayList<>())
						.add(operation(method.toUpperCase(Locale.ROOT), path, it, api, schemas, curl))));
		List<ReferencePage.Type> types = new ArrayList<>();
		api.at("/components/schemas")
			.forEachEntry((name, schema) -> types
				.add(new ReferencePage.Type(name, paragraphs(text(schema, "description")), schemas.fields(schema))));
		return new ReferencePage(api.at("/info/version").asString(), paragraphs(text(api.get("info"), "description")),
				sections.entrySet().stream().map((it) -> new Section(it.getKey(), it.getValue())).toList(), types);
	}

	private static Operation operation(String method, String path, JsonNode it, JsonNode api, Schemas schemas,
			Curl curl) {
		List<Field> parameters = it.path("parameters").valueStream().map(schemas::parameter).toList();
		List<Body> bodies = new ArrayList<>();
		it.at("/requestBody/content")
			.forEachEntry((media, body) -> bodies.add(new Body(media, Schemas.name(body.path("schema")))));
		List<Answer> answers = new ArrayList<>();
		it.get("responses").forEachEntry((status, answer) -> answers.add(answer(status, resolved(answer, api))));
		return new Operation(text(it, "operationId"), method, path, text(it, "summary"), text(it, "description"),
				it.at("/security/0/token/0").asString(), parameters, bodies, answers, curl.command(method, path, it));
	}

	private static Answer answer(String status, JsonNode answer) {
		String media = answer.path("content").propertyNames().stream().findFirst().orElse("");
		return new Answer(status, text(answer, "description"), media,
				Schemas.name(answer.path("content").path(media).path("schema")));
	}

	private static JsonNode resolved(JsonNode answer, JsonNode api) {
		return answer.has("$ref") ? api.at(text(answer, "$ref").substring(1)) : answer;
	}

	static String text(JsonNode node, String field) {
		return node.path(field).asString("");
	}

	private static List<String> paragraphs(String text) {
		return text.lines().filter((line) -> !line.isBlank()).toList();
	}

}
