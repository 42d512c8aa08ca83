/*
 * tus.js - sends the file of a form with data-tus in parts (tus 1.0.0, the
 * address is data-tus): it goes on after breaks of the line, after signing in
 * again, and after the page was closed, when the same file is chosen again.
 * CSV is compressed on the way, each part by itself: parts of gzip in a row
 * are gzip (RFC 1952), and so only a part that broke is compressed again.
 * Words come from the form's box: data-… of .tus.
 */
(function () {
	"use strict";

	var PART = 4 << 20;
	var PAUSES = [1, 2, 4, 8, 15, 30];
	var form = document.querySelector("form[data-tus]");
	var box = form && form.querySelector(".tus");
	var bar, told, count, pause, stop, token, others, session, job, wake;

	if (!form || !window.Response || !window.localStorage || !box)
		return;
	bar = box.querySelector("progress");
	told = box.querySelector("[role=status]");
	count = box.querySelector("[data-hitung]");
	pause = box.querySelector("[data-jeda]");
	stop = box.querySelector("[data-batal]");
	token = form.elements.csrf.value;
	session = document.getElementById("sesi");
	others = window.BroadcastChannel && new BroadcastChannel("sesi");

	function say(word, more) {
		told.textContent = (box.dataset[word] || box.dataset.galat) +
			(more || "");
	}

	function number(n, digits) {
		return n.toLocaleString("id-ID", { minimumFractionDigits: digits,
			maximumFractionDigits: digits });
	}

	function megabytes(n) {
		return number(n / 1048576, 1) + " MB";
	}

	function left(s) {
		return s < 90 ? Math.ceil(s) + " " + box.dataset.detik
			: s < 5400 ? Math.ceil(s / 60) + " " + box.dataset.menit
			: number(s / 3600, 1) + " " + box.dataset.jam;
	}

	/* Rate of the last half minute, in bytes of the file as it is. */
	function show(at) {
		var now = Date.now(), first, rate;

		job.seen = job.seen.filter(function (x) {
			return now - x[0] < 30000;
		});
		job.seen.push([now, at]);
		first = job.seen[0];
		rate = (at - first[1]) / (now - first[0]) * 1000;
		bar.max = job.file.size;
		bar.value = at;
		count.textContent = megabytes(at) + " / " +
			megabytes(job.file.size) + (rate > 0
			? " · " + number(rate / 1024, 0) + " KB/" + box.dataset.detik
			  + " · " + box.dataset.sisa + " "
			  + left((job.file.size - at) / rate)
			: "");
	}

	function wait(ms) {
		return new Promise(function (done) {
			var timer = setTimeout(done, ms);

			wake = function () {
				clearTimeout(timer);
				done();
			};
		});
	}

	window.addEventListener("online", function () {
		if (wake)
			wake();
	});

	/* ---- what is remembered of a file ---- */

	function key() {
		return "tus:" + job.file.name + ":" + job.file.size + ":" +
			job.file.lastModified;
	}

	function keep() {
		try {
			localStorage.setItem(key(), JSON.stringify(job.kept));
		} catch (e) {
			/* It is full: then only this page can go on. */
		}
	}

	function forget() {
		localStorage.removeItem(key());
		job.kept = null;
	}

	/* Begun elsewhere: the page lists what the institution has open. */
	function listed(bytes) {
		var b = document.querySelector('[data-lanjut][data-nama="' +
			CSS.escape(job.file.name) + '"][data-bytes="' +
			bytes + '"]');

		return b ? { url: b.dataset.lanjut, ends: null } : null;
	}

	/* Does this browser remember how it compressed that upload? */
	function known(url) {
		return Object.keys(localStorage).some(function (k) {
			var kept = /^tus:/.test(k) &&
				JSON.parse(localStorage.getItem(k));

			return kept && kept.url === url &&
				kept.by === navigator.userAgent;
		});
	}

	/* ---- asking ---- */

	/* { status, header(name) }; status 0: the line broke. */
	function ask(method, url, headers, body, progress) {
		return new Promise(function (done) {
			var x = new XMLHttpRequest(), me = job;

			x.open(method, url);
			x.setRequestHeader("Tus-Resumable", "1.0.0");
			x.setRequestHeader("X-CSRF-Token", token);
			Object.keys(headers).forEach(function (n) {
				x.setRequestHeader(n, headers[n]);
			});
			if (progress)
				x.upload.onprogress = function (p) {
					progress(p.loaded);
				};
			x.onloadend = function () {
				me.request = null;
				/* The session lasts on, in all tabs. */
				if (x.status >= 200 && x.status < 300 && others &&
				    session)
					others.postMessage(Date.now() +
						1000 * session.dataset.sisa);
				done({ status: x.status, text: x.responseText,
					header: function (n) {
						return x.getResponseHeader(n);
					} });
			};
			me.request = x;
			x.send(body || null);
		});
	}

	function base64(text) {
		return btoa(String.fromCharCode.apply(null,
			new TextEncoder().encode(text)));
	}

	/* Somebody signs in again in another tab: the token is another one. */
	async function renew() {
		var answer = await fetch(location.pathname,
			{ headers: { Accept: "application/xml" } })
			.catch(function () { return {}; });
		var found = answer.ok &&
			/<kiriman [^>]*csrf="([0-9a-f]+)"/.exec(await answer.text());

		if (found) {
			token = found[1];
			return;
		}
		if (answer.status === 401)
			say("masuk");
		await wait(5000);
	}

	/* ---- sending ---- */

	/* Where the server has got to; null: it does not know the file. */
	async function begin() {
		var headers, a;

		job.kept = job.kept ||
			JSON.parse(localStorage.getItem(key())) ||
			listed(job.file.size);
		if (job.kept && job.kept.ends && job.kept.by !== navigator.userAgent)
			job.kept = null; /* it may compress otherwise */
		if (job.kept) {
			a = await ask("HEAD", job.kept.url, {});
			if (a.status === 404 || a.status === 410)
				forget();
			return a;
		}
		job.kept = { by: navigator.userAgent, ends: null };
		headers = { "Upload-Metadata": "filename " +
			base64(job.file.name) + ",cara " + base64(job.way) };
		if (window.CompressionStream && /\.csv$/i.test(job.file.name)) {
			job.kept.ends = [];
			job.anew = listed("");
			headers["Upload-Defer-Length"] = "1";
		} else {
			headers["Upload-Length"] = job.file.size;
		}
		a = await ask("POST", form.dataset.tus, headers);
		job.kept.url = a.header("Location");
		if (a.status === 201)
			keep();
		else
			job.kept = null;
		return a;
	}

	/* The part in which offset lies: { from, to } in the file, at: where it
	   begins on the server, body. */
	async function compressed(offset) {
		var ends = job.kept.ends, i = 0, from, at, to, body;

		while (i < ends.length && ends[i][0] <= offset)
			i++;
		at = i === 0 ? 0 : ends[i - 1][0];
		from = i === 0 ? 0 : ends[i - 1][1];
		to = Math.min(from + PART, job.file.size);
		body = await new Response(job.file.slice(from, to).stream()
			.pipeThrough(new CompressionStream("gzip"))).blob();
		if (i < ends.length && ends[i][0] !== at + body.size)
			return null; /* the file is another one */
		if (i === ends.length) {
			ends.push([at + body.size, to]);
			keep();
		}
		return { from: from, to: to, at: at, body: body };
	}

	async function part(offset) {
		var to;

		if (job.kept.ends)
			return compressed(offset);
		to = Math.min(offset + PART, job.file.size);
		return { from: offset, to: to, at: offset,
			body: job.file.slice(offset, to) };
	}

	/* Sends the next part; the answer. */
	async function send(offset) {
		var p = await part(offset), headers = {
			"Content-Type": "application/offset+octet-stream",
			"Upload-Offset": offset
		}, skip, a;

		if (!p)
			return { status: 410 };
		skip = offset - p.at;
		if (p.to === job.file.size)
			headers["Upload-Length"] = p.at + p.body.size;
		function raw(sent) {
			show(p.from + (p.to - p.from) * (skip + sent) / p.body.size);
		}
		raw(0);
		a = await ask("PATCH", job.kept.url, headers, p.body.slice(skip),
			raw);
		/* What was on its way is not there; HEAD tells what is. */
		if (a.status < 200 || a.status >= 300) {
			job.seen = [];
			raw(0);
		}
		return a;
	}

	/* What the answer means: "on", "again", or the end. */
	async function judge(a) {
		var word = /kode="([a-z-]+)"/.exec(a.text || "");

		if (a.status >= 200 && a.status < 300) {
			job.tries = 0;
			if (!a.header("X-Kiriman"))
				return true;
			say("selesai");
			forget();
			location.href = form.dataset.kiriman + a.header("X-Kiriman");
			return false;
		}
		if (a.status === 401 || a.status === 403) {
			await renew();
			return true;
		}
		if (a.status === 404 || a.status === 410) {
			forget();
			return true;
		}
		if (a.status === 409) {
			await wait(1000);
			return true;
		}
		if ([400, 412, 413, 415, 422].includes(a.status)) {
			say(word && box.dataset[word[1]] ? word[1] : "galat");
			return false;
		}
		say(a.status === 507 ? "penuh" : "terputus");
		await wait(1000 * PAUSES[Math.min(job.tries, PAUSES.length - 1)]);
		job.tries++;
		return true;
	}

	async function run() {
		var me = job, a, on = true;

		while (on && job === me) {
			if (me.paused) {
				say("dijeda");
				await wait(3600000);
				continue;
			}
			a = await begin();
			on = await judge(a);
			while (on && !me.paused && job === me && a.status < 300 &&
			       a.status >= 200) {
				say("mengirim", job.anew && box.dataset.ulang);
				a = await send(+a.header("Upload-Offset"));
				if (me.paused || job !== me)
					break;
				on = await judge(a);
			}
		}
		if (job === me)
			over();
	}

	/* ---- what a person does ---- */

	function fields(off) {
		form.querySelectorAll("fieldset, input[type=file], [type=submit]")
			.forEach(function (f) { f.disabled = off; });
	}

	function over() {
		fields(false);
		pause.hidden = stop.hidden = true;
		job = null;
	}

	function turn(paused) {
		job.paused = paused;
		pause.textContent = paused ? pause.dataset.lanjut
			: pause.dataset.jeda;
		if (paused && job.request)
			job.request.abort();
		if (wake)
			wake();
	}

	form.addEventListener("submit", function (e) {
		var file = form.elements.berkas.files[0];

		/* The form's own answer tells what is missing. */
		if (!file || file.size === 0)
			return;
		e.preventDefault();
		if (file.size > +form.dataset.maks) {
			box.hidden = false;
			say("terlalu-besar");
			return;
		}
		job = { file: file, way: form.elements.cara.value, seen: [],
			tries: 0, paused: false, kept: null, request: null };
		box.hidden = pause.hidden = stop.hidden = false;
		turn(false);
		fields(true);
		run();
	});
	pause.addEventListener("click", function () {
		turn(!job.paused);
	});
	stop.addEventListener("click", function () {
		var url = job.kept && job.kept.url;

		job.paused = true;
		if (job.request)
			job.request.abort();
		if (url)
			ask("DELETE", url, {}).then(function () {
				location.reload();
			});
		if (job.kept)
			forget();
		over();
		say("dibatalkan");
	});
	document.querySelectorAll("[data-lanjut][type=button]")
		.forEach(function (b) {
			b.hidden = !b.dataset.bytes && !known(b.dataset.lanjut);
			b.addEventListener("click", function () {
				form.elements.berkas.click();
			});
		});
})();
