package dev.onboard.web.violations;

import dev.onboard.web.violations.slack.ListensItself;

public record KnowsATarget(ListensItself target) {
}
