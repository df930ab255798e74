package dev.onboard.web.redmine;

import java.util.Map;
import java.util.TreeMap;

import dev.onboard.delivery.ledger.Effect;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedmineSettings.class)
class RedmineConfiguration {

	private static final String ROLES = "onboard.roles";

	@Bean
	RedmineLocation redmineLocation(RedmineSettings settings) {
		return new RedmineLocation(settings);
	}

	@Bean
	Effect redmineAccount(RedmineLocation location) {
		return new RedmineEffect(AddingAccount.EFFECT, location, AddingAccount::perform);
	}

	@Bean
	Effect redmineRoles(RedmineLocation location, Environment environment) {
		GrantingRole granting = new GrantingRole(roles(environment));
		return new RedmineEffect("redmine-roles", location, granting::perform);
	}

	/** All roles by name, for many get nothing here; a word that is not known fails. */
	static Map<String, Role> roles(Environment environment) {
		Binder binder = Binder.get(environment);
		Map<String, Object> names = binder.bind(ROLES, Bindable.mapOf(String.class, Object.class)).orElse(Map.of());
		Map<String, Role> roles = new TreeMap<>();
		for (String name : names.keySet()) {
			roles.put(name,
					binder
						.bind(ROLES + "[" + name + "].redmine", Bindable.of(Role.class),
								new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
						.orElse(Role.NOTHING));
		}
		return roles;
	}

}
