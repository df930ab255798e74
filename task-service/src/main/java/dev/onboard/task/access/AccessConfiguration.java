package dev.onboard.task.access;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ViewResolver;

/** Which route wants which role; all that is not named here wants a token, too. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static void routes(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
		routes.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
		routes.requestMatchers("/livez", "/readyz").permitAll();
		routes.requestMatchers(HttpMethod.GET, "/assets/**", "/webjars/**", "/favicon.ico").permitAll();
		routes.requestMatchers(SignInPage.PATH, "/sign-out").permitAll();
		routes.requestMatchers("/tokens", "/tokens/**").hasRole(TokenRole.ADMIN.name());
		routes.requestMatchers(HttpMethod.DELETE, "/users/*").hasRole(TokenRole.ADMIN.name());
		routes.requestMatchers("/console/people/*/erase").hasRole(TokenRole.ADMIN.name());
		routes.requestMatchers(HttpMethod.GET).hasRole(TokenRole.VIEWER.name());
		routes.requestMatchers(HttpMethod.HEAD).hasRole(TokenRole.VIEWER.name());
		routes.requestMatchers(HttpMethod.OPTIONS).hasRole(TokenRole.VIEWER.name());
		routes.anyRequest().hasRole(TokenRole.OPERATOR.name());
	}

	/**
	 * The port for whoever watches asks for no token, so it must not be that of the API.
	 */
	@Bean
	@Order(1)
	@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
	SecurityFilterChain actuator(HttpSecurity http) {
		return http.securityMatcher(EndpointRequest.toAnyEndpoint())
			.authorizeHttpRequests((routes) -> routes.anyRequest().permitAll())
			.csrf(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	SecurityFilterChain everything(HttpSecurity http, KnownTokens tokens, Sessions sessions,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
			@Qualifier("requestMappingHandlerMapping") HandlerMapping handlers,
			@Qualifier("thymeleafViewResolver") ViewResolver views) {
		Refusals refusals = new Refusals(problems, handlers, views);
		return http.authorizeHttpRequests(AccessConfiguration::routes)
			.addFilterBefore(new TokenFilter(tokens, sessions), CsrfFilter.class)
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens())
				.csrfTokenRequestHandler(new FormTokens())
				// Each request says anew who it is from; the forms that are open stay
				// good all the same.
				.sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
				.requireCsrfProtectionMatcher(forms()))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.headers((headers) -> headers.contentSecurityPolicy((content) -> content.policyDirectives(CONTENT))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
			.build();
	}

	private static CookieCsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("onboard-form");
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return tokens;
	}

	/**
	 * What a browser sends by itself; no other site can make it send a token. Without a
	 * session there is nothing to guard but the sign-in.
	 */
	private static RequestMatcher forms() {
		RequestMatcher signIn = PathPatternRequestMatcher.pathPattern(SignInPage.PATH);
		return (request) -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
				&& request.getHeader(HttpHeaders.AUTHORIZATION) == null
				&& (signIn.matches(request) || TokenFilter.isSomebody());
	}

	/**
	 * Methods, headers and parameters are looked at where they mean something, which says
	 * what is wrong with them.
	 */
	@Bean
	StrictHttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setUnsafeAllowAnyHttpMethod(true);
		firewall.setAllowedHeaderNames((name) -> true);
		firewall.setAllowedHeaderValues((value) -> true);
		firewall.setAllowedParameterNames((name) -> true);
		firewall.setAllowedParameterValues((value) -> true);
		return firewall;
	}

	@Bean
	RequestRejectedHandler rejected(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		return (request, response, rejection) -> problems.resolveException(request, response, null, rejection);
	}

	/** A trace is of people, and not of filters. */
	@Bean
	SecurityObservationSettings unseen() {
		return SecurityObservationSettings.noObservations();
	}

}
