package dev.onboard.task.metrics;

import java.util.List;

import dev.onboard.delivery.Figure;
import dev.onboard.delivery.Figures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many messages lie aside until somebody decides; the same from each replica. */
@Component
class ParkedFigures implements Figures {

	private final JdbcClient jdbc;

	ParkedFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Figure> take() {
		int parked = this.jdbc.sql("select count(*) from parked where state = 'PARKED'").query(Integer.class).single();
		return List.of(new Figure("onboard.parked.messages",
				"Messages that no service could handle and that nobody has replayed or discarded", parked));
	}

}
