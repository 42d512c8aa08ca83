/* menu.js - the folding menus close on Escape and on a click elsewhere. */
(function () {
	"use strict";

	function menus() {
		return document.querySelectorAll(".orang[open], .lipat[open]");
	}

	document.addEventListener("click", function (e) {
		menus().forEach(function (m) {
			if (m.classList.contains("orang") && !m.contains(e.target))
				m.open = false;
		});
	});
	document.addEventListener("keydown", function (e) {
		if (e.key !== "Escape")
			return;
		menus().forEach(function (m) {
			m.open = false;
			m.firstElementChild.focus();
		});
	});
})();
