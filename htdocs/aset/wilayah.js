/*
 * wilayah.js - drop-downs of regions that fill each other.  The form names in
 * data-wilayah where the regions inside one are asked for (?induk=code, XML);
 * the buttons "Pilih", which do the same without this, are hidden.
 */
(function () {
	"use strict";

	var form = document.querySelector("form[data-wilayah]");
	var names = ["provinsi", "kota", "kecamatan", "kelurahan"];
	var boxes, code, asked = 0;

	if (!form)
		return;
	boxes = names.map(function (n) {
		return form.elements[n];
	});
	code = document.getElementById("kode-wilayah");

	function show() {
		code.textContent = boxes[3].value || "–";
	}

	/* Leave only the first, empty choice. */
	function empty(box) {
		while (box.options.length > 1)
			box.remove(1);
		box.value = "";
	}

	function fill(box, xml) {
		Array.from(xml.querySelectorAll("opsi")).forEach(function (o) {
			box.add(new Option(o.textContent,
				o.getAttribute("nilai")));
		});
	}

	function changed(i) {
		var mine = ++asked;

		boxes.slice(i + 1).forEach(empty);
		show();
		if (i === 3 || !boxes[i].value)
			return;
		boxes[i + 1].setAttribute("aria-busy", "true");
		fetch(form.dataset.wilayah + "?induk=" +
			encodeURIComponent(boxes[i].value), {
			headers: { Accept: "application/xml" },
			credentials: "same-origin"
		}).then(function (r) {
			if (!r.ok)
				throw new Error(r.status);
			return r.text();
		}).then(function (text) {
			/* Somebody may have chosen again meanwhile. */
			if (mine === asked)
				fill(boxes[i + 1], new DOMParser()
					.parseFromString(text, "text/xml"));
		}).catch(function () {
			/* The way without scripts is still there. */
			buttons(false);
		}).then(function () {
			boxes[i + 1].removeAttribute("aria-busy");
		});
	}

	function buttons(hidden) {
		form.querySelectorAll(".pilih-wilayah").forEach(function (p) {
			p.hidden = hidden;
		});
	}

	boxes.forEach(function (box, i) {
		box.addEventListener("change", function () {
			changed(i);
		});
	});
	buttons(true);
})();
