package dev.onboard.task.violations.reference;

import dev.onboard.task.violations.SpeaksHttp;

public record AsksForPeople(SpeaksHttp people) {
}
