package dev.onboard.task.web;

import dev.onboard.task.naming.AddressAnswer;
import dev.onboard.task.naming.AddressCheck;
import io.swagger.v3.oas.annotations.Parameter;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AddressesController {

	private final AddressCheck addresses;

	AddressesController(AddressCheck addresses) {
		this.addresses = addresses;
	}

	/**
	 * Whether an address is free, here and on the mail server. Nothing is reserved by it.
	 */
	@GetMapping("/addresses/{address}")
	AddressAnswer checkAddress(@Parameter(example = "alice@example.com") @PathVariable String address) {
		return this.addresses.check(address);
	}

}
