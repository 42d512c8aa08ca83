/*
 * galat.js - when a form comes back with errors, the summary gets the focus,
 * so that it is read first; its links go on to the fields.
 */
(function () {
	"use strict";

	var summary = document.getElementById("galat");

	if (summary)
		summary.focus();
})();
