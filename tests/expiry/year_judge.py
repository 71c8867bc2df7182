# SPDX-License-Identifier: Apache-2.0
"""What is to be told on each day of the simulated year, reckoned apart from mdmctl, and what is against what came."""

import json
import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

USUAL = (30, 15, 5, 3, 2, 1)
BEHIND = (0, -7, -21)


@dataclass
class Item:
    tenant: str  # empty: the store's own
    service: str
    name: str
    end: datetime
    ladder: tuple
    recipients: frozenset
    policy: str = "/"
    id: str = ""
    mark: tuple = ()  # acknowledged or snoozed: (the end that it was said of, until when)

    def step_at(self, now):
        """The latest that was reached. Days are whole, rounded down, and at its last second a thing is still good."""
        left = self.end - now
        return min((step for step in self.ladder if left < timedelta(days=step + (step > 0))), default=None)

    def is_quiet(self, now):
        return bool(self.mark) and self.mark[0] == self.end and now < self.mark[1]


class Judge:
    def __init__(self, items):
        self.items = {item.id: item for item in items}
        self.items_of = defaultdict(list)
        for item in items:
            for recipient in item.recipients:
                self.items_of[recipient].append(item)
        self.told = {}  # the last step, by recipient, item and end
        self.attempts = {}  # by recipient: the mail of which its sender may not know that the server has it
        self.begun = defaultdict(dict)  # by recipient and day: what a killed host may have begun to say, unseen
        self.seen = set()
        self.repeated, self.steps_told = 0, Counter()
        self.deviations = []

    def deviates(self, now, what):
        self.deviations.append(f"{now:%Y-%m-%d}: {what}")

    def due(self, recipient, now):
        """{item: (its end, the step)}"""
        found = {}
        for item in self.items_of[recipient]:
            step = None if item.is_quiet(now) else item.step_at(now)
            if step is not None and step < self.told.get((recipient, item.id, item.end), math.inf):
                found[item.id] = (item.end, step)
        return found

    def all_due(self, now):
        return {recipient: due for recipient in sorted(self.items_of) if (due := self.due(recipient, now))}

    def judge_day(self, now, fault, hosts, mails):
        for mail in mails:
            self.judge_mail(now, mail)
        alive = [host for host in hosts if not host.killed]
        # Who was cut off tries again at the latest when the next host runs.
        if fault.kind != "gone" and len(alive) > (fault.kind == "drop" and fault.struck):
            for recipient in sorted(set(self.items_of) - fault.addresses):
                self.judge_silence(now, recipient)
        if not alive:
            for recipient, due in self.all_due(now).items():
                self.begun[recipient][now] = due
        for host in alive:
            self.judge_answer(now, fault, host, [mail for mail in mails if mail.host is host])

    def judge_silence(self, now, recipient):
        """Of whom could be told everything: nothing is left."""
        for item, (_, step) in self.due(recipient, now).items():
            self.deviates(now, f"{recipient} was not told of {self.called(item)}, step {step}")
        attempt = self.attempts.pop(recipient, None)
        if attempt and attempt.fate == "killed":
            self.deviates(now, f"{recipient} did not get {attempt.message_id} of a killed host")
        self.begun.pop(recipient, None)

    def judge_mail(self, now, mail):
        attempt = self.attempts.pop(mail.to, None)
        if attempt and (attempt.message_id, attempt.date) == (mail.message_id, mail.date):
            mail.steps = attempt.steps
            self.repeated += 1
        else:
            if mail.message_id in self.seen:
                self.deviates(now, f"{mail.to} gets {mail.message_id} again, and nobody was killed meanwhile")
            elif attempt and attempt.fate == "killed":
                self.deviates(now, f"{mail.to} gets {mail.message_id} before {attempt.message_id} of a killed host")
            # The date says when it was planned: now, or on the day on which a host was killed.
            mail.steps = self.due(mail.to, now) if mail.date == now else self.begun[mail.to].pop(mail.date, {})
        self.seen.add(mail.message_id)
        if sorted(mail.items) != sorted(mail.steps):
            self.deviates(now, f"{mail.to} is told in {mail.message_id} {self.difference(mail)}")
            known = [self.items[item] for item in mail.items if item in self.items]
            mail.steps = {item.id: (item.end, item.step_at(now) or 0) for item in known}
        elif mail.ends != [mail.steps[item][0] for item in mail.items]:
            self.deviates(now, f"{mail.to} is told of other ends in {mail.message_id}: {mail.ends}")
        if mail.accepted:
            self.note_told(mail.to, mail.steps)
        if mail.fate != "answered":
            self.attempts[mail.to] = mail

    def note_told(self, recipient, steps):
        for item, (end, step) in steps.items():
            if step < self.told.get((recipient, item, end), math.inf):
                self.told[recipient, item, end] = step
                self.steps_told[step] += 1

    def judge_answer(self, now, fault, host, mails):
        """What a host says of itself is what the server saw of it."""
        code = host.process.returncode
        try:
            answer = json.loads(host.said)
            messages, summary = answer["messages"], answer["summary"]
        except (ValueError, KeyError):
            self.deviates(now, f"{host.name}: exit {code}, {host.said}{host.complaint}")
            return
        sent = sorted((m["destination"], m["message_id"], m["items"]) for m in messages if m["state"] == "sent")
        seen = sorted((m.to, m.message_id, len(m.items)) for m in mails if m.fate == "answered")
        if sent != seen:
            self.deviates(now, f"{host.name} says that it sent {sent}, and the server has {seen}")
        failed = sorted(m["destination"] for m in messages if m["state"] != "sent")
        counted = {"messages": len(messages), "items": sum(message["items"] for message in messages),
                   "sent": len(sent), "failed": len(messages) - len(sent)}
        if {name: summary.get(name) for name in counted} != counted or code != (1 if failed else 0):
            self.deviates(now, f"{host.name}: exit {code} and {summary}, and not {counted}")
        due = set(self.all_due(now))
        rightly = {"gone": bool(failed) or not due, "drop": True}
        if not rightly.get(fault.kind, due & fault.addresses <= set(failed) <= fault.addresses):
            self.deviates(now, f"{host.name} says that it failed with {failed}; refused was {sorted(fault.addresses)}")

    def called(self, item):
        known = self.items.get(item)
        return f"{known.service}/{known.name} of '{known.tenant}' ({item})" if known else f"the unknown {item}"

    def difference(self, mail):
        more = [f"of {self.called(item)}, which is not due" for item in mail.items if item not in mail.steps]
        less = [f"nothing of {self.called(item)}, step {step}"
                for item, (_, step) in mail.steps.items() if item not in mail.items]
        return "; ".join(more + less) or "of an item twice"
