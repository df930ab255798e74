package dev.onboard.mail.violations;

import dev.onboard.mail.violations.james.ListensItself;

public record KnowsATarget(ListensItself target) {
}
