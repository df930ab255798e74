package dev.onboard.task.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.forgetting.Erased;
import dev.onboard.events.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code person}. */
@Component
public class PersonRows {

	private static final String ADD = """
			insert into person (id, login, address, first_name, last_name, contact_email, role, language)
			values (:id, :login, :address, :firstName, :lastName, :contactEmail, :role, :language)
			returning *
			""";

	private static final String CHANGE = """
			update person
			   set login = :login, address = :address, first_name = :firstName, last_name = :lastName,
			       contact_email = :contactEmail, role = :role, language = :language, updated_at = now()
			 where id = :id
			""";

	static final String SETTLE = """
			update person
			   set updated_at = now(),
			       state = (select case when bool_or(s.state = 'FAILED') then 'NEEDS_ATTENTION'
			                            when bool_and(s.state in ('DONE', 'SKIPPED')) then 'READY'
			                            else 'IN_PROGRESS' end
			                  from step s where s.person_id = :person)
			 where id = :person
			""";

	/** As the index on it has it. */
	private static final String SEARCHED = "upper(first_name || ' ' || last_name || ' ' || address)";

	private final JdbcClient jdbc;

	private final Erased erased;

	PersonRows(JdbcClient jdbc, Erased erased) {
		this.jdbc = jdbc;
		this.erased = erased;
	}

	public PersonRow add(Person person) {
		return write(ADD, person).query(PersonRow::read).single();
	}

	public void change(Person person) {
		write(CHANGE, person).update();
	}

	private JdbcClient.StatementSpec write(String sql, Person person) {
		return this.jdbc.sql(sql)
			.param("id", person.id())
			.param("login", person.login())
			.param("address", person.address())
			.param("firstName", person.firstName())
			.param("lastName", person.lastName())
			.param("contactEmail", person.contactEmail())
			.param("role", person.role())
			.param("language", person.language());
	}

	/** The person's state after their steps have changed. */
	public void settle(UUID id) {
		this.jdbc.sql(SETTLE).param("person", id).update();
	}

	/**
	 * Until the caller's transaction ends nobody else changes anything about the person.
	 * @throws UnknownPersonException if nobody ever had this id
	 * @throws ErasedPersonException if somebody had it
	 */
	public Person lock(UUID id) {
		return lockIfThere(id).orElseThrow(() -> noneOf(id));
	}

	/** Why nobody is found under this id. */
	public RuntimeException noneOf(UUID id) {
		return this.erased.find(id)
			.<RuntimeException>map(ErasedPersonException::new)
			.orElseGet(() -> new UnknownPersonException(id));
	}

	/** As {@link #lock}; empty if there is none. */
	public Optional<Person> lockIfThere(UUID id) {
		return find("select * from person where id = :id for update", id).map(PersonRow::person);
	}

	public Optional<PersonRow> find(UUID id) {
		return find("select * from person where id = :id", id);
	}

	private Optional<PersonRow> find(String sql, UUID id) {
		return this.jdbc.sql(sql).param("id", id).query(PersonRow::read).optional();
	}

	/** One more than the limit, where there are more. */
	public List<PersonRow> list(Filter filter) {
		List<String> conditions = new ArrayList<>(List.of("true"));
		Map<String, Object> values = new HashMap<>();
		if (filter.after() != null) {
			conditions.add("number < :after");
			values.put("after", filter.after());
		}
		if (filter.state() != null) {
			conditions.add("state = :state");
			values.put("state", filter.state().name());
		}
		if (filter.search() != null) {
			conditions.add(SEARCHED + " like upper(:search) escape '!'");
			values.put("search", containing(filter.search()));
		}
		return this.jdbc
			.sql("select * from person where " + String.join(" and ", conditions)
					+ " order by number desc limit :limit")
			.params(values)
			.param("limit", filter.limit() + 1)
			.query(PersonRow::read)
			.list();
	}

	private static String containing(String text) {
		return "%" + text.replaceAll("[!%_]", "!$0") + "%";
	}

}
