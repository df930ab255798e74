package dev.onboard.task.violations;

import org.springframework.http.HttpStatus;

public record SpeaksHttp(HttpStatus status) {
}
