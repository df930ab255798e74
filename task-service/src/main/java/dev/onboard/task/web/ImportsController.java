package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import dev.onboard.task.Slice;
import dev.onboard.task.imports.CheckingFiles;
import dev.onboard.task.imports.ImportPage;
import dev.onboard.task.imports.Imports;
import dev.onboard.task.imports.RowPage;
import dev.onboard.task.imports.RowState;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/imports")
class ImportsController {

	private final CheckingFiles checking;

	private final Imports imports;

	ImportsController(CheckingFiles checking, Imports imports) {
		this.checking = checking;
		this.imports = imports;
	}

	/**
	 * Checks a file of people: what would come of each row. Nobody is added before the
	 * import is started.
	 * @param name of the file, for whoever looks at the import; only with text/csv
	 */
	@RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "201", description = "What would come of it.",
			headers = @Header(name = "Location", description = "Path of the import.",
					schema = @Schema(type = "string")))
	@PostMapping(consumes = "text/csv")
	ResponseEntity<ImportPage> uploadImport(@Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type,
			@RequestParam(required = false) @Nullable String name, InputStream body) throws IOException {
		Charset charset = type.getCharset();
		if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
			throw InvalidRequestException.of("Content-Type", "must be text/csv in UTF-8");
		}
		return checked(this.checking.check(body, name));
	}

	/** The same file as a form. */
	@ApiResponse(responseCode = "201", description = "What would come of it.",
			headers = @Header(name = "Location", description = "Path of the import.",
					schema = @Schema(type = "string")))
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<ImportPage> uploadImport(@RequestPart MultipartFile file) throws IOException {
		try (InputStream body = file.getInputStream()) {
			return checked(this.checking.check(body, file.getOriginalFilename()));
		}
	}

	private static ResponseEntity<ImportPage> checked(ImportPage page) {
		return ResponseEntity.created(URI.create("/imports/" + page.id())).body(page);
	}

	/**
	 * All imports, newest first.
	 * @param after of the path of the next page; without it the newest come
	 * @param limit most imports in the answer
	 */
	@GetMapping
	ImportListing listImports(@RequestParam(required = false) @Nullable Long after,
			@RequestParam(defaultValue = "50") int limit) {
		Part part = new Part("/imports", limit);
		Slice<ImportPage> slice = this.imports.list(after, limit);
		return new ImportListing(slice.items(), part.next(slice));
	}

	/** One import, and how far it has come. */
	@GetMapping("/{id}")
	ImportPage getImport(@PathVariable UUID id) {
		return this.imports.get(id);
	}

	/**
	 * The rows of an import in the order of the file.
	 * @param after of the path of the next page; without it the first come
	 * @param limit most rows in the answer
	 */
	@GetMapping("/{id}/rows")
	RowListing listImportRows(@PathVariable UUID id, @RequestParam(required = false) @Nullable RowState state,
			@RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "50") int limit) {
		Part part = new Part("/imports/" + id + "/rows", limit).with("state", state);
		Slice<RowPage> slice = this.imports.rows(id, state, after, limit);
		return new RowListing(slice.items(), part.next(slice));
	}

	/**
	 * Lets the people of an import be added in the background. A repeat changes nothing.
	 */
	@ApiResponse(responseCode = "202", description = "Accepted; they are added one by one.")
	@ApiResponse(responseCode = "409", description = "It was cancelled.")
	@PostMapping("/{id}/start")
	@ResponseStatus(HttpStatus.ACCEPTED)
	ImportPage startImport(@PathVariable UUID id) {
		return this.imports.start(id);
	}

	/** Lets nobody more of an import be added. A repeat changes nothing. */
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "409", description = "It is finished.")
	@PostMapping("/{id}/cancel")
	ImportPage cancelImport(@PathVariable UUID id) {
		return this.imports.cancel(id);
	}

	/**
	 * @param imports newest first
	 * @param next path of the next page, null on the last one
	 */
	record ImportListing(List<ImportPage> imports, @Nullable String next) {
	}

	/**
	 * @param rows in the order of the file
	 * @param next path of the next page, null on the last one
	 */
	record RowListing(List<RowPage> rows, @Nullable String next) {
	}

}
