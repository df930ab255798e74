package dev.onboard.task.naming;

/** Says whether an address is free while somebody is still typing it. */
public interface AddressCheck {

	/**
	 * Answers within little more than a second. Whoever depends on nobody but us, such as
	 * a form, works without an answer, too.
	 * @param address the whole of it
	 * @return {@link Availability#UNKNOWN} where nobody could say it in time
	 * @throws org.springframework.dao.DataAccessException if our own database fails
	 */
	AddressAnswer check(String address);

}
