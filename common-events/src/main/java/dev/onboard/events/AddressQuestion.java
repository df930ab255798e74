package dev.onboard.events;

import java.util.Objects;

/**
 * {@code address.question}: is this address free on the mail server? The answer is an
 * {@link AddressReply}.
 *
 * @param address the whole of it, {@code login@domain}
 */
public record AddressQuestion(String address) implements Aside {

	public static final String TYPE = "address.question";

	public AddressQuestion {
		Objects.requireNonNull(address, "address is missing");
	}

	@Override
	public String type() {
		return TYPE;
	}

}
