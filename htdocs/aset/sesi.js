/*
 * sesi.js - warns two minutes before the session ends and lets one stay.
 * When it has ended, what was typed is kept in this tab for the same person
 * and the same page, and put back after signing in; passwords, files and
 * hidden fields are not.  Signing out forgets it.
 */
(function () {
	"use strict";

	var WARN_S = 120;
	var dialog = document.getElementById("sesi");
	var form, told, end, whole, timer, others, place, store;

	if (!dialog || !dialog.showModal)
		return;
	form = dialog.querySelector("form");
	told = dialog.querySelector("[data-sisa-teks]");
	whole = +dialog.dataset.sisa;
	place = "isian:" + dialog.dataset.siapa + ":" + location.pathname;
	store = window.sessionStorage;

	function fields() {
		return Array.from(document.querySelectorAll(
			"main form[method=post] input, main select, main textarea"))
			.filter(function (f) {
				return f.name && !/^(hidden|password|file|submit)$/
					.test(f.type);
			});
	}

	function keep() {
		store.setItem(place, JSON.stringify(fields().map(function (f) {
			return [f.name, f.value, !!f.checked];
		})));
	}

	function restore() {
		var kept = store.getItem(place);

		if (!kept)
			return;
		store.removeItem(place);
		kept = JSON.parse(kept);
		fields().forEach(function (f, i) {
			if (!kept[i] || kept[i][0] !== f.name)
				return;
			if (/^(checkbox|radio)$/.test(f.type))
				f.checked = kept[i][2];
			else
				f.value = kept[i][1];
		});
	}

	function ended() {
		clearInterval(timer);
		keep();
		document.getElementById("sesi-teks").hidden = true;
		dialog.querySelector("[data-habis]").hidden = false;
		dialog.querySelector("[type=submit]").hidden = true;
		dialog.querySelector("[data-masuk]").hidden = false;
		if (!dialog.open)
			dialog.showModal();
		dialog.querySelector("[data-masuk]").focus();
	}

	function tick() {
		var left = Math.round((end - Date.now()) / 1000);

		if (left <= 0) {
			ended();
		} else if (left <= WARN_S) {
			told.textContent = left > 60
				? Math.ceil(left / 60) + " " + told.dataset.menit
				: left + " " + told.dataset.detik;
			if (!dialog.open)
				dialog.showModal();
		} else if (dialog.open) {
			dialog.close();
		}
	}

	function start(seconds, tell) {
		end = Date.now() + seconds * 1000;
		clearInterval(timer);
		timer = setInterval(tick, 1000);
		if (dialog.open)
			dialog.close();
		if (tell && others)
			others.postMessage(end);
	}

	if (window.BroadcastChannel) {
		others = new BroadcastChannel("sesi");
		others.onmessage = function (e) {
			if (e.data > end)
				start((e.data - Date.now()) / 1000, false);
		};
	}

	form.addEventListener("submit", function (e) {
		e.preventDefault();
		fetch(form.action, {
			method: "POST",
			body: new URLSearchParams(new FormData(form)),
			headers: { Accept: "application/xml" }
		}).then(function (answer) {
			if (!answer.ok)
				return ended();
			return answer.text().then(function (text) {
				var s = /sisa-detik="(\d+)"/.exec(text);

				start(s ? +s[1] : whole, true);
			});
		}).catch(tick);
	});
	dialog.addEventListener("cancel", function (e) {
		if (end <= Date.now())
			return;
		e.preventDefault();
		form.requestSubmit();
	});
	document.querySelectorAll("form[data-keluar]").forEach(function (f) {
		f.addEventListener("submit", function () {
			store.clear();
		});
	});
	dialog.querySelector("[data-masuk]").href =
		location.pathname + location.search;

	restore();
	start(whole, true);
})();
