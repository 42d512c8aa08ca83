/*
 * lokasi.js - fills latitude and longitude from the browser's location.
 * data-lokasi names the two fields; what it stands on is hidden without this.
 */
(function () {
	"use strict";

	document.querySelectorAll("[data-lokasi]").forEach(function (box) {
		var fields = box.dataset.lokasi.split(" ").map(function (id) {
			return document.getElementById(id);
		});
		var say = box.querySelector("[role=status]");
		var button = box.querySelector("button");

		if (!navigator.geolocation || !window.isSecureContext)
			return;
		box.hidden = false;
		button.addEventListener("click", function () {
			say.textContent = say.dataset.cari;
			navigator.geolocation.getCurrentPosition(function (p) {
				fields[0].value = p.coords.latitude.toFixed(6);
				fields[1].value = p.coords.longitude.toFixed(6);
				say.textContent = say.dataset.dapat;
			}, function () {
				say.textContent = say.dataset.gagal;
			}, { enableHighAccuracy: true, timeout: 15000 });
		});
	});
})();
