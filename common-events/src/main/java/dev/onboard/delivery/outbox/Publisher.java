package dev.onboard.delivery.outbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.onboard.delivery.outbox.Receipt.Word;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.UncategorizedAmqpException;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Publishes a batch and waits for the broker's word on each message. A message counts as
 * published only when it was confirmed and not returned, in time: RabbitMQ confirms an
 * unroutable mandatory message, too.
 */
class Publisher {

	private final RabbitTemplate rabbit;

	private final String appId;

	private final Duration confirmTimeout;

	Publisher(RabbitTemplate rabbit, String appId, Duration confirmTimeout) {
		this.rabbit = rabbit;
		this.appId = appId;
		this.confirmTimeout = confirmTimeout;
	}

	/**
	 * What became of each message. Unconfirmed counts as not published; the same id is
	 * then published again. One that cannot be written keeps no other one back.
	 * @throws AmqpException if the broker cannot be reached
	 */
	Map<OutboxRow, Receipt> publish(List<OutboxRow> rows) {
		Map<OutboxRow, CorrelationData> sent = new LinkedHashMap<>();
		Map<OutboxRow, Receipt> receipts = new LinkedHashMap<>();
		for (OutboxRow row : rows) {
			CorrelationData confirmation = new CorrelationData(Long.toString(row.id()));
			try {
				this.rabbit.send(row.exchange(), row.routingKey(), row.toMessage(this.appId), confirmation);
				sent.put(row, confirmation);
			}
			catch (UncategorizedAmqpException ex) {
				receipts.put(row, new Receipt(Word.REFUSED, "cannot be written as a message: " + ex.getMessage()));
			}
		}
		long deadline = System.nanoTime() + this.confirmTimeout.toNanos();
		for (Map.Entry<OutboxRow, CorrelationData> entry : sent.entrySet()) {
			receipts.put(entry.getKey(), receipt(entry.getValue(), deadline - System.nanoTime()));
		}
		return receipts;
	}

	private static Receipt receipt(CorrelationData confirmation, long nanos) {
		try {
			CorrelationData.Confirm confirm = confirmation.getFuture().get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
			if (confirmation.getReturned() != null) {
				return new Receipt(Word.RETURNED,
						"returned by the broker: " + confirmation.getReturned().getReplyText());
			}
			if (confirm.ack()) {
				return Receipt.CONFIRMED;
			}
			// A reason is not the broker's: the channel was closed before it said a word.
			return (confirm.reason() == null) ? new Receipt(Word.REFUSED, "refused by the broker: a queue is full")
					: new Receipt(Word.UNCONFIRMED, "not confirmed: " + confirm.reason());
		}
		catch (TimeoutException ex) {
			return new Receipt(Word.LATE, "not confirmed in time");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Receipt(Word.UNCONFIRMED, "interrupted while waiting for the confirm");
		}
		catch (ExecutionException ex) {
			return new Receipt(Word.UNCONFIRMED, "not confirmed: " + ex.getCause());
		}
	}

}
