#!/usr/bin/python3
# server-surel.py - a mail server for the tests (aiosmtpd): takes every message
# and prints what it was given, read by Python's own e-mail library, as a line
# of JSON.  First line: {"port": N}.
#
#	server-surel.py [--tunda MS] [--tls CERT KEY] [--sandi USER PASSWORD]
#
# What it answers goes by the receiver: tolak… 550, nanti… 451, tutup… the
# connection is closed instead of an answer to the message; others 250, after
# MS milliseconds.
import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

args = argparse.ArgumentParser()
args.add_argument("--tunda", type=int, default=0)
args.add_argument("--tls", nargs=2)
args.add_argument("--sandi", nargs=2)
args = args.parse_args()


def say(what):
    print(json.dumps(what), flush=True)


def part(p):
    content = p.get_content()
    return {
        "type": p.get_content_type(),
        "name": p.get_filename(),
        "content": content if isinstance(content, str)
        else content.decode("utf-8"),
        "defects": [repr(d) for d in p.defects],
    }


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("tolak"):
            return "550 5.1.1 Kotak surat tidak ada"
        if address.startswith("nanti"):
            return "451 4.3.0 Coba lagi nanti"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(
            envelope.original_content, policy=email.policy.default)
        lines = envelope.original_content.split(b"\r\n")
        say({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "headers": {k.lower(): str(v) for k, v in message.items()},
            "parts": [part(p) for p in message.walk()
                      if not p.is_multipart()],
            "longest": max(map(len, lines)),
            "ascii": all(c < 128 for c in envelope.original_content),
            "defects": [repr(d) for d in message.defects],
            "tls": session.ssl is not None,
            "authenticated": session.authenticated,
        })
        await asyncio.sleep(args.tunda / 1000)
        if envelope.rcpt_tos[0].startswith("tutup"):
            server.transport.close()
            return "421 4.3.0 Tutup"
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    good = args.sandi and data.login == args.sandi[0].encode() \
        and data.password == args.sandi[1].encode()
    return AuthResult(success=bool(good), handled=False)


async def main():
    options = {"enable_SMTPUTF8": False, "hostname": "surel.uji.example"}
    if args.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*args.tls)
        options.update(tls_context=context, require_starttls=True)
    if args.sandi:
        options.update(authenticator=authenticate, auth_required=True,
                       auth_require_tls=bool(args.tls))
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Handler(), **options), "127.0.0.1", 0)
    say({"port": server.sockets[0].getsockname()[1]})
    # Ends with the test that started it.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
