package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A body as it came: whether it is a repeat is decided before what it says is looked at.
 */
final class ReceivedBody {

	private static final DataSize LARGEST = DataSize.ofKilobytes(16);

	private final byte[] bytes;

	private ReceivedBody(byte[] bytes) {
		this.bytes = bytes;
	}

	static ReceivedBody of(InputStream body) throws IOException {
		byte[] bytes = body.readNBytes((int) LARGEST.toBytes() + 1);
		if (bytes.length > LARGEST.toBytes()) {
			throw new InvalidRequestException(HttpStatus.CONTENT_TOO_LARGE,
					"The body is larger than " + LARGEST.toKilobytes() + " kB. Send one person per request.",
					List.of());
		}
		return new ReceivedBody(bytes);
	}

	byte[] bytes() {
		return this.bytes;
	}

	/** SHA-256 of the bytes, in hex. */
	String fingerprint() {
		return DigestUtils.sha256Hex(this.bytes);
	}

}
