package dev.onboard.faults.outside;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Speaks HTTP/1.1 for a service, or misbehaves as its target is told. */
record HttpHost(Target target, HttpService service) implements Door.Host {

	@Override
	public void receive(Socket guest) throws IOException, InterruptedException {
		InputStream in = new BufferedInputStream(guest.getInputStream());
		boolean goesOn = true;
		while (goesOn) {
			Request request = Request.read(in);
			goesOn = request != null && serve(request, guest);
		}
	}

	/** Returns whether the connection can be used again. */
	private boolean serve(Request request, Socket guest) throws IOException, InterruptedException {
		Fate fate = this.target.called(this.service.person(request), !request.isSafe());
		Answer answer = fate.acts() ? act(request, guest.getPort()) : refuse(fate, request);
		if (answer == null || !fate.acts()) {
			this.target.countFailed();
		}
		Fate.Delivery delivery = (answer == null) ? Fate.Delivery.NONE
				: (fate.delivery() == Fate.Delivery.NONE && !answer.tookEffect()) ? Fate.Delivery.WHOLE
						: fate.delivery();
		this.target.hold(fate.holds());
		boolean arrives = false;
		try {
			if (answer != null && delivery != Fate.Delivery.NONE) {
				byte[] bytes = answer.bytes(request.method().equals("HEAD"), fate.retryAfter());
				boolean half = delivery == Fate.Delivery.HALF;
				guest.getOutputStream()
					.write(half ? Arrays.copyOf(bytes, bytes.length - half(bytes.length, answer)) : bytes);
				arrives = !half;
			}
			return arrives;
		}
		finally {
			if (!arrives && answer != null && fate.acts()) {
				count(answer);
			}
		}
	}

	private void count(Answer unheard) {
		if (unheard.tookEffect()) {
			this.target.countAnswerLost();
		}
		else {
			this.target.countFailed();
		}
	}

	/** How many bytes are left out: half of the body, or of what there is. */
	private static int half(int all, Answer answer) {
		int body = (answer.body() != null) ? answer.body().length() : 0;
		return (body > 1) ? body / 2 : all / 2;
	}

	private @Nullable Answer act(Request request, int port) {
		boolean adds = this.service.adds(request);
		if (adds && this.target.meets(Target.Point.BEFORE_EFFECT, port)) {
			return null;
		}
		Answer answer = this.service.answer(request);
		if (adds && answer.tookEffect()) {
			this.target.meets(Target.Point.AFTER_EFFECT, port);
		}
		return answer;
	}

	private @Nullable Answer refuse(Fate fate, Request request) {
		if (fate.status() == 0) {
			return null;
		}
		return fate.body().isEmpty() ? this.service.refusal(fate.status(), request)
				: Answer.text(fate.status(), fate.body());
	}

}
