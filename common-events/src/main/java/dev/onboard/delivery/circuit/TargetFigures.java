package dev.onboard.delivery.circuit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.onboard.delivery.Figure;
import dev.onboard.delivery.Figures;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How the targets of this service are, the same from each replica. */
final class TargetFigures implements Figures {

	private static final String TARGETS = """
			select system, paused, extract(epoch from since) as since, waiting from target
			""";

	private final JdbcClient jdbc;

	TargetFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Figure> take() {
		return this.jdbc.sql(TARGETS).query((row, number) -> {
			String system = row.getString("system").toLowerCase(Locale.ROOT);
			Figure paused = new Figure("onboard.target.paused", "1 while people wait because of the target, else 0",
					"system", system, row.getBoolean("paused") ? 1 : 0);
			Figure waiting = new Figure("onboard.target.waiting", "Messages that wait for the target", "system", system,
					row.getInt("waiting"));
			double since = row.getDouble("since");
			return row.wasNull() ? Stream.of(paused, waiting)
					: Stream.of(paused, waiting, new Figure("onboard.target.changed.timestamp.seconds",
							"When the target was paused or resumed last", "system", system, since));
		}).list().stream().flatMap((figures) -> figures).toList();
	}

}
