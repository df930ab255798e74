package dev.onboard.task.reference;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.providers.SpringDocJavadocProvider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in the document before anything of an operation does. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

	/** Of the API, not of the program: higher where a client has to be changed. */
	private static final String VERSION = "1.0";

	private static final String ABOUT = """
			One request gives a new colleague a mailbox, a Redmine account and a Slack welcome.

			Every request needs `Authorization: Bearer` and a token; `./onboard token show` tells the \
			administrator's, and administrators make others with `POST /tokens`. What each operation needs at least \
			stands in its `security`: a `viewer` reads, an `operator` also adds, changes and repairs, an `admin` also \
			erases people and makes tokens.

			Every error is a problem detail (RFC 9457) that says what to do. Times are ISO 8601 in UTC. Answers may \
			get more fields; requests with fields that are not known are refused.""";

	static {
		// An enum is a type of its own then, once, and can be null beside.
		ModelResolver.enumsAsRef = true;
	}

	@Bean
	OpenAPI openApi() {
		return new OpenAPI()
			.info(new Info().title("Onboard")
				.version(VERSION)
				.description(ABOUT)
				.license(new License().name("Apache-2.0").identifier("Apache-2.0")))
			// Wherever the document was read.
			.addServersItem(new Server().url("/"))
			.components(new Components()
				.addSecuritySchemes(Operations.TOKEN,
						new SecurityScheme().type(SecurityScheme.Type.HTTP)
							.scheme("bearer")
							.description("As `./onboard token show` tells it, or `POST /tokens` makes it."))
				.responses(Refusal.all()));
	}

	@Bean
	SpringDocJavadocProvider javadoc() {
		return new PlainJavadoc();
	}

}
