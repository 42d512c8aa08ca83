/*
 * pindai.js - fields for a barcode scanner that types like a keyboard and
 * ends with Enter.  Enter in a field with data-pindai goes to the next such
 * field of the form that is empty; from the last one the form is sent.
 * data-pindai="tetap" keeps the focus there after the page comes back, and
 * a textarea takes one scan a line by itself.
 */
(function () {
	"use strict";

	var fields = Array.from(document.querySelectorAll("input[data-pindai]"));
	var stay = document.querySelector('[data-pindai="tetap"]');

	fields.forEach(function (field, i) {
		field.addEventListener("keydown", function (e) {
			var next;

			if (e.key !== "Enter" || e.isComposing)
				return;
			next = fields.slice(i + 1).find(function (f) {
				return f.form === field.form && f.value === "";
			});
			if (field.value.trim() === "") {
				e.preventDefault();
			} else if (next) {
				e.preventDefault();
				next.focus();
			}
		});
	});
	if (stay && !document.getElementById("galat")) {
		stay.focus();
		if (stay.select)
			stay.select();
	}
})();
