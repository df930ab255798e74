package dev.onboard.web.violations.slack;

import dev.onboard.web.violations.messaging.Orders;

public record KnowsTheMessaging(Orders orders) {
}
