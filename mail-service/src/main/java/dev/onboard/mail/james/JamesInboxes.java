package dev.onboard.mail.james;

import java.util.function.IntFunction;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.mail.Inboxes;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Message counts of James. As seen on 3.8.1: 200 with a number, or 404 as long as the
 * inbox has never had a mail.
 */
@Component
class JamesInboxes implements Inboxes {

	private final TargetClient james;

	JamesInboxes(TargetClient james) {
		this.james = james;
	}

	@Override
	public Outcome count(String address, IntFunction<Outcome> meaning) {
		return this.james.call(HttpMethod.GET, null, (answer) -> {
			if (answer.status() == 404) {
				return meaning.apply(0);
			}
			return isCount(answer) ? meaning.apply(Integer.parseInt(answer.body().strip()))
					: WebAdmin.trouble(this.james, answer);
		}, "/users/{address}/mailboxes/INBOX/messageCount", address);
	}

	private static boolean isCount(Answer answer) {
		return answer.status() == 200 && answer.body().strip().matches("\\d{1,9}");
	}

}
