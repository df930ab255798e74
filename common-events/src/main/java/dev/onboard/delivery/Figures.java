package dev.onboard.delivery;

import java.io.IOException;
import java.util.List;

/** What can only be measured by asking our database or our broker, which may be away. */
public interface Figures {

	/**
	 * Asks now. What was there before and is not any more has no number from then on.
	 * @throws IOException if the broker does not answer; a failure of the database is a
	 * {@link RuntimeException}
	 */
	List<Figure> take() throws IOException;

}
