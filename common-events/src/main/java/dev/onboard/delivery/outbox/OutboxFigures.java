package dev.onboard.delivery.outbox;

import java.util.List;

import dev.onboard.delivery.Figure;
import dev.onboard.delivery.Figures;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in the outbox, over all replicas. */
final class OutboxFigures implements Figures {

	/** What could not be published is due all the while, though it is postponed. */
	private static final String LAG = """
			select count(*) filter (where due) as due, count(*) filter (where not due) as later,
			       coalesce(extract(epoch from now() - min(since) filter (where due)), 0) as oldest
			  from (select due_at <= now() or failures > 0 as due,
			               case when failures > 0 then created_at else greatest(due_at, created_at) end as since
			          from outbox) as message
			""";

	private final JdbcClient jdbc;

	OutboxFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Figure> take() {
		return this.jdbc.sql(LAG)
			.query((row, number) -> List.of(
					new Figure("onboard.outbox.due", "Messages that should be at the broker and are not",
							row.getInt("due")),
					new Figure("onboard.outbox.later", "Messages whose time has not come, such as retries",
							row.getInt("later")),
					new Figure("onboard.outbox.oldest.due.seconds", "For how long the oldest of them has been due",
							row.getDouble("oldest"))))
			.single();
	}

}
