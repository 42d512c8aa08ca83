/*
 * fcgi.c - see fcgi.h.
 *
 * libfcgi reads, and this file writes: libfcgi sends eight kilobytes at a time
 * and then waits for the web server to hang up, while nobody is served.  A
 * page of ours is one record, sent with the end of the request by one call.
 */
#include "fcgi.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fastcgi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>

/* Content of a record: the largest multiple of eight, so nothing is padded. */
#define RECORD_MAX 65528u

/* Headers are this long at most, mostly; longer ones go by themselves. */
#define HELD_MAX 2048u

/* The web server itself waits for its client for less. */
#define PATIENCE_S 60

struct fcgi {
	FCGX_Request q;
	char held[HELD_MAX]; /* written, but to be sent with what follows */
	size_t held_n;
	bool ended; /* FCGI_END_REQUEST is sent */
	bool broken; /* the web server has gone */
	bool patient; /* how long to wait for a body is set */
};

bool fcgi_is_cgi(void)
{
	return FCGX_IsCGI() != 0;
}

struct fcgi *fcgi_new(void)
{
	struct fcgi *f = calloc(1, sizeof(*f));

	if (f == NULL)
		return NULL;
	if (FCGX_Init() != 0 || FCGX_InitRequest(&f->q, 0, 0) != 0) {
		free(f);
		return NULL;
	}
	return f;
}

void fcgi_free(struct fcgi *f)
{
	free(f);
}

/* A read that finds nothing for so long fails, and with it the request. */
static void fcgi_patience(void *ctx, int seconds)
{
	struct fcgi *f = ctx;
	struct timeval t = { .tv_sec = seconds };

	setsockopt(f->q.ipcFd, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof(t));
	f->patient = true;
}

/* What libfcgi has in its buffer, which it fills once when it is empty: its
   own functions wait until all that was asked for is there. */
static size_t fcgi_read(void *ctx, char *p, size_t n)
{
	struct fcgi *f = ctx;
	FCGX_Stream *in = f->q.in;
	size_t got = 0, more;
	int c;

	if (n == 0)
		return 0;
	if (!f->patient)
		fcgi_patience(f, PATIENCE_S);
	if (in->rdNext == in->stop) {
		c = FCGX_GetChar(in);
		if (c == EOF)
			return 0;
		p[got++] = (char)c;
	}
	more = (size_t)(in->stop - in->rdNext);
	if (more > n - got)
		more = n - got;
	memcpy(p + got, in->rdNext, more);
	in->rdNext += more;
	return got + more;
}

static bool fcgi_broken(void *ctx)
{
	struct fcgi *f = ctx;

	return FCGX_GetError(f->q.in) != 0;
}

static const char *fcgi_variable(void *ctx, const char *name)
{
	struct fcgi *f = ctx;

	return FCGX_GetParam(name, f->q.envp);
}

static FCGI_Header header(const struct fcgi *f, int type, size_t n)
{
	return (FCGI_Header){
		.version = FCGI_VERSION_1,
		.type = (unsigned char)type,
		.requestIdB1 = (unsigned char)(f->q.requestId >> 8),
		.requestIdB0 = (unsigned char)f->q.requestId,
		.contentLengthB1 = (unsigned char)(n >> 8),
		.contentLengthB0 = (unsigned char)n,
	};
}

static bool write_all(int fd, struct iovec *v, int n)
{
	while (n > 0) {
		ssize_t done = writev(fd, v, n);

		if (done < 0 && errno != EINTR)
			return false;
		for (; n > 0 && done >= (ssize_t)v->iov_len; v++, n--)
			done -= (ssize_t)v->iov_len;
		if (n > 0 && done > 0) {
			v->iov_base = (char *)v->iov_base + done;
			v->iov_len -= (size_t)done;
		}
	}
	return true;
}

/* One record of the answer: what was held, and n bytes; with it the end. */
static bool write_record(struct fcgi *f, const char *p, size_t n, bool last)
{
	FCGI_Header begin = header(f, FCGI_STDOUT, f->held_n + n);
	struct {
		FCGI_Header of_output;
		FCGI_EndRequestRecord of_request;
	} end = {
		header(f, FCGI_STDOUT, 0),
		{ header(f, FCGI_END_REQUEST, sizeof(FCGI_EndRequestBody)),
		  { .protocolStatus = FCGI_REQUEST_COMPLETE } },
	};
	struct iovec v[4];
	int k = 0;

	if (f->held_n + n > 0) {
		v[k++] = (struct iovec){ &begin, sizeof(begin) };
		v[k++] = (struct iovec){ f->held, f->held_n };
		v[k++] = (struct iovec){ (void *)p, n };
	}
	if (last)
		v[k++] = (struct iovec){ &end, sizeof(end) };
	f->held_n = 0;
	return write_all(f->q.ipcFd, v, k);
}

static bool fcgi_write(void *ctx, const char *p, size_t n, bool last)
{
	struct fcgi *f = ctx;

	if (!last && n <= HELD_MAX - f->held_n && !f->broken && !f->ended) {
		memcpy(f->held + f->held_n, p, n);
		f->held_n += n;
		return true;
	}
	do {
		size_t room = RECORD_MAX - f->held_n;
		size_t part = n < room ? n : room;

		if (f->broken || f->ended)
			return false;
		f->ended = last && part == n;
		f->broken = !write_record(f, p, part, f->ended);
		p += part;
		n -= part;
	} while (n > 0);
	return !f->broken;
}

bool fcgi_accept(struct fcgi *f, struct app_io *io)
{
	if (FCGX_Accept_r(&f->q) < 0)
		return false;
	f->held_n = 0;
	f->ended = false;
	f->broken = false;
	f->patient = false;
	*io = (struct app_io){ f, fcgi_read, fcgi_patience, fcgi_broken,
			       fcgi_write, fcgi_variable };
	return true;
}

/* Has all that was sent to us been read?  To close a socket with something
   unread in it would take the answer from the other side.  Not asked of a
   request with a body, which may still be coming. */
static bool all_read(struct fcgi *f)
{
	const char *length = fcgi_variable(f, "CONTENT_LENGTH");

	return (length == NULL || *length == '\0') &&
	       fcgi_variable(f, "HTTP_TRANSFER_ENCODING") == NULL &&
	       FCGX_GetChar(f->q.in) == EOF && FCGX_GetError(f->q.in) == 0;
}

void fcgi_end(struct fcgi *f)
{
	if (!f->ended)
		fcgi_write(f, "", 0, true);
	/* Otherwise libfcgi reads what is left until the other side closes. */
	f->q.detached = f->broken || all_read(f);
	FCGX_Free(&f->q, !f->q.keepConnection || f->broken ||
				 FCGX_GetError(f->q.in) != 0);
}
