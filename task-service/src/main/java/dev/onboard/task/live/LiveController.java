package dev.onboard.task.live;

import java.io.IOException;
import java.util.UUID;

import dev.onboard.task.actor.Actor;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LiveController {

	private final OpenPages pages;

	private final LiveSettings settings;

	private final Actor actor;

	LiveController(OpenPages pages, LiveSettings settings, Actor actor) {
		this.pages = pages;
		this.settings = settings;
		this.actor = actor;
	}

	/**
	 * Tells what changes as it happens, in server-sent events. They are named changed,
	 * the first comes at once, then at most two per second; data is the id of who has
	 * changed, or * for several people or anybody. After 15 s without one comes alive.
	 * @param person whose changes; without it everybody's
	 */
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
	@GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	void followChanges(@RequestParam(required = false) @Nullable UUID person, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			return;
		}
		ServletOutputStream out = response.getOutputStream();
		boolean opened = this.pages.open((ended) -> {
			response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
			response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
			// A proxy that collects the answer would keep it back.
			response.setHeader("X-Accel-Buffering", "no");
			AsyncContext connection = request.startAsync(request, response);
			connection.setTimeout(this.settings.lifetime().toMillis());
			OpenPage page = new OpenPage(connection, out, person, this.actor.shutOut(), ended);
			connection.addListener(page);
			out.setWriteListener(page);
			return page;
		});
		if (!opened) {
			throw tooMany();
		}
	}

	private static ErrorResponseException tooMany() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"Too many pages are open, or the service is stopping. This page works, and asks again within a minute.");
		problem.setTitle("Not live now");
		ErrorResponseException failure = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, problem, null);
		failure.getHeaders().set(HttpHeaders.RETRY_AFTER, "30");
		return failure;
	}

}
