package dev.onboard.task;

import java.text.Normalizer;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be added. However a name was typed, it is kept without spaces around it and
 * composed (Unicode NFC), so that the same name is the same text.
 *
 * @param login becomes the mail address and the Redmine login
 * @param firstName of any script
 * @param lastName of any script
 * @param contactEmail where the person reads mail today, if known; never the mailbox that
 * they get
 * @param role names what they get besides, one of {@link TaskSettings#roles()}; null for
 * nothing
 * @param language they are written to in, one of {@link TaskSettings#languages()}; null
 * for the default
 */
public record NewPerson(@NotNull(message = NewPerson.MISSING) @Size(max = NewPerson.LONGEST_LOGIN,
		message = "is longer than " + NewPerson.LONGEST_LOGIN + " characters") @Pattern(regexp = NewPerson.LOGIN,
				message = "must start with a letter and hold only a-z and 0-9, in parts joined by one of . _ -, such as alice.ivanova") String login,
		@NotNull(message = NewPerson.MISSING) @Pattern(regexp = NewPerson.NAME,
				message = NewPerson.NAME_RULE) String firstName,
		@NotNull(message = NewPerson.MISSING) @Pattern(regexp = NewPerson.NAME,
				message = NewPerson.NAME_RULE) String lastName,
		@Nullable @Size(max = 254, message = "is longer than 254 characters") @Email(regexp = NewPerson.MAIL,
				message = "must be a mail address such as alice@home.example, or be left out") String contactEmail,
		@Nullable String role, @Nullable String language) {

	static final String MISSING = "is missing";

	public static final int LONGEST_LOGIN = 60;

	/** Possessive, for otherwise a long one overflows the stack. */
	public static final String LOGIN = "[a-z][a-z0-9]*+([._-][a-z0-9]++)*+";

	/**
	 * Not blank; no control characters, line separators, lone surrogates or unassigned.
	 */
	static final String NAME = "(?=.*[^\\p{Z}\\p{C}])[^\\p{Cc}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]{1,100}";

	/** One address without quotes, in addition to what {@link Email} asks for. */
	static final String MAIL = "[^\\p{Z}\\p{C}@<>\",;]+@[^\\p{Z}\\p{C}@<>\",;]+";

	static final String NAME_RULE = "must have 1 to 100 characters of any script, and no line breaks or control characters";

	public NewPerson {
		firstName = name(firstName);
		lastName = name(lastName);
	}

	static String name(String typed) {
		// What is missing in a request is refused by its constraint.
		return (typed != null) ? Normalizer.normalize(typed.strip(), Normalizer.Form.NFC) : typed;
	}

}
