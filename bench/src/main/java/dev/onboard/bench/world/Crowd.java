package dev.onboard.bench.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * People who are in the database of the services as if they had come through: every row
 * is there that somebody leaves who has no contact address and no role, but they are put
 * there by SQL.
 */
public final class Crowd {

	/** Of one in 16 of them. */
	public static final String FIRST_NAME = "Maria";

	private static final String ID = "md5('crowd-' || n)::uuid";

	private static final String RESULTS = """
			(values ('MAIL', 'DONE', 'added', 'mailbox crowd-' || n || '@example.com created; welcome mail accepted \
			by the mail server; seen in the mailbox; no contact address: ask for an activation link'),
			 ('REDMINE', 'SKIPPED', 'skipped', 'no Redmine is configured; set REDMINE_URL and REDMINE_API_KEY, or start the \
			Compose profile redmine, then try again'),
			 ('SLACK', 'DONE', 'added', 'posted to Slack')) as result (system, state, what, text)
			""";

	/** Names are of one of 16 first names and of 8 letters that nearly nobody shares. */
	private static final String PERSON = """
			insert into person (id, login, address, first_name, last_name, state)
			select :id, 'crowd-' || n, 'crowd-' || n || '@example.com',
			       (array['Alice', 'Boris', 'Chloe', 'David', 'Elena', 'Felix', 'Grace', 'Hugo', 'Irina', 'Jonas', 'Karin',
			              'Leonid', 'Maria', 'Niklas', 'Olga', 'Pavel'])[1 + n % 16],
			       initcap(translate(substr(md5('name-' || n), 1, 8), '0123456789', 'ghijklmnop')), 'READY'
			  from :numbers order by n
			""";

	private static final String STEP = """
			insert into step (person_id, system, state, attempts, detail, passed)
			select :id, system, state, 1, text, true from :numbers, lateral :results order by n
			""";

	private static final String HISTORY = """
			insert into history (person_id, at, system, what, text, done_by)
			select :id, now(), system, what, text, done_by from :numbers, lateral
			       (select null, 'accepted', 'crowd-' || n || '@example.com', 'ONBOARD_ADMIN_TOKEN'
			        union all select system, what, text, null from :results) as line (system, what, text, done_by)
			""";

	private static final String MAIL_EFFECT = """
			insert into effect (person_id, effect, generation, attempt, state, detail, evidence)
			select :id, effect, 1, 1, 'ADDED', text, evidence from :numbers, lateral
			       (values ('mailbox', 'mailbox crowd-' || n || '@example.com created', 'crowd-' || n || '@example.com'),
			        ('mailbox-extras', '', null), ('welcome-mail', 'welcome mail accepted by the mail server', '0'),
			        ('welcome-seen', 'seen in the mailbox', null),
			        ('activation-mail', 'no contact address: ask for an activation link', null)
			       ) as effect (effect, text, evidence)
			""";

	private static final String WEB_EFFECT = """
			insert into effect (person_id, effect, generation, attempt, state, detail)
			select :id, effect, 1, 1, state, text from :numbers, lateral
			       (values ('redmine-account', 'SKIPPED', 'no Redmine is configured; set REDMINE_URL and REDMINE_API_KEY, or start the \
			Compose profile redmine, then try again'),
			        ('slack-post', 'ADDED', 'posted to Slack'), ('slack-card', 'ADDED', '')) as effect (effect, state, text)
			""";

	private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();

	static {
		ROWS.put("task",
				List.of(PERSON,
						"insert into login (login, person_id) select 'crowd-' || n, :id from :numbers order by n", STEP,
						HISTORY, "vacuum analyze person, login, step, history"));
		ROWS.put("mail", List.of(MAIL_EFFECT,
				"insert into mailbox_try (person_id, address) select :id, 'crowd-' || n || '@example.com' from :numbers",
				"vacuum analyze effect, mailbox_try"));
		ROWS.put("web", List.of(WEB_EFFECT, """
				insert into progress (person_id, system, result, generation, attempt)
				select :id, system, result, 1, 1 from :numbers, lateral
				       (values ('MAIL', 'ADDED'), ('REDMINE', 'SKIPPED')) as step (system, result)
				""", "vacuum analyze effect, progress"));
	}

	private final Side services;

	public Crowd(Side services) {
		this.services = services;
	}

	/**
	 * So many are there, and at most a tenth more of others. Nobody may be on the way.
	 */
	public void become(int people) {
		long all = this.services.rows("task").number("select count(*) from person");
		long there = this.services.rows("task").number("select count(*) from person where login like 'crowd-%'");
		if (there > people || all - there > people / 10) {
			leave();
			there = 0;
		}
		String numbers = "generate_series(%d, %d) as n".formatted(there + 1, people);
		if (there < people) {
			ROWS.forEach((role, rows) -> rows.forEach((sql) -> this.services.rows(role)
				.execute(sql.replace(":id", ID).replace(":numbers", numbers).replace(":results", RESULTS))));
		}
	}

	/** The name of one of the first, which nobody else has. */
	public String somebody() {
		return this.services.rows("task").text("select last_name from person where login = 'crowd-517'");
	}

	/** Nobody is there any more, and no others. */
	public void leave() {
		this.services.forgetEverybody();
		this.services.rows("mail").execute("truncate effect, mailbox_try, activation");
		this.services.rows("web").execute("truncate effect, progress, slack_card");
	}

}
