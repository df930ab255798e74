package dev.onboard.web.redmine;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.delivery.http.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** How Redmine's answers are read. */
final class Answers {

	private static final int LONGEST_COMPLAINT = 300;

	private static final JsonMapper JSON = JsonMapper.shared();

	private Answers() {
	}

	static boolean refused(Answer answer) {
		return answer.status() == 422;
	}

	static RedmineTroubleException notRedmine() {
		return RedmineTroubleException
			.misconfigured("what answers at REDMINE_URL is not Redmine's REST API; check REDMINE_URL");
	}

	/** What must be there, by its name. */
	static List<JsonNode> array(JsonNode json, String name) {
		if (!json.path(name).isArray()) {
			throw notRedmine();
		}
		return json.path(name).valueStream().toList();
	}

	/** The body, which must be an object. */
	static JsonNode object(Answer answer) {
		JsonNode json = read(answer);
		if (!json.isObject()) {
			throw notRedmine();
		}
		return json;
	}

	/** The body, or a missing node if it is no JSON. */
	static JsonNode read(Answer answer) {
		try {
			return JSON.readTree(answer.body());
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/** Redmine's own sentences; they are in English, and fit for a person's page. */
	static String complaint(Answer answer) {
		JsonNode errors = read(answer).path("errors");
		Stream<String> sentences = errors.isArray() ? errors.valueStream().map((error) -> error.asString(""))
				: Stream.of();
		String all = sentences.collect(Collectors.joining("; "));
		String shown = (all.codePointCount(0, all.length()) <= LONGEST_COMPLAINT) ? all
				: all.substring(0, all.offsetByCodePoints(0, LONGEST_COMPLAINT)) + "…";
		return "Redmine refuses it, " + answer.status() + (shown.isEmpty() ? "" : ": " + shown);
	}

}
