package dev.onboard.task.web;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import dev.onboard.task.BrokenRuleException;
import dev.onboard.task.IdempotencyKeyReusedException;
import dev.onboard.task.NotConfirmedException;
import dev.onboard.task.access.NameTakenException;
import dev.onboard.task.access.UnknownTokenException;
import dev.onboard.task.erasing.TellingReasonException;
import dev.onboard.task.imports.ImportSettings;
import dev.onboard.task.imports.TemporaryFileException;
import dev.onboard.task.imports.TooManyFilesException;
import dev.onboard.task.imports.UnknownImportException;
import dev.onboard.task.imports.UnreadableFileException;
import dev.onboard.task.parked.UnknownParkedException;
import dev.onboard.task.person.ErasedPersonException;
import dev.onboard.task.person.LoginTakenException;
import dev.onboard.task.person.NotPossibleException;
import dev.onboard.task.person.UnknownNameException;
import dev.onboard.task.person.UnknownPersonException;
import dev.onboard.task.web.InvalidRequestException.FieldError;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as an RFC 9457 problem that says what to do. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	private final ImportSettings imports;

	Problems(ImportSettings imports) {
		this.imports = imports;
	}

	@ExceptionHandler
	ProblemDetail invalid(InvalidRequestException ex) {
		return problem(ex.status(), "Invalid request", String.valueOf(ex.getMessage()), ex.errors());
	}

	@ExceptionHandler
	ProblemDetail broken(BrokenRuleException ex) {
		return invalid(InvalidRequestException.of(ex.rule().field(), ex.rule().message()));
	}

	@ExceptionHandler
	ProblemDetail loginTaken(LoginTakenException ex) {
		ProblemDetail problem = problem(HttpStatus.CONFLICT, "Login is taken",
				"The login " + ex.login() + " belongs to /users/" + ex.holder() + ". Choose another login.",
				List.of(new FieldError("login", "is taken")));
		problem.setProperty("user", URI.create("/users/" + ex.holder()));
		return problem;
	}

	@ExceptionHandler
	ProblemDetail keyReused(IdempotencyKeyReusedException ex) {
		return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency key was used before",
				"This Idempotency-Key came with another body before. Send the same body again, or a new key.",
				List.of(new FieldError("Idempotency-Key", "came with another body before")));
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownPersonException ex) {
		String detail = ex.getMessage() + "; GET /users lists everybody.";
		return problem(HttpStatus.NOT_FOUND, "No such person", detail, List.of());
	}

	@ExceptionHandler
	ProblemDetail erased(ErasedPersonException ex) {
		return problem(HttpStatus.GONE, "Erased", String.valueOf(ex.getMessage()), List.of());
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownNameException ex) {
		return problem(HttpStatus.NOT_FOUND, "No such name", String.valueOf(ex.getMessage()), List.of());
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownParkedException ex) {
		String detail = ex.getMessage() + "; GET /parked lists all.";
		return problem(HttpStatus.NOT_FOUND, "No such message", detail, List.of());
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownImportException ex) {
		String detail = ex.getMessage() + ", or no more; GET /imports lists all.";
		return problem(HttpStatus.NOT_FOUND, "No such import", detail, List.of());
	}

	@ExceptionHandler
	ProblemDetail unreadable(UnreadableFileException ex) {
		return problem(ex.isTooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST, "Unreadable file",
				String.valueOf(ex.getMessage()), List.of());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooMany(TooManyFilesException ex) {
		return ResponseEntity
			.of(problem(HttpStatus.SERVICE_UNAVAILABLE, "Not available now", String.valueOf(ex.getMessage()),
					List.of()))
			.header(HttpHeaders.RETRY_AFTER, "5")
			.build();
	}

	/** The form that a file came in, not the file. */
	@ExceptionHandler
	ProblemDetail noForm(MultipartException ex) {
		return problem(HttpStatus.BAD_REQUEST, "Unreadable form",
				"The body is no multipart form, or it broke off. Send it as curl does with -F file=@people.csv.",
				List.of());
	}

	@ExceptionHandler
	ProblemDetail notPossible(NotPossibleException ex) {
		return problem(HttpStatus.CONFLICT, "Not possible now", String.valueOf(ex.getMessage()), List.of());
	}

	@ExceptionHandler
	ProblemDetail notConfirmed(NotConfirmedException ex) {
		return invalid(InvalidRequestException.of("confirm", String.valueOf(ex.getMessage())));
	}

	@ExceptionHandler
	ProblemDetail telling(TellingReasonException ex) {
		return invalid(InvalidRequestException.of("reason", String.valueOf(ex.getMessage())));
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownTokenException ex) {
		String detail = ex.getMessage() + "; GET /tokens lists all.";
		return problem(HttpStatus.NOT_FOUND, "No such token", detail, List.of());
	}

	@ExceptionHandler
	ProblemDetail nameTaken(NameTakenException ex) {
		return problem(HttpStatus.CONFLICT, "Name is taken", String.valueOf(ex.getMessage()),
				List.of(new FieldError("name", "is taken")));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> nobody(AuthenticationException ex) {
		return ResponseEntity
			.of(problem(HttpStatus.UNAUTHORIZED, "No valid token", String.valueOf(ex.getMessage()), List.of()))
			.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
			.build();
	}

	@ExceptionHandler
	ProblemDetail forbidden(AccessDeniedException ex) {
		return problem(HttpStatus.FORBIDDEN, "Not allowed", String.valueOf(ex.getMessage()), List.of());
	}

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	ResponseEntity<ProblemDetail> databaseAway(RuntimeException ex) {
		log.warn("Our database fails: {}", ex.getMessage());
		return ResponseEntity.of(problem(HttpStatus.SERVICE_UNAVAILABLE, "Not available now",
				"Nothing was changed, or it is not known. Send the same request again in some seconds; with an Idempotency-Key a repeat is always safe.",
				List.of()))
			.header(HttpHeaders.RETRY_AFTER, "5")
			.build();
	}

	@ExceptionHandler
	ProblemDetail noRoom(TemporaryFileException ex) {
		log.error("Our disk fails", ex);
		return problem(HttpStatus.SERVICE_UNAVAILABLE, "Not available now",
				"Nothing was changed: the task-service can write no temporary file; its log says why. Send the same request again when that is mended.",
				List.of());
	}

	/** Mostly Tomcat refuses such a request itself; here it was noticed late. */
	@ExceptionHandler({ IOException.class, InvalidParameterException.class, RequestRejectedException.class })
	ProblemDetail malformed(Exception ex) {
		return TomcatProblems.problem(HttpStatus.BAD_REQUEST);
	}

	/** Also where our database was asked wrongly. */
	@ExceptionHandler({ Exception.class, DataIntegrityViolationException.class,
			IncorrectResultSizeDataAccessException.class, InvalidDataAccessApiUsageException.class })
	ProblemDetail unexpected(Exception ex) {
		log.error("Unexpected failure", ex);
		return TomcatProblems.problem(HttpStatus.INTERNAL_SERVER_ERROR);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		InvalidRequestException invalid = InvalidRequestException.of(String.valueOf(ex.getPropertyName()),
				expected(ex.getRequiredType()));
		return handleExceptionInternal(ex, invalid(invalid), headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(MaxUploadSizeExceededException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = unreadable(UnreadableFileException.largerThan(this.imports.maxSize()));
		return handleExceptionInternal(ex, problem, headers, status, request);
	}

	private static String expected(@Nullable Class<?> type) {
		if (type == UUID.class) {
			return "must be a UUID";
		}
		if (type != null && type.isEnum()) {
			return "must be one of " + Arrays.toString(type.getEnumConstants());
		}
		return "must be a whole number";
	}

	private static ProblemDetail problem(HttpStatus status, String title, String detail, List<FieldError> errors) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		if (!errors.isEmpty()) {
			problem.setProperty("errors", errors);
		}
		return problem;
	}

}
