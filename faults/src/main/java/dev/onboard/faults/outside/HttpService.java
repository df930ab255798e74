package dev.onboard.faults.outside;

/** What is served over HTTP. Thread-safe. */
interface HttpService {

	/** Does what is asked for. */
	Answer answer(Request request);

	/** What it says when it does nothing, with that status. */
	Answer refusal(int status, Request request);

	/** Whom a request is about, empty if nobody. */
	String person(Request request);

	/** Whether it asks for something new. */
	boolean adds(Request request);

}
