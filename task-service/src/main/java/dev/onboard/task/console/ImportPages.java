package dev.onboard.task.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import dev.onboard.task.imports.CheckingFiles;
import dev.onboard.task.imports.ImportPage;
import dev.onboard.task.imports.Imports;
import dev.onboard.task.imports.RowState;
import dev.onboard.task.imports.TooManyFilesException;
import dev.onboard.task.imports.UnreadableFileException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** Imports: a file is uploaded, looked at, started, and watched. */
@Controller
@RequestMapping("/console/imports")
class ImportPages {

	private static final int PAGE = 50;

	private final CheckingFiles checking;

	private final Imports imports;

	ImportPages(CheckingFiles checking, Imports imports) {
		this.checking = checking;
		this.imports = imports;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable Long after, Model model) {
		model.addAttribute("after", after);
		model.addAttribute("slice", this.imports.list(after, PAGE));
		return "imports";
	}

	@PostMapping
	String upload(@RequestPart(required = false) @Nullable MultipartFile file, Model model,
			HttpServletResponse response) throws IOException {
		if (file == null) {
			return refused(HttpStatus.BAD_REQUEST, "There is no file. Choose one below.", model, response);
		}
		try (InputStream content = file.getInputStream()) {
			return at(this.checking.check(content, file.getOriginalFilename()).id());
		}
		catch (UnreadableFileException ex) {
			HttpStatus status = ex.isTooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
			return refused(status, String.valueOf(ex.getMessage()), model, response);
		}
		catch (TooManyFilesException ex) {
			return refused(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(ex.getMessage()), model, response);
		}
	}

	private String refused(HttpStatus status, String reason, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("form", Form.of("upload", Map.of()).with(reason));
		return list(null, model);
	}

	/**
	 * Of no state that is named the refused rows, where there are some, for somebody has
	 * to look at them; else all.
	 */
	@GetMapping("/{id}")
	String one(@PathVariable UUID id, @RequestParam(required = false) @Nullable RowState state,
			@RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = "0") int after,
			Model model) {
		ImportPage page = this.imports.get(id);
		boolean refused = state == null && !all && page.counts().refused() > 0;
		RowState wanted = refused ? RowState.REFUSED : state;
		model.addAttribute("page", page);
		model.addAttribute("state", wanted);
		model.addAttribute("counts",
				Map.of(RowState.TO_CREATE, page.counts().toCreate(), RowState.CREATED, page.counts().created(),
						RowState.ALREADY_THERE, page.counts().alreadyThere(), RowState.REFUSED,
						page.counts().refused()));
		model.addAttribute("states", RowState.values());
		model.addAttribute("after", after);
		model.addAttribute("slice", this.imports.rows(id, wanted, after, PAGE));
		return "import";
	}

	@PostMapping("/{id}/start")
	String start(@PathVariable UUID id, Model model, HttpServletResponse response) {
		return decide(id, model, response, this.imports::start);
	}

	@PostMapping("/{id}/cancel")
	String cancel(@PathVariable UUID id, Model model, HttpServletResponse response) {
		return decide(id, model, response, this.imports::cancel);
	}

	private String decide(UUID id, Model model, HttpServletResponse response, Function<UUID, ?> decision) {
		try {
			Forms.submit(Form.of("decision", Map.of()), () -> decision.apply(id));
			return at(id);
		}
		catch (RefusedFormException ex) {
			response.setStatus(ex.status().value());
			model.addAttribute("form", ex.form());
			return one(id, null, false, 0, model);
		}
	}

	/** Where a form was sent to there is nothing to see. */
	@GetMapping({ "/{id}/start", "/{id}/cancel" })
	String form(@PathVariable UUID id) {
		return at(id);
	}

	private static String at(UUID id) {
		return "redirect:/console/imports/" + id;
	}

}
