package dev.onboard.web.redmine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people of one role get in Redmine.
 *
 * @param groups by name
 * @param memberships names of Redmine's roles by the identifier of the project
 */
record Role(@DefaultValue List<String> groups, @DefaultValue Map<String, List<String>> memberships) {

	static final Role NOTHING = new Role(List.of(), Map.of());

	Role {
		groups = List.copyOf(groups);
		memberships = Collections.unmodifiableMap(new LinkedHashMap<>(memberships));
	}

	/** As in {@code group Developers; Developer, Reporter in project onboard}. */
	String described() {
		Stream<String> groups = this.groups.stream().map((group) -> "group " + group);
		Stream<String> projects = this.memberships.entrySet()
			.stream()
			.map((project) -> String.join(", ", project.getValue()) + " in project " + project.getKey());
		return Stream.concat(groups, projects).collect(Collectors.joining("; "));
	}

}
