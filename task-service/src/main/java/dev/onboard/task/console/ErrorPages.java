package dev.onboard.task.console;

import dev.onboard.task.imports.TemporaryFileException;
import dev.onboard.task.imports.UnknownImportException;
import dev.onboard.task.parked.UnknownParkedException;
import dev.onboard.task.person.ErasedPersonException;
import dev.onboard.task.person.UnknownNameException;
import dev.onboard.task.person.UnknownPersonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Every error on a page as a page that says what to do. Before those of the API. */
@ControllerAdvice(basePackageClasses = ErrorPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	@ExceptionHandler({ UnknownPersonException.class, UnknownParkedException.class, UnknownNameException.class,
			UnknownImportException.class, NothingHereException.class })
	ModelAndView unknown(RuntimeException ex) {
		return page(HttpStatus.NOT_FOUND, "There is nothing here", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ModelAndView erased(ErasedPersonException ex) {
		return page(HttpStatus.GONE, "This person was erased", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ModelAndView forbidden(AccessDeniedException ex) {
		return page(HttpStatus.FORBIDDEN, "That was not done", String.valueOf(ex.getMessage()));
	}

	/** In a path it is an address that nothing has. */
	@ExceptionHandler
	ModelAndView unreadable(MethodArgumentTypeMismatchException ex) {
		return page(HttpStatus.NOT_FOUND, "There is nothing here",
				"The address of this page holds something that is not known.");
	}

	@ExceptionHandler
	ModelAndView tooLarge(MaxUploadSizeExceededException ex) {
		return page(HttpStatus.CONTENT_TOO_LARGE, "The file is too large",
				"Split it into several, each with a header, and upload one after the other.");
	}

	@ExceptionHandler
	ModelAndView noForm(MultipartException ex) {
		return page(HttpStatus.BAD_REQUEST, "That is not possible here", "No file came, or it broke off on the way.");
	}

	@ExceptionHandler
	ModelAndView noRoom(TemporaryFileException ex) {
		log.error("Our disk fails", ex);
		return page(HttpStatus.SERVICE_UNAVAILABLE, "Not available now",
				"Nothing was changed: the task-service can write no temporary file; its log says why. Try again when that is "
						+ "mended.");
	}

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	ModelAndView databaseAway(RuntimeException ex) {
		log.warn("Our database fails: {}", ex.getMessage());
		return page(HttpStatus.SERVICE_UNAVAILABLE, "Not available now",
				"The database does not answer. Nothing that was accepted is lost. Try again in some seconds; if you "
						+ "were adding somebody, reload this page: it is not done twice.");
	}

	/** Also where our database was asked wrongly. */
	@ExceptionHandler({ Exception.class, DataIntegrityViolationException.class,
			IncorrectResultSizeDataAccessException.class, InvalidDataAccessApiUsageException.class })
	ModelAndView unexpected(Exception ex) {
		if (ex instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
			return page(HttpStatus.valueOf(refused.getStatusCode().value()), "That is not possible here",
					"This request is none that a page of the console makes.");
		}
		log.error("Unexpected failure", ex);
		return page(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong",
				"This is an error of the task-service; its log says more.");
	}

	private static ModelAndView page(HttpStatus status, String title, String words) {
		ModelAndView page = new ModelAndView("error", status);
		page.addObject("frame", "layout");
		page.addObject("title", title);
		page.addObject("words", words);
		return page;
	}

}
