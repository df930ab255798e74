package dev.onboard.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who was ever accepted. */
@Component
public class People {

	private static final String ADD = """
			insert into person (id, login, address, first_name, last_name, contact_email)
			values (:id, :login, :address, :firstName, :lastName, :contactEmail)
			on conflict (login) do nothing
			""";

	private static final String LIST = """
			select * from person
			 where (:after::bigint is null or number < :after)
			   and (:state::text is null or state = :state)
			   and (:search::text is null or upper(first_name || ' ' || last_name || ' ' || address) like upper(:search) escape '!')
			 order by number desc limit :limit
			""";

	private final JdbcClient jdbc;

	People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a person whose steps are all pending.
	 * @throws LoginTakenException if another person has this login
	 */
	void add(Person person) {
		boolean added = this.jdbc.sql(ADD)
			.param("id", person.id())
			.param("login", person.login())
			.param("address", person.address())
			.param("firstName", person.firstName())
			.param("lastName", person.lastName())
			.param("contactEmail", person.contactEmail())
			.update() == 1;
		if (!added) {
			UUID holder = this.jdbc.sql("select id from person where login = :login")
				.param("login", person.login())
				.query(UUID.class)
				.single();
			throw new LoginTakenException(person.login(), holder);
		}
		for (TargetSystem system : TargetSystem.values()) {
			this.jdbc.sql("insert into step (person_id, system) values (:person, :system)")
				.param("person", person.id())
				.param("system", system.name())
				.update();
		}
	}

	public Optional<PersonPage> find(UUID id) {
		return pages(this.jdbc.sql("select * from person where id = :id").param("id", id).query(PersonRow::read).list())
			.stream()
			.findFirst();
	}

	PersonPage get(UUID id) {
		return find(id).orElseThrow(() -> new IllegalStateException("nobody has the id " + id));
	}

	public PeopleSlice list(Filter filter) {
		List<PersonRow> rows = this.jdbc.sql(LIST)
			.param("after", filter.after())
			.param("state", (filter.state() != null) ? filter.state().name() : null)
			.param("search", (filter.search() != null) ? containing(filter.search()) : null)
			.param("limit", filter.limit() + 1)
			.query(PersonRow::read)
			.list();
		boolean more = rows.size() > filter.limit();
		List<PersonRow> slice = more ? rows.subList(0, filter.limit()) : rows;
		return new PeopleSlice(pages(slice), more ? slice.get(slice.size() - 1).number() : null);
	}

	private static String containing(String text) {
		return "%" + text.replaceAll("[!%_]", "!$0") + "%";
	}

	private List<PersonPage> pages(List<PersonRow> rows) {
		if (rows.isEmpty()) {
			return List.of();
		}
		Map<UUID, List<StepRow>> steps = this.jdbc.sql("select * from step where person_id in (:ids)")
			.param("ids", rows.stream().map((row) -> row.page().id()).toList())
			.query(StepRow::read)
			.list()
			.stream()
			.collect(Collectors.groupingBy(StepRow::person));
		return rows.stream().map((row) -> row.with(steps.getOrDefault(row.page().id(), List.of()))).toList();
	}

}
