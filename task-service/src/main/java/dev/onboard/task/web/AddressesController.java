package dev.onboard.task.web;

import dev.onboard.task.AddressAnswer;
import dev.onboard.task.AddressCheck;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AddressesController {

	private final AddressCheck addresses;

	AddressesController(AddressCheck addresses) {
		this.addresses = addresses;
	}

	@GetMapping("/addresses/{address}")
	AddressAnswer check(@PathVariable String address) {
		return this.addresses.check(address);
	}

}
