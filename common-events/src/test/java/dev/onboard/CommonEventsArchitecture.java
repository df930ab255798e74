package dev.onboard;

import com.tngtech.archunit.lang.ArchRule;
import dev.onboard.testing.Architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rooms of this module, under whatever root package. */
enum CommonEventsArchitecture {

	/** The words on the wire need nothing but JSON. */
	EVENTS_STAND_ALONE {
		@Override
		ArchRule under(String root) {
			return classes().that()
				.resideInAPackage(root + ".events..")
				.should()
				.onlyDependOnClassesThat()
				.resideInAnyPackage(root + ".events..", "java..", "tools.jackson..", "com.fasterxml.jackson..",
						"org.jspecify..");
		}
	},

	/** How a message arrives or leaves is known in two rooms only. */
	ONLY_OUTBOX_AND_SETTLING_KNOW_AMQP {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + "..")
				.and()
				.resideOutsideOfPackages("..outbox..", "..settling..")
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage("org.springframework.amqp..", "com.rabbitmq..");
		}
	},

	/** It serves them all. */
	KNOWS_NO_SERVICE {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + "..")
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(root + ".task..", root + ".mail..", root + ".web..");
		}
	},

	ROOMS_HAVE_NO_CYCLES {
		@Override
		ArchRule under(String root) {
			return slices().matching(root + ".(**)").should().beFreeOfCycles();
		}
	},

	EVERY_PACKAGE_IS_NULL_MARKED {
		@Override
		ArchRule under(String root) {
			return Architecture.everyPackageIsNullMarked(root);
		}
	};

	abstract ArchRule under(String root);

}
