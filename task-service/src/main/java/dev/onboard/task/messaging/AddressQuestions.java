package dev.onboard.task.messaging;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.onboard.events.AddressQuestion;
import dev.onboard.events.AddressReply;
import dev.onboard.task.naming.AddressAnswer;
import dev.onboard.task.naming.AddressCheck;
import dev.onboard.task.naming.Availability;
import dev.onboard.task.naming.OwnAddresses;
import jakarta.annotation.PreDestroy;

import org.springframework.amqp.AmqpException;
import org.springframework.stereotype.Component;

/**
 * Asks the mail-service for what is not known here. The answer comes to a queue of this
 * replica. A broker that is away, or a mail server that is slow, keeps only so many
 * people waiting at once, each a second at most; all others get no answer at once.
 */
@Component
class AddressQuestions implements AddressCheck {

	private static final int MOST_AT_ONCE = 16;

	private static final Duration LIMIT = Duration.ofSeconds(1);

	private final OwnAddresses own;

	private final Asides asides;

	private final AddressReplies replies;

	private final Semaphore places = new Semaphore(MOST_AT_ONCE);

	/** Publishing, too, may take longer than somebody waits. */
	private final ExecutorService sender = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MOST_AT_ONCE), (task) -> new Thread(task, "address-questions"));

	AddressQuestions(OwnAddresses own, Asides asides, AddressReplies replies) {
		this.own = own;
		this.asides = asides;
		this.replies = replies;
	}

	@Override
	public AddressAnswer check(String address) {
		return this.own.answer(address).orElseGet(() -> askInTurn(address));
	}

	private AddressAnswer askInTurn(String address) {
		String replyTo = this.replies.queue();
		if (replyTo == null) {
			return unknown("the message broker cannot be reached");
		}
		if (!this.places.tryAcquire()) {
			return unknown("too many are asking at once");
		}
		try {
			return ask(address, replyTo);
		}
		finally {
			this.places.release();
		}
	}

	private AddressAnswer ask(String address, String replyTo) {
		String id = UUID.randomUUID().toString();
		CompletableFuture<AddressReply> reply = this.replies.to(id);
		try {
			this.sender.execute(() -> say(new AddressQuestion(address), id, replyTo, reply));
			AddressReply answer = reply.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
			return new AddressAnswer(Availability.valueOf(answer.state().name()), answer.words());
		}
		catch (TimeoutException ex) {
			return unknown("the mail-service did not answer within a second");
		}
		catch (ExecutionException | RejectedExecutionException ex) {
			return unknown("the mail-service could not be asked");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return unknown("the service is stopping");
		}
		finally {
			this.replies.forget(id);
		}
	}

	private void say(AddressQuestion question, String id, String replyTo, CompletableFuture<AddressReply> reply) {
		try {
			this.asides.say("onboarding", question.type(), question, (properties) -> {
				properties.setCorrelationId(id);
				properties.setReplyTo(replyTo);
			});
		}
		catch (AmqpException ex) {
			reply.completeExceptionally(ex);
		}
	}

	private static AddressAnswer unknown(String reason) {
		return new AddressAnswer(Availability.UNKNOWN, "Nobody can say now whether it is free: " + reason + ".");
	}

	@PreDestroy
	void stop() {
		this.sender.shutdown();
	}

}
