package dev.onboard.sandbox.slack;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import dev.onboard.sandbox.http.Answer;
import dev.onboard.sandbox.http.Endpoint;
import dev.onboard.sandbox.http.Request;

/**
 * An endpoint of Slack that answers as it is told to.
 */
final class Behaving implements Endpoint {

	private static final int HANG_SECONDS = 60;

	private final CurrentBehaviour current;

	private final AtOnce slack;

	Behaving(CurrentBehaviour current, AtOnce slack) {
		this.current = current;
		this.slack = slack;
	}

	@Override
	public CompletableFuture<Answer> answer(Request request) {
		CompletableFuture<Void> change = this.current.change();
		Behaviour behaviour = this.current.next();
		Answer usual = behaviour.takesEffect() ? this.slack.answer(request) : Answer.NO_CONTENT;
		if (behaviour.hang()) {
			return change.completeOnTimeout(null, HANG_SECONDS, TimeUnit.SECONDS)
				.thenApply((changed) -> Answer.SILENCE);
		}
		Answer said = behaviour.healthy() ? usual : behaviour.answer();
		Answer heard = behaviour.losesAnswer() ? Answer.SILENCE : said;
		if (behaviour.delayMillis() == 0) {
			return CompletableFuture.completedFuture(heard);
		}
		Executor later = CompletableFuture.delayedExecutor(behaviour.delayMillis(), TimeUnit.MILLISECONDS);
		return CompletableFuture.supplyAsync(() -> heard, later);
	}

}
