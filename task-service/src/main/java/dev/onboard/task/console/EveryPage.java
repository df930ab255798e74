package dev.onboard.task.console;

import java.util.List;

import dev.onboard.task.actor.Actor;
import dev.onboard.task.parked.ParkedMessages;
import dev.onboard.task.targets.TargetPage;
import dev.onboard.task.targets.TargetState;
import dev.onboard.task.targets.Targets;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** What stands around every page. */
@ControllerAdvice(basePackageClasses = EveryPage.class)
class EveryPage {

	private final Targets targets;

	private final ParkedMessages messages;

	private final Actor actor;

	EveryPage(Targets targets, ParkedMessages messages, Actor actor) {
		this.targets = targets;
		this.messages = messages;
		this.actor = actor;
	}

	/** The template around it: all, or only what a page that is open replaces. */
	@ModelAttribute("frame")
	String frame(@RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
		return (fragment != null) ? "partial" : "layout";
	}

	/** Whoever may only look is shown no forms. */
	@ModelAttribute("operator")
	boolean operator(HttpServletRequest request) {
		return request.isUserInRole("OPERATOR");
	}

	@ModelAttribute("admin")
	boolean admin(HttpServletRequest request) {
		return request.isUserInRole("ADMIN");
	}

	/** By the name of their token. */
	@ModelAttribute("who")
	@Nullable String who() {
		return this.actor.name();
	}

	@ModelAttribute("banner")
	Banner banner() {
		List<TargetPage> paused = this.targets.list()
			.stream()
			.filter((target) -> target.state() == TargetState.PAUSED)
			.toList();
		return new Banner(paused, Count.of(this.messages.countParked(), ParkedMessages.COUNTED));
	}

}
