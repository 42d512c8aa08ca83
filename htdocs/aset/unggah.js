/*
 * unggah.js - a form with data-unggah shows how far its files are on the
 * way.  The form is sent as it would be without this; the answer becomes the
 * page.  Words come from the form: data-mengirim, data-memeriksa,
 * data-terputus.
 */
(function () {
	"use strict";

	function has_file(form) {
		return Array.from(form.querySelectorAll('input[type="file"]'))
			.some(function (f) { return f.files.length > 0; });
	}

	function show(form) {
		var box = form.querySelector(".unggahan");

		if (!box) {
			box = document.createElement("div");
			box.className = "unggahan";
			box.appendChild(document.createElement("progress"));
			box.appendChild(document.createElement("span"));
			box.lastChild.setAttribute("role", "status");
			form.appendChild(box);
		}
		box.firstChild.setAttribute("aria-label", form.dataset.mengirim);
		return box;
	}

	function buttons(form, off) {
		form.querySelectorAll("button").forEach(function (b) {
			b.disabled = off;
		});
	}

	document.querySelectorAll("form[data-unggah]").forEach(function (form) {
		form.addEventListener("submit", function (e) {
			var body, box, bar, told, here, again, x;

			if (!has_file(form))
				return;
			e.preventDefault();
			body = new FormData(form);
			if (e.submitter && e.submitter.name)
				body.append(e.submitter.name, e.submitter.value);
			box = show(form);
			bar = box.firstChild;
			told = box.lastChild;
			told.textContent = form.dataset.mengirim;
			buttons(form, true);

			x = new XMLHttpRequest();
			x.open("POST", form.action);
			x.upload.onprogress = function (p) {
				if (!p.lengthComputable)
					return;
				bar.max = p.total;
				bar.value = p.loaded;
				told.textContent = p.loaded < p.total
					? form.dataset.mengirim + " " +
					  Math.floor(100 * p.loaded / p.total) + " %"
					: form.dataset.memeriksa;
			};
			x.onload = function () {
				/* A redirect was followed: the address goes along. */
				if (x.responseURL !== form.action)
					history.pushState(null, "", x.responseURL);
				document.open();
				document.write(x.responseText);
				document.close();
				/* Back leads to another page than this one. */
				here = location.pathname + location.search;
				window.addEventListener("popstate", function () {
					if (location.pathname + location.search !== here)
						location.reload();
				});
				/* A page that renews itself says so in its head,
				   which is not written with it. */
				again = parseInt(x.getResponseHeader("Refresh"), 10);
				if (again > 0)
					setTimeout(function () {
						location.reload();
					}, 1000 * again);
			};
			x.onerror = function () {
				buttons(form, false);
				told.textContent = form.dataset.terputus;
			};
			x.send(body);
		});
	});
})();
