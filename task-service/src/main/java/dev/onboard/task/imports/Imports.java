package dev.onboard.task.imports;

import java.util.UUID;
import java.util.function.Function;

import dev.onboard.task.Slice;
import dev.onboard.task.actor.Actor;
import dev.onboard.task.person.NotPossibleException;
import dev.onboard.task.person.PageChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All imports, and what somebody decides about them. */
@Component
public class Imports {

	private static final Logger log = LoggerFactory.getLogger(Imports.class);

	private final ImportTable imports;

	private final StoredImports stored;

	private final RowTable rows;

	private final Backlog backlog;

	private final Actor actor;

	private final ApplicationEventPublisher announcements;

	Imports(ImportTable imports, StoredImports stored, RowTable rows, Backlog backlog, Actor actor,
			ApplicationEventPublisher announcements) {
		this.imports = imports;
		this.stored = stored;
		this.rows = rows;
		this.backlog = backlog;
		this.actor = actor;
		this.announcements = announcements;
	}

	/**
	 * One import, and what it waits for.
	 * @throws UnknownImportException if there is none
	 */
	public ImportPage get(UUID id) {
		ImportPage page = this.stored.find(id).orElseThrow(() -> new UnknownImportException(id)).page();
		return (page.state() == ImportState.RUNNING && this.backlog.isFull()) ? page.waiting(this.backlog.inWords())
				: page;
	}

	/**
	 * Newest first; what a running one waits for is told by {@link #get} only.
	 * @param after where the slice before says that this one begins; null for the newest
	 */
	public Slice<ImportPage> list(@Nullable Long after, int limit) {
		return Slice.of(this.stored.list(after, limit + 1), limit, StoredImports.Row::number,
				(rows) -> rows.stream().map(StoredImports.Row::page).toList());
	}

	/**
	 * In the order of the file.
	 * @param state only these; null for all
	 * @param after where the slice before says that this one begins; 0 for the first
	 * @throws UnknownImportException if there is no such import
	 */
	public Slice<RowPage> rows(UUID id, @Nullable RowState state, int after, int limit) {
		if (this.stored.find(id).isEmpty()) {
			throw new UnknownImportException(id);
		}
		return Slice.of(this.rows.list(id, state, after, limit + 1), limit, RowPage::line, Function.identity());
	}

	/**
	 * Lets its rows be accepted in the background. A repeat changes nothing.
	 * @throws UnknownImportException if there is none
	 * @throws NotPossibleException if it was cancelled
	 */
	@Transactional
	public ImportPage start(UUID id) {
		ImportState state = this.imports.lock(id);
		if (state == ImportState.CANCELLED) {
			throw new NotPossibleException("This import was cancelled. Upload the file again.");
		}
		if (state == ImportState.CHECKED) {
			this.imports.start(id, this.actor.name());
			this.announcements.publishEvent(new PageChanged(id));
			log.info("Import {} was started by {}", id, this.actor.name());
		}
		return get(id);
	}

	/**
	 * Stops it: from now on none of its rows is accepted. Who was accepted before stays.
	 * A repeat changes nothing.
	 * @throws UnknownImportException if there is none
	 * @throws NotPossibleException if it is finished
	 */
	public ImportPage cancel(UUID id) {
		boolean cancelled = this.imports.cancel(id);
		// Waits for the rows in hand, and no other one is taken: else there would be no
		// end of them, with many replicas.
		if (this.imports.lock(id) == ImportState.FINISHED) {
			throw new NotPossibleException("This import is finished, and nothing is left to cancel.");
		}
		if (cancelled) {
			this.announcements.publishEvent(new PageChanged(id));
			log.info("Import {} was cancelled by {}", id, this.actor.name());
		}
		return get(id);
	}

}
