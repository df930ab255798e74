package dev.onboard.task.web;

import java.time.Duration;
import java.util.UUID;

import dev.onboard.task.HandingOver;
import dev.onboard.task.PersonPage;
import dev.onboard.task.activation.ActivationLink;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users/{id}/activation-link")
class ActivationController {

	private static final Logger log = LoggerFactory.getLogger(ActivationController.class);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

	private static final Duration STEP = Duration.ofMillis(50);

	private final HandingOver handingOver;

	ActivationController(HandingOver handingOver) {
		this.handingOver = handingOver;
	}

	/**
	 * Makes a link by which the person chooses their password, to be handed over. This is
	 * the one answer that ever shows it; earlier links are void.
	 */
	@ApiResponse(responseCode = "201", description = "The link works.")
	@ApiResponse(responseCode = "202", description = "The link works a little later.")
	@ApiResponse(responseCode = "409", description = "There is no mailbox yet.")
	@ApiResponse(responseCode = "410", description = "This person was erased.")
	@PostMapping
	ResponseEntity<ActivationLink> createActivationLink(@PathVariable UUID id) throws InterruptedException {
		ActivationLink link = this.handingOver.link(id);
		return ResponseEntity.status(works(id, link) ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
			.cacheControl(CacheControl.noStore())
			.body(link);
	}

	/** The link is made by now: a database that fails here must not keep it back. */
	private boolean works(UUID id, ActivationLink link) throws InterruptedException {
		long end = System.nanoTime() + LONGEST_WAIT.toNanos();
		try {
			while (!this.handingOver.works(id, link)) {
				if (System.nanoTime() >= end) {
					return false;
				}
				Thread.sleep(STEP.toMillis());
			}
			return true;
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Nobody knows yet whether a link works: {}", ex.getMessage());
			return false;
		}
	}

	/** Mails a new link to the person's contactEmail; earlier links are void. */
	@ApiResponse(responseCode = "202", description = "Accepted; the person as they are now.")
	@ApiResponse(responseCode = "409", description = "There is no mailbox yet, or no contactEmail.")
	@ApiResponse(responseCode = "410", description = "This person was erased.")
	@PostMapping("/mail")
	@ResponseStatus(HttpStatus.ACCEPTED)
	PersonPage mailActivationLink(@PathVariable UUID id) {
		return this.handingOver.mail(id);
	}

	/** Makes all links of the person void. */
	@ApiResponse(responseCode = "202", description = "Accepted; the person as they are now.")
	@ApiResponse(responseCode = "409", description = "There is no mailbox yet, and no link.")
	@ApiResponse(responseCode = "410", description = "This person was erased.")
	@DeleteMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	PersonPage revokeActivationLinks(@PathVariable UUID id) {
		return this.handingOver.revoke(id);
	}

}
