-- Who repeats a message, and where, is held to its own queues now, which needed an exchange of another name and kind.
update outbox set exchange = 'onboarding.requeue' where exchange = 'onboarding.retry';
