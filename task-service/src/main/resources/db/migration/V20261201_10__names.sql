-- As names are kept from now on, so that who is there already is found and recognised.
update person set first_name = normalize(first_name, NFC), last_name = normalize(last_name, NFC)
 where first_name is not NFC normalized or last_name is not NFC normalized;
