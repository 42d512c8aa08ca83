/*
 * cetak.js - a button that prints the page, where there are scripts.
 */
(function () {
	"use strict";

	var cetak = document.getElementById("cetak");

	cetak.hidden = false;
	cetak.addEventListener("click", function () {
		window.print();
	});
})();
