/*
 * sandi.js - the button that shows a password, and its strength while one
 * types.  The rule itself is the server's; here is only an estimate: length,
 * kinds of characters, repetition, likeness to the username.  The words are
 * in the page (data-0 … data-4).
 */
(function () {
	"use strict";

	function strength(word, min, user) {
		var kinds = 0, seen = new Set(word).size;

		if (user && word.toLowerCase() === user.toLowerCase())
			return 4;
		if (word.length < min)
			return 0;
		[/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].forEach(function (k) {
			kinds += k.test(word) ? 1 : 0;
		});
		if (seen < 5 || (kinds === 1 && word.length < 14))
			return 1;
		return word.length >= 16 || (kinds >= 3 && word.length >= 12)
			? 3 : 2;
	}

	document.querySelectorAll("[data-kekuatan]").forEach(function (field) {
		var told = document.querySelector('[data-untuk="' + field.id + '"]');
		var user = document.getElementById(field.dataset.kekuatan);

		if (!told)
			return;
		field.addEventListener("input", function () {
			var name = user ? user.value : "";
			var n = strength(field.value, +field.dataset.min || 8, name);

			if (field.value === "") {
				delete told.dataset.nilai;
				told.textContent = "";
				return;
			}
			if (told.dataset.nilai === String(n))
				return;
			told.dataset.nilai = n;
			told.textContent = told.getAttribute("data-" + n);
		});
	});

	document.querySelectorAll("[data-lihat]").forEach(function (button) {
		var field = document.getElementById(button.dataset.lihat);

		button.hidden = false;
		button.addEventListener("click", function () {
			var other = button.dataset.lain;

			field.type = field.type === "password" ? "text" : "password";
			button.dataset.lain = button.textContent;
			button.textContent = other;
		});
		/* Never sent as plain text, so that browsers do not remember it. */
		if (field.form)
			field.form.addEventListener("submit", function () {
				field.type = "password";
			});
	});
})();
