/* susun.c - see susun.h. */
#include "susun.h"

#include "../lib/xsl.h"
#include "tata-letak.h"

#include <string.h>

/* The weekday of tanggal (YYYY-MM-DD) as an attribute of the root. */
static enum err add_weekday(xmlDocPtr dokumen)
{
	xmlNode *root = xmlDocGetRootElement(dokumen);
	struct tm tm = { 0 };
	xmlChar *date;
	char day[2] = "";
	char *end;

	if (root == NULL)
		return ERR_INTERNAL;
	date = xmlGetProp(root, BAD_CAST "tanggal");
	if (date == NULL)
		return OK;
	end = strptime((const char *)date, "%Y-%m-%d", &tm);
	if (end != NULL && *end == '\0') {
		/* timegm() counts the weekday; 30 February moves. */
		int given = tm.tm_mday;

		timegm(&tm);
		if (tm.tm_mday == given)
			day[0] =
			    (char)('0' + (tm.tm_wday == 0 ? 7 : tm.tm_wday));
	}
	xmlFree(date);
	if (day[0] == '\0')
		return ERR_INPUT;
	if (xmlSetProp(root, BAD_CAST "hari", BAD_CAST day) == NULL)
		return ERR_BUSY;
	return OK;
}

enum err dokumen_susun(struct arena *a, xmlDocPtr dokumen,
		       const char *stylesheet, time_t dibuat, struct blob *pdf)
{
	enum err err = add_weekday(dokumen);
	void *layout;

	if (err == OK)
		err = xsl_doc(a, dokumen, stylesheet, &layout);
	if (err == OK)
		err = tata_letak_pdf(a, layout, dibuat, pdf);
	return err;
}
