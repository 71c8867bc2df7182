# SPDX-License-Identifier: Apache-2.0
"""The store of the simulated year, the tenants in it, and what people do there."""

import csv
import glob
import io
import json
import os
import subprocess
from datetime import datetime, timedelta, timezone

from year_judge import BEHIND, USUAL, Item

START = datetime(2027, 1, 4, 8, tzinfo=timezone.utc)
SETUP = START - timedelta(days=120)
ROOT_CONTACT = "noc@msp.example"


def rfc3339(time):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


class Store:
    """A store in a folder, or in a database of its own on the server that PGHOST names, and how mdmctl reaches it."""

    def __init__(self, program, folder, postgresql):
        self.program, self.folder = program, folder
        url = f"{folder}/mdmctl.db"
        if postgresql:
            name = f"mdmctl_year_{os.getpid()}"
            subprocess.run(["createdb", name], check=True)
            url = "postgresql://{PGUSER}@{PGHOST}:{PGPORT}/".format(**os.environ) + name
        kept = {name: value for name, value in os.environ.items() if name.startswith(("PG", "ASAN_", "UBSAN_"))}
        self.environment = kept | {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "MDMCTL_STORE": url}
        self.run(SETUP, "store", "init")
        self.environment["MDMCTL_STORE_KEY_FILE"] = glob.glob(f"{folder}/admin/config/mdmctl/keys/*")[0]

    def environment_of(self, host):
        home = f"{self.folder}/{host}"
        places = {f"XDG_{what.upper()}_HOME": f"{home}/{what}" for what in ("config", "state", "data", "cache")}
        return self.environment | {"HOME": home} | places

    def run(self, now, *arguments, stdin=None):
        """What a person types, on a machine whose clock shows that time."""
        command = [self.program, *arguments, "--output", "json"]
        environment = self.environment_of("admin") | {"MDMCTL_NOW": rfc3339(now)}
        done = subprocess.run(command, env=environment, input=stdin, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"error: {' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    def tell(self, now, item):
        whose = ["--tenant", item.tenant, "--policy", item.policy] if item.tenant else ["--policy", "/"]
        self.run(now, "expiry", "add", "--date", rfc3339(item.end), "--name", item.name, *whose)

    def quiet(self, now, verb, item, *arguments):
        whose = ["--tenant", item.tenant] if item.tenant else ["--shared"]
        self.run(now, "expiry", verb, f"{item.service}/{item.name}", *whose, *arguments)


class Fleet:
    """The tenants, what they have, and who is told of it."""

    def __init__(self, rng, tenants, days):
        self.rng, self.days = rng, days
        self.items = [Item("", "other", "shared", self.some_end(), USUAL + BEHIND, frozenset({ROOT_CONTACT}))]
        self.rows, self.commands = [], [("tenant", "contact", "add", ROOT_CONTACT, "--policy", "/")]
        for number in range(1, tenants + 1):
            self.add_tenant(number, f"t{number:03}")

    def end_near(self, time):
        """Often at the time of day at which the hosts run, or a second beside it."""
        return time.replace(hour=8, minute=0, second=0) + timedelta(seconds=self.rng.choice((-1, 0, 1, -28800, 40000)))

    def some_end(self):
        return self.end_near(START + timedelta(days=self.rng.randrange(-25, self.days + 30)))

    def add_tenant(self, number, name):
        """Every fourth has no contact of its own, others share one; some have policies with days of their own."""
        own, boss, kiosk = (f"{who}@{name}.example" for who in ("it", "boss", "kiosk"))
        contacts = [[own], [own, boss], [own, "jo@msp.example"], []][number % 4]
        whom = frozenset([*contacts, ROOT_CONTACT])
        ladder = USUAL + BEHIND
        if number % 5 == 0:
            ladder = (45, 10, 1) + BEHIND
            self.commands.append(("policy", "set", "--remind-days", "45,10,1", "--tenant", name))
        push = Item(name, "apns", "default", self.some_end(), ladder, whom)
        topic = f"com.apple.mgmt.External.{number}"
        self.rows.append([name, f"mdm@{name}.example", topic, rfc3339(push.end), ";".join(contacts)])
        self.items += [push, Item(name, "other", "www", self.some_end(), ladder, whom)]
        if number % 3 == 0:
            self.commands += [("policy", "add", "kiosks", "--tenant", name),
                              ("policy", "set", "kiosks", "--remind-days", "60,14", "--tenant", name),
                              ("tenant", "contact", "add", kiosk, "--policy", "kiosks", "--tenant", name)]
            ladder = (60, 14) + BEHIND
            self.items.append(Item(name, "other", "kiosk", self.some_end(), ladder, whom | {kiosk}, "kiosks"))

    def put_into(self, store):
        table = io.StringIO()
        csv.writer(table).writerows([["tenant", "apple_account", "topic", "not_after", "contact"], *self.rows])
        store.run(SETUP, "tenant", "add", "--from", "-", stdin=table.getvalue())
        for command in self.commands:
            store.run(SETUP, *command)
        for item in self.items:
            if item.service == "other":
                store.tell(SETUP, item)
        lines = store.run(SETUP, "check", "--all-tenants")["services"]
        ids = {(line["tenant"] or "", line["service"], line["name"]): line["id"] for line in lines}
        for item in self.items:
            item.id = ids[item.tenant, item.service, item.name]

    def live(self, store, now):
        """What people do before the hosts run."""
        for item in self.items:
            left, chance = item.end - now, self.rng.random()
            if left > timedelta(days=35):
                continue
            if chance < 0.03 and item.service == "other":
                item.end = self.end_near(max(item.end, now) + timedelta(days=self.rng.choice((45, 90, 365))))
                store.tell(now, item)
            elif chance < 0.04 and left > timedelta():
                item.mark = (item.end, item.end)
                store.quiet(now, "ack", item)
            elif chance < 0.06:
                until = (now + timedelta(days=self.rng.randrange(1, 12))).replace(hour=self.rng.choice((0, 8)))
                item.mark = (item.end, min(until, item.end) if left >= timedelta() else until)
                store.quiet(now, "snooze", item, "--until", rfc3339(until))
            elif chance < 0.07 and item.mark:
                item.mark = ()
                store.quiet(now, "ack", item, "--undo")
