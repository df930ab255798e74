package dev.onboard.task.web;

import java.io.IOException;
import java.util.UUID;

import dev.onboard.task.imports.PeopleCsv;
import dev.onboard.task.imports.TemporaryFile;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of people, to fill in or to correct; the console has them, too. */
@RestController
@RequestMapping({ "/imports", "/console/imports" })
class CsvController {

	private final PeopleCsv csv;

	CsvController(PeopleCsv csv) {
		this.csv = csv;
	}

	/** A file with a header and no rows, to be filled in. */
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
	@GetMapping("/template.csv")
	void getImportTemplate(HttpServletResponse response) throws IOException {
		byte[] file = PeopleCsv.template();
		head(response, "people.csv", file.length);
		response.getOutputStream().write(file);
	}

	/**
	 * The refused rows of an import, each with its reason, to be corrected and uploaded
	 * again.
	 */
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
	@GetMapping("/{id}/refused.csv")
	void getRefusedRows(@PathVariable UUID id, HttpServletResponse response) throws IOException {
		try (TemporaryFile file = this.csv.refused(id)) {
			head(response, "refused.csv", file.size());
			file.in().transferTo(response.getOutputStream());
		}
	}

	private static void head(HttpServletResponse response, String name, long length) {
		response.setContentType("text/csv;charset=UTF-8");
		response.setContentLengthLong(length);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name).build().toString());
	}

}
