package dev.onboard.task.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.delivery.Figure;
import dev.onboard.delivery.Figures;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.person.PersonState;
import dev.onboard.task.person.StepState;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many people and steps are in each state; the same from each replica. */
@Component
class PeopleFigures implements Figures {

	private static final String PEOPLE = "select state, count(*) as people from person group by state";

	/** Only those who are not ready have such steps, and they are few. */
	private static final String STEPS = """
			select system, step.state, count(*) as steps, extract(epoch from now() - min(created_at)) as oldest
			  from person join step on person_id = id
			 where person.state in ('IN_PROGRESS', 'NEEDS_ATTENTION') and step.state in ('PENDING', 'RETRYING', 'FAILED')
			 group by system, step.state
			""";

	private final JdbcClient jdbc;

	PeopleFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Figure> take() {
		return Stream.concat(people(), steps()).toList();
	}

	private Stream<Figure> people() {
		Map<PersonState, Integer> counted = this.jdbc.sql(PEOPLE)
			.query((row, number) -> Map.entry(PersonState.valueOf(row.getString("state")), row.getInt("people")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return Stream.of(PersonState.values())
			.map((state) -> new Figure("onboard.people", "People by how far they have come", "state", label(state),
					counted.getOrDefault(state, 0)));
	}

	private Stream<Figure> steps() {
		List<OpenSteps> all = this.jdbc.sql(STEPS)
			.query((row, number) -> new OpenSteps(TargetSystem.valueOf(row.getString("system")),
					StepState.valueOf(row.getString("state")), row.getInt("steps"), row.getDouble("oldest")))
			.list();
		return Stream.of(TargetSystem.values()).flatMap((system) -> figures(system, all));
	}

	private static Stream<Figure> figures(TargetSystem system, List<OpenSteps> all) {
		List<OpenSteps> own = all.stream().filter((steps) -> steps.system() == system).toList();
		Stream<Figure> counts = Stream.of(StepState.PENDING, StepState.RETRYING, StepState.FAILED)
			.map((state) -> new Figure("onboard.steps", "Steps that have not ended well, by system and state",
					Map.of("system", system.wireName(), "state", label(state)),
					own.stream().filter((steps) -> steps.state() == state).mapToInt(OpenSteps::count).sum()));
		double oldest = own.stream()
			.filter((steps) -> steps.state() != StepState.FAILED)
			.mapToDouble(OpenSteps::oldest)
			.max()
			.orElse(0);
		return Stream.concat(counts,
				Stream.of(new Figure("onboard.steps.oldest.seconds",
						"How long ago the person was accepted who has waited longest for a step that is not FAILED",
						"system", system.wireName(), oldest)));
	}

	private static String label(Enum<?> state) {
		return state.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Steps of one system in one state.
	 *
	 * @param oldest seconds since the first of their people was accepted
	 */
	private record OpenSteps(TargetSystem system, StepState state, int count, double oldest) {
	}

}
