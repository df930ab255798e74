package dev.onboard.sandbox.mail;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;

import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.inmemory.InMemoryId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.utils.GuiceProbe;

/**
 * Looks at the mailboxes inside James. A probe is James's way to let its host look in.
 */
final class Mailboxes implements GuiceProbe {

	private static final Comparator<Account> AGE = Comparator.comparingLong(Account::firstFolder)
		.thenComparing(Account::address);

	private final UsersRepository users;

	private final MailboxManager folders;

	@Inject
	Mailboxes(UsersRepository users, MailboxManager folders) {
		this.users = users;
		this.folders = folders;
	}

	/**
	 * All of them, the oldest first: James numbers folders as it makes them and keeps no
	 * date. Those without a folder come last, by address.
	 */
	List<Mailbox> all() throws UsersRepositoryException, MailboxException {
		Map<String, Account> accounts = new HashMap<>();
		for (Iterator<Username> names = this.users.list(); names.hasNext();) {
			String address = names.next().asString();
			accounts.put(address, new Account(address, 0, Long.MAX_VALUE));
		}
		MailboxSession onlooker = this.folders.createSystemSession(Username.of("sandbox"));
		for (MailboxPath path : this.folders.list(onlooker)) {
			Account folder = folder(path);
			accounts.computeIfPresent(folder.address(), (address, account) -> account.and(folder));
		}
		return accounts.values()
			.stream()
			.sorted(AGE)
			.map((account) -> new Mailbox(account.address(), account.messages()))
			.toList();
	}

	private Account folder(MailboxPath path) throws MailboxException {
		String address = path.getUser().asString();
		MailboxSession owner = this.folders.createSystemSession(path.getUser());
		try {
			MessageManager folder = this.folders.getMailbox(path, owner);
			return new Account(address, folder.getMessageCount(owner), ((InMemoryId) folder.getId()).getRawId());
		}
		catch (MailboxNotFoundException ex) {
			return new Account(address, 0, Long.MAX_VALUE); // Deleted since it was
															// listed.
		}
	}

	private record Account(String address, long messages, long firstFolder) {

		Account and(Account folder) {
			return new Account(this.address, this.messages + folder.messages,
					Math.min(this.firstFolder, folder.firstFolder));
		}

	}

}
