package dev.onboard.task.metrics;

import java.util.List;

import dev.onboard.delivery.Figure;
import dev.onboard.delivery.Figures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of the running imports is left; the same from each replica. */
@Component
class ImportFigures implements Figures {

	private static final String LEFT = """
			select count(*) as imports, coalesce(sum(to_create), 0) as rows from import where state = 'RUNNING'
			""";

	private final JdbcClient jdbc;

	ImportFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Figure> take() {
		return this.jdbc.sql(LEFT)
			.query((row, number) -> List.of(
					new Figure("onboard.imports.running", "Imports that were started and are not finished",
							row.getInt("imports")),
					new Figure("onboard.imports.rows.waiting", "Rows of running imports whose turn has not come",
							row.getInt("rows"))))
			.single();
	}

}
