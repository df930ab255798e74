package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.onboard.task.access.NewToken;
import dev.onboard.task.access.TokenPage;
import dev.onboard.task.access.TokenRole;
import dev.onboard.task.access.Tokens;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/tokens")
class TokensController {

	private final Tokens tokens;

	private final JsonBodies bodies;

	TokensController(Tokens tokens, JsonBodies bodies) {
		this.tokens = tokens;
		this.bodies = bodies;
	}

	/** All tokens that ever were, newest first; never their secrets. */
	@GetMapping
	TokenListing listTokens() {
		return new TokenListing(this.tokens.list());
	}

	/** Makes a token. This is the one answer that ever shows its secret. */
	@RequestBody(content = @Content(schema = @Schema(implementation = TokenRequest.class)))
	@ApiResponse(responseCode = "201")
	@ApiResponse(responseCode = "409", description = "A valid token has this name.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<NewToken> createToken(InputStream body) throws IOException {
		TokenRequest request = this.bodies.read(ReceivedBody.of(body), TokenRequest.class, "name and role");
		TokenRole role = TokenRole.named(request.role())
			.orElseThrow(() -> InvalidRequestException.of("role",
					"is not known; known are " + Stream.of(TokenRole.values()).map(TokenRole::wireName).toList()));
		return ResponseEntity.status(HttpStatus.CREATED)
			.cacheControl(CacheControl.noStore())
			.body(this.tokens.create(request.name(), role));
	}

	/** Revokes a token: refused at once, and by other replicas after 5 s at most. */
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revokeToken(@PathVariable UUID id) {
		this.tokens.revoke(id);
	}

	/**
	 * @param tokens newest first
	 */
	record TokenListing(List<TokenPage> tokens) {
	}

}
