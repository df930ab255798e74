package dev.onboard.task.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The valid tokens. There are few, so all of them are read at once, and asked for without
 * the database for 5 s; a token that is not among them is looked for again, for somebody
 * may have just made it. As whoever invents one asks the database, too, few may do so at
 * the same time. Thread-safe.
 */
@Component
class KnownTokens {

	private static final Logger log = LoggerFactory.getLogger(KnownTokens.class);

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private static final int READERS = 4;

	private static final long LONGEST_WAIT_MILLIS = 100;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final UsedTokens used;

	private final LongSupplier nanoTime;

	private final Semaphore readers = new Semaphore(READERS);

	private final AtomicReference<Snapshot> snapshot = new AtomicReference<>(Snapshot.none());

	@Autowired
	KnownTokens(JdbcClient jdbc, TransactionTemplate transaction, UsedTokens used) {
		this(jdbc, transaction, used, System::nanoTime);
	}

	KnownTokens(JdbcClient jdbc, TransactionTemplate transaction, UsedTokens used, LongSupplier nanoTime) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.used = used;
		this.nanoTime = nanoTime;
	}

	/**
	 * Empty also if it is revoked.
	 * @throws org.springframework.dao.DataAccessException if nobody can tell now
	 * @throws org.springframework.transaction.TransactionException likewise
	 */
	Optional<KnownToken> bySecret(String secret) {
		String hash = Secrets.hash(secret);
		return find((token) -> Secrets.same(token.sha256(), hash));
	}

	/** As {@link #bySecret}. */
	Optional<KnownToken> byId(UUID id) {
		return find((token) -> token.id().equals(id));
	}

	/**
	 * Whether it was not there when they were read last, by no more than what is known
	 * here: false also if that is nothing.
	 */
	boolean isGone(UUID id) {
		Snapshot known = this.snapshot.get();
		return known.end() != 0 && known.find((token) -> token.id().equals(id)).isEmpty();
	}

	/**
	 * Reads them beside the requests, so that hardly any has to wait for it: each has two
	 * seconds for all that it asks the database.
	 */
	@Scheduled(fixedDelayString = "2s")
	void refresh() {
		Snapshot known = this.snapshot.get();
		try {
			this.snapshot.compareAndSet(known, read());
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("Whoever asks next reads the tokens", ex);
		}
	}

	/** What was read so far counts no more. */
	void forget() {
		this.snapshot.set(Snapshot.none());
	}

	private Optional<KnownToken> find(Predicate<KnownToken> wanted) {
		Snapshot known = this.snapshot.get();
		Optional<KnownToken> found = (this.nanoTime.getAsLong() - known.end() < 0) ? known.find(wanted)
				: Optional.empty();
		if (found.isEmpty()) {
			Snapshot now = readInTurn();
			// Unless it was forgotten meanwhile, or somebody else was faster.
			this.snapshot.compareAndSet(known, now);
			found = now.find(wanted);
		}
		found.ifPresent((token) -> this.used.note(token.id()));
		return found;
	}

	private Snapshot readInTurn() {
		try {
			if (!this.readers.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
				throw new TransientDataAccessResourceException("too many ask for tokens that are not known");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TransientDataAccessResourceException("interrupted", ex);
		}
		try {
			return read();
		}
		finally {
			this.readers.release();
		}
	}

	private Snapshot read() {
		long end = this.nanoTime.getAsLong() + LONGEST.toNanos();
		// In a transaction, for the time that those may take is limited.
		List<KnownToken> tokens = this.transaction
			.execute((tx) -> this.jdbc.sql("select id, name, role, sha256 from api_token where revoked_at is null")
				.query(KnownTokens::token)
				.list());
		return new Snapshot(end, tokens);
	}

	private static KnownToken token(ResultSet row, int number) throws SQLException {
		return new KnownToken(Objects.requireNonNull(row.getObject("id", UUID.class)), row.getString("name"),
				TokenRole.valueOf(row.getString("role")), row.getString("sha256"));
	}

	/**
	 * What was read at one time; told from others by identity.
	 *
	 * @param end from when on it counts no more; 0 if nothing was read
	 */
	private record Snapshot(long end, List<KnownToken> tokens) {

		static Snapshot none() {
			return new Snapshot(0, List.of());
		}

		Optional<KnownToken> find(Predicate<KnownToken> wanted) {
			return this.tokens.stream().filter(wanted).findFirst();
		}

	}

}
