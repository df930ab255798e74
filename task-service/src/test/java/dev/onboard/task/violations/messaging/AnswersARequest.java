package dev.onboard.task.violations.messaging;

import org.springframework.web.context.request.WebRequest;

public record AnswersARequest(WebRequest request) {
}
