package dev.onboard.task.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.onboard.task.access.LeastRoles;
import dev.onboard.task.access.TokenRole;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.stereotype.Component;

/**
 * Says of each operation who may, which errors it has in common with others, and an
 * example.
 */
@Component
class Operations implements OpenApiCustomizer {

	static final String TOKEN = "token";

	/** What is looked for; whatever else a path holds is only looked at. */
	private static final Set<String> NAMES = Set.of("id", "system", "decision");

	private final LeastRoles roles;

	private final Examples examples;

	Operations(LeastRoles roles, Examples examples) {
		this.roles = roles;
		this.examples = examples;
	}

	@Override
	public void customise(OpenAPI api) {
		PersonChanges.describe(api);
		ProblemSchemas.all().forEach(api.getComponents()::addSchemas);
		api.setTags(null);
		api.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> complete(method.name(), path, operation)));
	}

	private void complete(String method, String path, Operation operation) {
		operation.setTags(List.of(path.split("/", -1)[1]));
		split(operation);
		TokenRole role = this.roles.of(method, path)
			.orElseThrow(() -> new IllegalStateException("nobody may " + method + " " + path));
		operation.setSecurity(List.of(new SecurityRequirement().addList(TOKEN, role.wireName())));
		Map<String, ApiResponse> answers = new TreeMap<>(operation.getResponses());
		answers.forEach(Operations::complete);
		refusals(operation, role).forEach((refusal) -> answers.put(refusal.status(), refusal.reference()));
		ApiResponses sorted = new ApiResponses();
		sorted.putAll(answers);
		operation.setResponses(sorted);
		parameters(operation).forEach(Operations::limit);
		this.examples.add(operation);
	}

	/** The first sentence stands by itself. */
	private static void split(Operation operation) {
		String summary = Objects.requireNonNullElse(operation.getSummary(), "");
		String rest = Objects.requireNonNullElse(operation.getDescription(), "").substring(summary.length()).strip();
		operation.setSummary(summary.replaceFirst("\\.$", ""));
		operation.setDescription(rest.isEmpty() ? null : rest);
	}

	private static void complete(String status, ApiResponse answer) {
		if (Integer.parseInt(status) >= 400) {
			answer.setContent(Refusal.problem());
		}
		else if (answer.getContent() != null && answer.getContent().containsKey("*/*")) {
			answer.getContent().addMediaType("application/json", answer.getContent().remove("*/*"));
		}
	}

	private static Stream<Refusal> refusals(Operation operation, TokenRole role) {
		boolean body = operation.getRequestBody() != null;
		Stream.Builder<Refusal> refusals = Stream.builder();
		refusals.add(Refusal.UNAUTHORIZED).add(Refusal.SERVICE_UNAVAILABLE);
		if (role != TokenRole.VIEWER) {
			refusals.add(Refusal.FORBIDDEN);
		}
		if (body) {
			refusals.add(Refusal.CONTENT_TOO_LARGE).add(Refusal.UNSUPPORTED_MEDIA_TYPE);
		}
		if (body || parameters(operation).anyMatch(Operations::isChecked)) {
			refusals.add(Refusal.BAD_REQUEST);
		}
		if (parameters(operation).anyMatch((it) -> it.getIn().equals("path") && NAMES.contains(it.getName()))) {
			refusals.add(Refusal.NOT_FOUND);
		}
		return refusals.build();
	}

	private static Stream<Parameter> parameters(Operation operation) {
		return Stream.ofNullable(operation.getParameters()).flatMap(List::stream);
	}

	/** Whether there are values that it cannot have; a name in a path is looked for. */
	private static boolean isChecked(Parameter parameter) {
		Schema<?> schema = parameter.getSchema();
		boolean anyText = schema.get$ref() == null && schema.getFormat() == null && schema.getEnum() == null
				&& schema.getTypes() != null && schema.getTypes().equals(Set.of("string"));
		return parameter.getIn().equals("path") ? schema.getFormat() != null : !anyText;
	}

	/** Every listing comes in parts of this size. */
	private static void limit(Parameter parameter) {
		if (parameter.getName().equals("limit")) {
			parameter.getSchema().setMinimum(BigDecimal.ONE);
			parameter.getSchema().setMaximum(BigDecimal.valueOf(200));
		}
	}

}
