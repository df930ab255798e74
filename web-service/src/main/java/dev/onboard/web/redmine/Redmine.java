package dev.onboard.web.redmine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * A conversation with Redmine's REST API, as an administrator has it, while one effect is
 * performed. Its answers about accounts hold their API keys, so no answer goes further
 * than the fields that are read here. Every method throws {@link RedmineTroubleException}
 * for an answer that it does not name, and where the conversation lasts longer than its
 * {@link Patience}.
 */
final class Redmine {

	private static final int PAGE = 100;

	private static final Outcome HEARD = new Outcome.Done("");

	private final TargetClient target;

	private final Patience patience;

	Redmine(TargetClient target, Patience patience) {
		this.target = target;
		this.patience = patience;
	}

	static TargetClient client(String url, String apiKey) {
		return new TargetClient("Redmine", url, (headers) -> {
			headers.set("X-Redmine-API-Key", apiKey);
			headers.set(HttpHeaders.ACCEPT_LANGUAGE, "en");
		});
	}

	/** The array of that name; of something that every Redmine has. */
	List<JsonNode> list(String array, String path) {
		return Answers.array(get(path), array);
	}

	/**
	 * The array of that name, over all pages.
	 * @param path with a query, which is added to
	 */
	List<JsonNode> pages(String array, String path, Object... variables) {
		List<JsonNode> all = new ArrayList<>();
		JsonNode page;
		do {
			String part = "&limit=" + PAGE + "&offset=" + all.size();
			page = get(path + part, variables);
			all.addAll(Answers.array(page, array));
		}
		while (!page.path(array).isEmpty() && all.size() < page.path("total_count").asInt(0));
		return all;
	}

	/** Empty if Redmine has no such thing, or has archived it. */
	Optional<JsonNode> find(String path, Object... variables) {
		Answer answer = call(HttpMethod.GET, null, path, variables);
		return (answer.status() == 403 || answer.status() == 404) ? Optional.empty()
				: Optional.of(Answers.object(understood(answer)));
	}

	/** Answers 201, or 422 with a {@linkplain Answers#complaint complaint}. */
	Answer create(Object body, String path) {
		Answer answer = call(HttpMethod.POST, body, path);
		if (!Answers.refused(answer) && understood(answer).status() != 201) {
			throw Answers.notRedmine();
		}
		return answer;
	}

	/**
	 * Changes something that was there when we looked; answers 2xx, or 422 with a
	 * {@linkplain Answers#complaint complaint}.
	 */
	Answer change(HttpMethod method, Object body, String path, Object... variables) {
		Answer answer = call(method, body, path, variables);
		if (answer.status() == 404) {
			throw new RedmineTroubleException(new Outcome.Transient("something in Redmine has gone meanwhile, 404"));
		}
		return Answers.refused(answer) ? answer : understood(answer);
	}

	private JsonNode get(String path, Object... variables) {
		return Answers.object(understood(call(HttpMethod.GET, null, path, variables)));
	}

	private Answer call(HttpMethod method, @Nullable Object body, String path, Object... variables) {
		if (this.patience.isOver()) {
			// What was changed so far was answered, so the next attempt finds it.
			throw new RedmineTroubleException(new Outcome.Transient("Redmine answers too slowly"));
		}
		AtomicReference<@Nullable Answer> heard = new AtomicReference<>();
		Outcome silence = this.target.call(method, body, (answer) -> {
			heard.set(answer);
			return HEARD;
		}, path, variables);
		Answer answer = heard.get();
		if (answer == null) {
			throw new RedmineTroubleException(silence);
		}
		return answer;
	}

	private Answer understood(Answer answer) {
		int status = answer.status();
		if (status >= 200 && status < 300) {
			return answer;
		}
		if (status >= 300 && status < 400) {
			throw RedmineTroubleException.misconfigured("Redmine redirects, " + status + "; check REDMINE_URL");
		}
		throw switch (status) {
			case 401 ->
				RedmineTroubleException.misconfigured("Redmine does not know our API key, 401; check REDMINE_API_KEY");
			case 403 -> RedmineTroubleException.misconfigured("Redmine forbids it, 403; its REST API must be enabled"
					+ " (Administration, Settings, API), and REDMINE_API_KEY be an active administrator's");
			case 404 -> RedmineTroubleException
				.misconfigured("there is no Redmine at REDMINE_URL, 404; check it, its path included");
			default -> new RedmineTroubleException(this.target.trouble(answer));
		};
	}

}
