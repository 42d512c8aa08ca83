/*
 * hidup.js - what is being worked shows how far it is: an element with
 * data-hidup (an address) is asked for again each second, and its [role=status]
 * is said aloud only when its words change.  An answer without data-hidup is
 * the end: then the whole page takes its last state.
 */
(function () {
	"use strict";

	var AGAIN_MS = 1000, AFTER_FAULT_MS = 5000;

	function page(address) {
		return fetch(address, { credentials: "same-origin" })
			.then(function (answer) {
				/* Elsewhere: the session is over. */
				if (answer.redirected)
					return new Promise(function () {});
				if (!answer.ok)
					throw new Error(answer.status);
				return answer.text();
			})
			.then(function (text) {
				return new DOMParser().parseFromString(text, "text/html");
			});
	}

	function put(old, fresh) {
		var said = old.querySelector("[role=status]");
		var say = fresh.querySelector("[role=status]");

		if (said.textContent !== say.textContent)
			said.textContent = say.textContent;
		old.lastElementChild.replaceWith(fresh.lastElementChild);
	}

	function end() {
		return page(location.href).then(function (doc) {
			document.title = doc.title;
			document.querySelector("main").replaceWith(
				doc.querySelector("main"));
		});
	}

	function follow(part) {
		setTimeout(function () {
			if (document.hidden)
				return follow(part);
			page(part.dataset.hidup).then(function (doc) {
				var fresh = doc.getElementById(part.id);

				put(part, fresh);
				if (fresh.dataset.hidup)
					follow(part);
				else
					return end();
			}).catch(function () {
				setTimeout(follow, AFTER_FAULT_MS, part);
			});
		}, AGAIN_MS);
	}

	document.querySelectorAll("[data-hidup]").forEach(follow);
})();
