# SPDX-License-Identifier: Apache-2.0
"""look_for.py SECRET... -- FILE...: says which secret is in which file, in any of the forms that they take.

SECRET is NAME=FILE. A PEM file of an RSA key stands for the numbers in it that are private; any other file for its
bytes, without a line end. A secret that is cut is one still: it is looked for in pieces. FILE may be a memory image.
Exit 0: none was found; 1: some were, a line each; 2: wrong usage. `look_for.py --forms NAME=FILE DIR` writes each form
into a file of its own, for a test of this program.
"""
import base64
import os
import sys

PIECE = 16
WORD = 8


def der_values(data):
    """The DER values that stand one behind the other in data: (tag, content)."""
    at = 0
    while at < len(data):
        tag, size, at = data[at], data[at + 1], at + 2
        if size & 0x80:
            count = size & 0x7F
            size, at = int.from_bytes(data[at : at + count], "big"), at + count
        yield tag, data[at : at + size]
        at += size


def rsa_numbers(der):
    """The private numbers of a PKCS#8 or PKCS#1 key: RFC 8017, A.1.2, without version, modulus, public exponent."""
    values = list(der_values(next(der_values(der))[1]))
    if values[1][0] == 0x30:
        return rsa_numbers(values[2][1])
    return [number.lstrip(b"\0") for _, number in values[3:9]]


def pieces(data):
    return [data[at : at + PIECE] for at in range(0, len(data) - PIECE + 1, PIECE)] or [data]


def base64_forms(data):
    """What base64 makes of data wherever it begins within the three bytes that become four letters."""
    for shift in range(3):
        text = base64.b64encode(bytes(shift) + data)
        yield text[4 if shift else 0 : len(text) - 4]


def forms_of(data):
    """By name, what would show the secret: a list of texts, any of which does."""
    return {
        "raw": pieces(data),
        "reversed": pieces(data[::-1]),  # as OpenSSL keeps numbers
        "hex": pieces(data.hex().encode()),
        "HEX": pieces(data.hex().upper().encode()),
        "base64": [piece for text in base64_forms(data) for piece in pieces(text)],
    }


def secret_forms(path):
    with open(path, "rb") as file:
        data = file.read().rstrip(b"\n")
    if not data.startswith(b"-----BEGIN"):
        return forms_of(data)
    lines = data.splitlines()[1:-1]
    forms = {"PEM": lines[10:-1]}  # before them is the modulus, which is public
    for number in rsa_numbers(base64.b64decode(b"".join(lines))):
        for name, texts in forms_of(number).items():
            forms.setdefault(name, []).extend(texts)
    return forms


def words_of(text):
    """The eight-byte words of which a file has one where its eighth bytes are, wherever in it the text begins."""
    return [int.from_bytes(text[at : at + WORD], sys.byteorder) for at in range(WORD)]


def index_of(secrets):
    """The texts by their words. A memory image is 80 MB, and there are 5,000 texts: it is gone through once."""
    index = {}
    for text in (text for forms in secrets.values() for texts in forms.values() for text in texts):
        for word in words_of(text):
            index.setdefault(word, set()).add(text)
    return index


def texts_that_may_be_in(content, index):
    padded = content + bytes(-len(content) % WORD)
    met = set(index).intersection(memoryview(padded).cast("Q"))
    return set().union(*(index[word] for word in met))


def found_in(path, secrets, index):
    with open(path, "rb") as file:
        content = file.read()
    likely = texts_that_may_be_in(content, index)
    for name, forms in secrets.items():
        for form, texts in forms.items():
            at = next((content.find(text) for text in texts
                       if (text in likely or len(text) < 2 * WORD - 1) and text in content), None)
            if at is not None:
                yield f"{name} ({form}) is in {path} at {at}"


def files_in(paths):
    for path in paths:
        if os.path.isdir(path):
            yield from (os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names)
        else:
            yield path


def main(words):
    if words[:1] == ["--forms"]:
        for form, texts in secret_forms(words[1].split("=", 1)[1]).items():
            with open(os.path.join(words[2], form), "wb") as file:
                file.write(b"before " + texts[-1] + b" behind")
        return 0
    if "--" not in words:
        print(__doc__, file=sys.stderr)
        return 2
    middle = words.index("--")
    secrets = {name: secret_forms(path) for name, path in (word.split("=", 1) for word in words[:middle])}
    index = index_of(secrets)
    files = [path for path in files_in(words[middle + 1 :]) if os.path.isfile(path)]
    found = [line for path in files for line in found_in(path, secrets, index)]
    print("".join(line + "\n" for line in found), end="")
    return 1 if found else 0


sys.exit(main(sys.argv[1:]))
