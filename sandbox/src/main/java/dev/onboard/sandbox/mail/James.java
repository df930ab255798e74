package dev.onboard.sandbox.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import dev.onboard.sandbox.memory.Newest;
import org.apache.james.GuiceJamesServer;
import org.apache.james.MemoryJamesConfiguration;
import org.apache.james.MemoryJamesServerMain;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.utils.GuiceProbe;
import org.jspecify.annotations.Nullable;

/**
 * A real Apache James with everything in memory. It takes mail for anybody from anybody,
 * delivers what is local and keeps the rest: nothing leaves the machine.
 */
public final class James implements AutoCloseable {

	private static final int CONNECT_MILLIS = 500;

	private final MailServerSettings settings;

	private final Newest<RecordedMail> mails;

	private volatile @Nullable GuiceJamesServer server;

	public James(MailServerSettings settings, Newest<RecordedMail> mails) {
		this.settings = settings;
		this.mails = mails;
	}

	/**
	 * Returns when all protocols listen; that takes seconds.
	 */
	public void start() throws Exception {
		JamesFiles.write(this.settings);
		GuiceJamesServer starting = MemoryJamesServerMain
			.createServer(
					MemoryJamesConfiguration.builder().workingDirectory(this.settings.directory().toFile()).build())
			.combineWith(new Additions());
		starting.start();
		this.server = starting;
	}

	/**
	 * Whether SMTP, IMAP and WebAdmin all take connections.
	 */
	public boolean isUp() {
		return this.server != null
				&& IntStream.of(this.settings.smtpPort(), this.settings.imapPort(), this.settings.webAdminPort())
					.allMatch(this::takesConnections);
	}

	/**
	 * The mailboxes, the oldest first; nothing while James is not started.
	 */
	public Optional<List<Mailbox>> mailboxes() {
		GuiceJamesServer started = this.server;
		if (started == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(started.getProbe(Mailboxes.class).all());
		}
		catch (UsersRepositoryException | MailboxException ex) {
			throw new IllegalStateException("James does not tell its mailboxes", ex);
		}
	}

	@Override
	public void close() {
		GuiceJamesServer started = this.server;
		this.server = null;
		if (started != null) {
			started.stop();
		}
	}

	private boolean takesConnections(int port) {
		try (Socket socket = new Socket()) {
			InetAddress bound = InetAddress.getByName(this.settings.bind());
			InetAddress address = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
			socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private final class Additions extends AbstractModule {

		@Override
		protected void configure() {
			bind(new TypeLiteral<Newest<RecordedMail>>() {
			}).toInstance(James.this.mails);
			Multibinder.newSetBinder(binder(), GuiceProbe.class).addBinding().to(Mailboxes.class);
		}

	}

}
