/*
 * parameter.js - in the form of parameters each kind shows its own fields
 * only.  Without it all are shown, and their hints say what they are for.
 */
(function () {
	"use strict";

	document.querySelectorAll("[data-parameter]").forEach(function (set) {
		var kind = set.querySelector("select");

		function show() {
			set.querySelectorAll("[data-untuk]").forEach(
				function (part) {
					part.hidden = part.dataset.untuk
						.split(" ")
						.indexOf(kind.value) < 0;
				});
		}

		kind.addEventListener("change", show);
		show();
	});
})();
