package dev.onboard.task.console;

import java.util.List;
import java.util.function.Supplier;

import dev.onboard.task.BrokenRuleException;
import dev.onboard.task.NotConfirmedException;
import dev.onboard.task.Reason;
import dev.onboard.task.erasing.TellingReasonException;
import dev.onboard.task.person.LoginTakenException;
import dev.onboard.task.person.NotPossibleException;

import org.springframework.http.HttpStatus;

/** Does what a form asks for, and says of a refusal which field it is about. */
final class Forms {

	private Forms() {
	}

	/**
	 * Calls a use case.
	 * @throws RefusedFormException if that cannot be done as the form says
	 */
	static <T> T submit(Form form, Supplier<T> useCase) {
		try {
			return useCase.get();
		}
		catch (BrokenRuleException ex) {
			// Not every form that can break it has its field.
			throw new RefusedFormException(HttpStatus.BAD_REQUEST,
					form.with(List.of(ex.rule())).with(String.valueOf(ex.getMessage())));
		}
		catch (NotConfirmedException ex) {
			throw new RefusedFormException(HttpStatus.BAD_REQUEST,
					form.with("confirm", String.valueOf(ex.getMessage())));
		}
		catch (TellingReasonException ex) {
			throw new RefusedFormException(HttpStatus.BAD_REQUEST,
					form.with("reason", String.valueOf(ex.getMessage())));
		}
		catch (LoginTakenException ex) {
			throw new RefusedFormException(HttpStatus.CONFLICT, form.with("login", "is taken. Choose another login"));
		}
		catch (NotPossibleException ex) {
			throw new RefusedFormException(HttpStatus.CONFLICT, form.with(String.valueOf(ex.getMessage())));
		}
	}

	/**
	 * The reason that was typed.
	 * @throws RefusedFormException if it is none
	 */
	static String reason(Form form) {
		String reason = form.typed("reason");
		if (!Reason.isValid(reason)) {
			throw new RefusedFormException(HttpStatus.BAD_REQUEST, form.with("reason",
					reason.isEmpty() ? "is missing; say why, for whoever reads it later" : Reason.RULE));
		}
		return reason;
	}

}
