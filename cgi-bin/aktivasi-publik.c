/*
 * aktivasi-publik.c - what is fetched by machines: certificates and the
 * revocation list, for everybody, and the manifests themselves,
 * for those who may see the card.
 */
#include "aktivasi-halaman.h"
#include "dokumen/cabutan.h"
#include "dokumen/manifes.h"
#include "dokumen/tanda-xml.h"

#include <string.h>

#define JENIS_XML "application/xml; charset=utf-8"
#define JENIS_PEM "application/x-pem-file"

static enum err kirim_pem(struct req *r, enum err e, struct blob pem)
{
	if (e == OK)
		req_send_bytes(r, JENIS_PEM, pem, NULL);
	return e;
}

enum err publik_sertifikat(struct req *r)
{
	struct blob pem = { NULL, 0 };

	return kirim_pem(r, tanda_xml_sertifikat(r->a, &pem), pem);
}

enum err publik_otoritas(struct req *r)
{
	struct blob pem = { NULL, 0 };

	return kirim_pem(r, tanda_xml_otoritas(r->a, &pem), pem);
}

/* RFC 9110, 13.1.2: does If-None-Match name the tag?  Weak ones are as good. */
static bool sama(const char *header, const char *tag)
{
	const char *ada = header == NULL ? NULL : strstr(header, tag);

	return ada != NULL || (header != NULL && strcmp(header, "*") == 0);
}

/*
 * nginx hands the file out before anybody asks here; this is for web servers
 * that do not.  The tag is made as nginx makes it.
 */
enum err publik_daftar_cabut(struct req *r)
{
	struct blob xml = { NULL, 0 };
	const char *tag;
	time_t terbit;
	enum err e = cabutan_baca(r->a, &xml, &terbit);

	if (e != OK)
		return e;
	tag = arena_printf(r->a, "\"%llx-%zx\"", (long long)terbit, xml.n);
	req_header_out(r, "ETag", tag);
	if (sama(req_header_in(r, "If-None-Match"), tag)) {
		req_status(r, 304);
		xml.n = 0;
	}
	req_send_bytes(r, JENIS_XML, xml, NULL);
	return OK;
}

enum err manifes_unduh_xml(struct req *r)
{
	int64_t id = req_id(r, "id");
	struct manifes m;
	struct blob xml;
	enum err e = manifes_ambil(r->db, &r->who, id, &m);

	if (e == OK)
		e = manifes_xml(r->db, &r->who, id, &xml, NULL);
	if (e == OK)
		req_send_bytes(r, JENIS_XML, xml,
			       manifes_nama_berkas(r->a, &m, "xml"));
	return e;
}

enum err manifes_unduh_pdf(struct req *r)
{
	struct manifes m;
	struct blob pdf;
	enum err e = manifes_ambil(r->db, &r->who, req_id(r, "id"), &m);

	if (e == OK)
		e = manifes_lembar(r->db, &m, &pdf);
	if (e == OK)
		req_send_bytes(r, "application/pdf", pdf,
			       manifes_nama_berkas(r->a, &m, "pdf"));
	return e;
}
