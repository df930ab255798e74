package dev.onboard.bench.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.events.PersonEvent;

/** What is to be published, written with everything else, and the thread that does it. */
final class Outbox implements Runnable {

	private static final String ADD = """
			insert into bare_outbox (message_id, exchange, routing_key, type, correlation_id, body, due_at)
			values (?, 'onboarding', ?, ?, ?, ?, '1970-01-01Z')
			""";

	private static final String CLAIM = """
			select id, message_id, routing_key, correlation_id, body
			  from bare_outbox where due_at <= now() order by due_at, id limit 90 for update skip locked
			""";

	private final Semaphore news = new Semaphore(0);

	private final Connection database;

	private final Channel channel;

	Outbox(Connection database, Channel channel) throws Exception {
		this.database = database;
		this.channel = channel;
		database.setAutoCommit(false);
		channel.confirmSelect();
		channel.addReturnListener((returned) -> {
			throw new IllegalStateException("nobody hears " + returned.getRoutingKey());
		});
	}

	/** Within the caller's transaction; {@link #wakeUp} is to follow its commit. */
	void add(Connection caller, PersonEvent event) throws SQLException {
		Sql.run(caller, ADD, UUID.randomUUID().toString(), event.type(), event.type(), event.person().id().toString(),
				EventJson.write((Event) event));
	}

	void wakeUp() {
		this.news.release();
	}

	/** Publishes in batches, each confirmed before it is forgotten. Never ends. */
	@Override
	public void run() {
		try {
			while (true) {
				if (publishBatch() == 0) {
					this.news.tryAcquire(1, TimeUnit.SECONDS);
					this.news.drainPermits();
				}
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int publishBatch() throws Exception {
		List<Long> ids = new ArrayList<>();
		try (PreparedStatement claim = this.database.prepareStatement(CLAIM); ResultSet row = claim.executeQuery()) {
			while (row.next()) {
				ids.add(row.getLong("id"));
				String key = row.getString("routing_key");
				this.channel.basicPublish("onboarding", key, true,
						new AMQP.BasicProperties.Builder().messageId(row.getString("message_id"))
							.type(key)
							.correlationId(row.getString("correlation_id"))
							.contentType("application/json")
							.deliveryMode(2)
							.build(),
						row.getBytes("body"));
			}
		}
		if (!ids.isEmpty()) {
			this.channel.waitForConfirmsOrDie(5000);
			Sql.run(this.database, "delete from bare_outbox where id = any(?)",
					this.database.createArrayOf("bigint", ids.toArray()));
		}
		this.database.commit();
		return ids.size();
	}

}
