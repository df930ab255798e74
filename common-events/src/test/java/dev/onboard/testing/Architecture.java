package dev.onboard.testing;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** What the architecture tests of all modules share. */
public final class Architecture {

	private Architecture() {
	}

	/** What is shipped, under a root package. */
	public static JavaClasses production(String root) {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(root);
	}

	/** How the classes under a root package, tests too, break a rule. */
	public static List<String> violations(ArchRule rule, String root) {
		return rule.evaluate(new ClassFileImporter().importPackages(root)).getFailureReport().getDetails();
	}

	/** Nothing is null that does not say so. */
	public static ArchRule everyPackageIsNullMarked(String root) {
		return classes().that()
			.resideInAPackage(root + "..")
			.should(new ArchCondition<>("be in a @NullMarked package") {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
					events
						.add(new SimpleConditionEvent(type, marked, type.getName() + " is in no @NullMarked package"));
				}
			});
	}

}
