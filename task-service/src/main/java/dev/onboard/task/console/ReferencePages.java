package dev.onboard.task.console;

import java.io.IOException;

import dev.onboard.task.reference.Reference;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The API, for those who write programs. */
@Controller
class ReferencePages {

	private final Reference reference;

	ReferencePages(Reference reference) {
		this.reference = reference;
	}

	@GetMapping("/console/api")
	String show(HttpServletRequest request, Model model) throws IOException {
		model.addAttribute("reference", this.reference.read(request));
		return "api";
	}

}
