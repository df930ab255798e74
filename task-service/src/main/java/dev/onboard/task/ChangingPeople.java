package dev.onboard.task;

import java.util.UUID;

import dev.onboard.events.Decision;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.task.activation.LinkOrders;
import dev.onboard.task.person.ErasedPersonException;
import dev.onboard.task.person.History;
import dev.onboard.task.person.LoginTakenException;
import dev.onboard.task.person.Logins;
import dev.onboard.task.person.NotPossibleException;
import dev.onboard.task.person.PersonRows;
import dev.onboard.task.person.Progress;
import dev.onboard.task.person.StepOrders;
import dev.onboard.task.person.StepRows;
import dev.onboard.task.person.StepState;
import dev.onboard.task.person.UnknownPersonException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what is known of a person, and tells those who still have to act on it. */
@Component
public class ChangingPeople {

	private final People pages;

	private final PersonRows people;

	private final Logins logins;

	private final StepRows steps;

	private final StepOrders orders;

	private final LinkOrders links;

	private final History history;

	private final TaskSettings settings;

	ChangingPeople(People pages, PersonRows people, Logins logins, StepRows steps, StepOrders orders, LinkOrders links,
			History history, TaskSettings settings) {
		this.pages = pages;
		this.people = people;
		this.logins = logins;
		this.steps = steps;
		this.orders = orders;
		this.links = links;
		this.history = history;
		this.settings = settings;
	}

	/**
	 * Changes a person. Steps that have begun, or may begin any moment, are asked for
	 * anew; those that have ended stay as they are. A link that was mailed follows to
	 * another contact address.
	 * @return the person as they are now
	 * @throws UnknownPersonException if nobody ever had this id
	 * @throws ErasedPersonException if somebody had it
	 * @throws LoginTakenException if another person has the new login
	 * @throws NotPossibleException if it is too late for another login
	 * @throws BrokenRuleException if the contact address became that of the mailbox
	 */
	@Transactional
	public PersonPage change(UUID id, PersonChange change) {
		Person before = this.people.lock(id);
		Person after = change.of(before, this.settings);
		if (after.equals(before)) {
			return this.pages.get(id);
		}
		PersonRules.checkChange(before, after);
		Progress progress = this.steps.of(id);
		boolean renamed = !after.login().equals(before.login());
		if (renamed) {
			checkLoginMayChange(before, progress);
			this.logins.reserve(after.login(), id);
		}
		this.people.change(after);
		progress.underWay()
			.forEach((step) -> this.orders.again(after, step, step.detail(), stillMeant(step.instruction(), renamed)));
		this.people.settle(id);
		this.history.add(id, null, "changed", PersonChange.inWords(before, after));
		if (progress.mail().state() == StepState.DONE) {
			this.links.follow(after, before.contactEmail());
		}
		return this.pages.get(id);
	}

	private static void checkLoginMayChange(Person person, Progress progress) {
		if (!progress.loginMayChange()) {
			StepState mail = progress.mail().state();
			throw new NotPossibleException(
					(mail == StepState.DONE) ? "The mailbox " + person.address() + " exists, so its login stays."
							: "The mail step was left out, and the other systems may know the login " + person.login()
									+ " by now, so it stays.");
		}
	}

	/** What was decided about the old address was not decided about the new one. */
	private static @Nullable Instruction stillMeant(@Nullable Instruction instruction, boolean renamed) {
		// It may be done already, and must not delete what the new owner has got since.
		boolean deletes = instruction != null && instruction.decision() == Decision.PURGE;
		boolean aboutTheAddress = instruction != null
				&& (instruction.decision() == Decision.ADOPT || instruction.decision() == Decision.PURGE);
		return ((renamed && aboutTheAddress) || deletes) ? null : instruction;
	}

}
