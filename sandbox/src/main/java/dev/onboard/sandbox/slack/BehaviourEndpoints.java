package dev.onboard.sandbox.slack;

import dev.onboard.sandbox.http.Answer;
import dev.onboard.sandbox.http.Json;
import dev.onboard.sandbox.http.Request;

/**
 * Shows and changes how posts are answered.
 */
final class BehaviourEndpoints {

	private final Behaviours behaviours;

	BehaviourEndpoints(Behaviours behaviours) {
		this.behaviours = behaviours;
	}

	Answer show() {
		return Answer.json(200, this.behaviours.current());
	}

	Answer change(Request request) {
		try {
			this.behaviours.set(BehaviourFields.read(Json.read(request.body())));
			return show();
		}
		catch (Json.Unreadable | IllegalArgumentException ex) {
			return Answer.problem(400, "Not a behaviour", String.valueOf(ex.getMessage()));
		}
	}

	Answer reset() {
		this.behaviours.set(Behaviour.NORMAL);
		return show();
	}

}
