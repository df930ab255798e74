package dev.onboard.mail.violations.james;

import dev.onboard.mail.violations.messaging.Orders;

public record KnowsTheMessaging(Orders orders) {
}
