# shellcheck shell=bash
# The schema that was there is whole, or the one that was fetched; and what a killed run left is gone with the next.
setup() {
    python3 - <<'PYTHON'
import io, tarfile

def archive(name, files):
    with tarfile.open(name, "w:gz") as tar:
        for path in files:
            content = b"payload:\n  payloadtype: com.example.a\npayloadkeys: []\n"
            entry = tarfile.TarInfo("dm-release/mdm/profiles/" + path)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))

archive("old.tar.gz", ["a.yaml"])
archive("new.tar.gz", ["a.yaml", "b.yaml"])
PYTHON
    fetch_schema old.tar.gz
}

# fetch_schema ARCHIVE: from a server that is there for this alone
fetch_schema() {
    local server port status=0
    python3 -u -m http.server 0 --bind 127.0.0.1 >served 2>requests &
    server=$!
    until port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' served) && [ -n "$port" ]; do sleep 0.05; done
    mdmctl profile schema fetch --url "http://127.0.0.1:$port/$1" --out schema || status=$?
    kill "$server"
    wait "$server"
    rm -f served requests
    return "$status"
}

job() { fetch_schema new.tar.gz; }

check() {
    local files
    files=$(find schema -type f | wc -l)
    if [ "$1" = broken ] && [ "$files" -eq 1 ]; then
        return 0
    fi
    [ "$files" -eq 2 ]
}
