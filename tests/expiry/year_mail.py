# SPDX-License-Identifier: Apache-2.0
"""The mail server of the simulated year, and what goes wrong with it and with the hosts that talk to it."""

import email
import email.policy
import email.utils
import logging
import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timezone

from aiosmtpd.smtp import SMTP

# The messages of killed hosts end in the middle.
logging.disable()

ITEM = re.compile(r"^ *item +([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$", re.MULTILINE)
END = re.compile(r"^ *ends +(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z$", re.MULTILINE)


@dataclass
class Fault:
    """What goes wrong on a day: with the nth message, or with whatever goes to some addresses."""

    kind: str = "none"  # down, gone, refuse, defer, drop, kill
    at: str = ""  # mail, rcpt, data: before the server accepts; taken: before it says so; answered; delay; all; again
    power_cut: bool = False  # every host, not only the one that is talking
    nth: int = 1
    addresses: frozenset = frozenset()
    struck: bool = False

    @property
    def name(self):
        return " ".join([self.kind] + [self.at] * bool(self.at) + ["power cut"] * self.power_cut)


@dataclass
class Mail:
    """A message of which the server has the last byte."""

    to: str
    message_id: str
    date: datetime
    items: list
    ends: list
    host: object
    steps: dict = field(default_factory=dict)  # what the judge makes of it
    # answered; doubtful: accepted, but the host may not know; cut, killed: not accepted, and the host lives, or not
    fate: str = "answered"

    @property
    def accepted(self):
        return self.fate in ("answered", "doubtful")


def read(envelope, host):
    message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
    text = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    date = email.utils.parsedate_to_datetime(str(message["Date"])).astimezone(timezone.utc)
    to = message["To"].addresses[0].addr_spec
    if envelope.rcpt_tos != [to]:
        raise ValueError(f"To is {to}, and the envelope's {envelope.rcpt_tos}")
    ends = [datetime.fromisoformat(end).replace(tzinfo=timezone.utc) for end in END.findall(text)]
    return Mail(to, str(message["Message-ID"]), date, ITEM.findall(text), ends, host)


class PostOffice:
    """What aiosmtpd asks for each message. Each host has a port of its own, so that it is known who talks."""

    def open_for(self, fault, hosts):
        self.fault, self.hosts, self.mails, self.begun, self.wrong = fault, hosts, [], 0, []

    def protocol(self, number):
        smtp = SMTP(self, hostname="mail.example", enable_SMTPUTF8=True)
        smtp.number_of_host = number
        return smtp

    def kill(self, host):
        """Or all of them, in a power cut."""
        self.fault.struck = any([each.kill() for each in (self.hosts if self.fault.power_cut else [host])])

    def is_at(self, point):
        return self.fault.at == point and self.begun == self.fault.nth and not self.fault.struck

    def strikes(self, point, server):
        """The day's fault happens here and now."""
        if not self.is_at(point):
            return False
        if self.fault.kind == "kill":
            self.kill(self.hosts[server.number_of_host])
        self.fault.struck = True
        server.transport.abort()
        return True

    def doubt_the_last(self):
        """Nobody knows whether a killed host heard the answer to its last message."""
        for host in self.hosts:
            answered = [mail for mail in self.mails if mail.host is host and mail.fate == "answered"]
            if host.killed and answered:
                answered[-1].fate = "doubtful"

    async def handle_MAIL(self, server, _session, envelope, address, _options):
        self.begun += 1
        if self.fault.kind == "gone":
            self.fault.struck = True
            server.transport.abort()
        envelope.mail_from = address
        return "421 4.3.2 gone" if self.strikes("mail", server) else "250 OK"

    async def handle_RCPT(self, server, _session, envelope, address, _options):
        if address in self.fault.addresses:
            self.fault.struck = True
            return "550 5.1.1 no such user" if self.fault.kind == "refuse" else "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "421 4.3.2 gone" if self.strikes("rcpt", server) else "250 OK"

    async def handle_DATA(self, server, _session, envelope):
        mail = read(envelope, self.hosts[server.number_of_host])
        self.mails.append(mail)
        if self.strikes("data", server):
            mail.fate = "killed" if self.fault.kind == "kill" else "cut"
        elif self.strikes("taken", server):
            mail.fate = "doubtful"
        elif self.is_at("answered"):
            server.loop.call_later(random.uniform(0, 0.005), self.kill, mail.host)
        return "250 taken"

    async def handle_exception(self, error):
        self.wrong.append(f"the server cannot read a message: {error!r}")
        return "554 5.6.0 cannot be read"
