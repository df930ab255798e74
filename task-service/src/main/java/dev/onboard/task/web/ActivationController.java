package dev.onboard.task.web;

import java.util.UUID;

import dev.onboard.task.ActivationLink;
import dev.onboard.task.HandingOver;
import dev.onboard.task.PersonPage;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users/{id}/activation-link")
class ActivationController {

	private final HandingOver handingOver;

	ActivationController(HandingOver handingOver) {
		this.handingOver = handingOver;
	}

	/** The one answer that ever shows the link. */
	@PostMapping
	ResponseEntity<ActivationLink> link(@PathVariable UUID id) {
		return ResponseEntity.status(HttpStatus.CREATED)
			.cacheControl(CacheControl.noStore())
			.body(this.handingOver.link(id));
	}

	@PostMapping("/mail")
	@ResponseStatus(HttpStatus.ACCEPTED)
	PersonPage mail(@PathVariable UUID id) {
		return this.handingOver.mail(id);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	PersonPage revoke(@PathVariable UUID id) {
		return this.handingOver.revoke(id);
	}

}
