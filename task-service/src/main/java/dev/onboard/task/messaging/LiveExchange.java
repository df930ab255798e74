package dev.onboard.task.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.onboard.delivery.OwnTrouble;
import dev.onboard.events.EventJson;
import dev.onboard.events.PeopleChanged;
import dev.onboard.events.UnreadableEventException;
import dev.onboard.task.live.Changes;
import dev.onboard.task.live.OpenPages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Tells every replica, itself too, what was changed here: from a thread of its own, so
 * that a broker that is away or takes nothing keeps nobody waiting. What could not be
 * told, and what was not heard while the broker was away, is made up for by saying that
 * anybody may have changed.
 */
@Component
class LiveExchange implements SmartLifecycle, TemporaryQueue.Hearer {

	private static final Logger log = LoggerFactory.getLogger(LiveExchange.class);

	private static final String EXCHANGE = "onboarding.live";

	/** What changes meanwhile goes into one message. */
	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_CONFIRM = Duration.ofSeconds(5);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

	private final Changes changes;

	private final OpenPages pages;

	private final Asides asides;

	private final TemporaryQueue queue;

	private @Nullable Thread teller;

	LiveExchange(Changes changes, OpenPages pages, Asides asides, ConnectionFactory connections) {
		this.changes = changes;
		this.pages = pages;
		this.asides = asides;
		this.queue = new TemporaryQueue(connections, EXCHANGE, this);
	}

	private void run() {
		try {
			BackOffExecution backOff = OwnTrouble.SHORT_BACK_OFF.start();
			while (true) {
				if (tell()) {
					backOff = OwnTrouble.SHORT_BACK_OFF.start();
					Thread.sleep(PAUSE.toMillis());
				}
				else {
					Thread.sleep(backOff.nextBackOff());
				}
			}
		}
		catch (InterruptedException ex) {
			tellTheLast();
		}
	}

	private boolean tell() throws InterruptedException {
		PeopleChanged news = this.changes.take();
		boolean told = false;
		try {
			told = told(news);
			return told;
		}
		finally {
			if (!told) {
				this.changes.rememberAnybody();
			}
		}
	}

	/** The service stops. */
	private void tellTheLast() {
		try {
			if (!this.changes.isEmpty()) {
				told(this.changes.take());
			}
		}
		catch (InterruptedException ex) {
			log.debug("Open pages are not told any more");
		}
	}

	private boolean told(PeopleChanged news) throws InterruptedException {
		try {
			return this.asides.say(EXCHANGE, "", news, (properties) -> {
			}).get(LONGEST_CONFIRM.toMillis(), TimeUnit.MILLISECONDS).ack();
		}
		catch (AmqpException | ExecutionException | TimeoutException ex) {
			log.debug("Open pages are told later", ex);
			return false;
		}
	}

	@Override
	public void connected(String queue) {
		this.pages.changed(PeopleChanged.ANYBODY);
	}

	@Override
	public void disconnected() {
		// Pages are told when it is connected again.
	}

	@Override
	public void hear(BasicProperties properties, byte[] body) {
		try {
			this.pages.changed(EventJson.read(PeopleChanged.class, properties.getType(), body));
		}
		catch (UnreadableEventException ex) {
			log.warn("A replica tells open pages what cannot be read, so all ask anew: {}", ex.getMessage());
			this.pages.changed(PeopleChanged.ANYBODY);
		}
	}

	@Override
	public synchronized void start() {
		this.queue.start();
		this.teller = new Thread(this::run, "live-tell");
		this.teller.start();
	}

	@Override
	public synchronized void stop() {
		if (this.teller == null) {
			return;
		}
		this.queue.stop();
		this.teller.interrupt();
		try {
			this.teller.join(LONGEST_STOP.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.teller = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.teller != null;
	}

	/** After all that changes people has stopped: what they did last is told, too. */
	@Override
	public int getPhase() {
		return 0;
	}

}
