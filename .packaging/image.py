#!/usr/bin/env python3
"""Writes a container image, as an OCI archive, from a folder: one layer, the same bytes for the same folder.

image.py ROOT ARCHIVE VERSION ARCHITECTURE: SOURCE_DATE_EPOCH is the time of everything in it. `podman load -i` and
`docker load -i` (25 or newer) read the archive; `umoci` and `skopeo` read it too.
"""
import gzip
import hashlib
import io
import json
import os
import sys
import time

import tarfile

USER = 65532


def entry(name, epoch, mode, kind=tarfile.REGTYPE, size=0, owner=0):
    info = tarfile.TarInfo(name)
    info.type, info.mode, info.mtime, info.size = kind, mode, epoch, size
    info.uid = info.gid = owner
    return info


def layer(root, epoch):
    """The folder as a tar: sorted, owned by root, and what a process expects beside it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for folder, folders, files in os.walk(root):
            folders.sort()
            place = os.path.relpath(folder, root)
            if place != ".":
                tar.addfile(entry(place, epoch, 0o755, tarfile.DIRTYPE))
            for name in sorted(files):
                with open(os.path.join(folder, name), "rb") as file:
                    content = file.read()
                mode = 0o755 if os.access(os.path.join(folder, name), os.X_OK) else 0o644
                path = os.path.normpath(os.path.join(place, name))
                tar.addfile(entry(path, epoch, mode, size=len(content)), io.BytesIO(content))
        for name, text in [
            ("etc/passwd", "whojoined:x:%d:%d::/school:/usr/sbin/nologin\n" % (USER, USER)),
            ("etc/group", "whojoined:x:%d:\n" % USER),
        ]:
            tar.addfile(entry(name, epoch, 0o644, size=len(text)), io.BytesIO(text.encode()))
        tar.addfile(entry("school", epoch, 0o750, tarfile.DIRTYPE, owner=USER))
        tar.addfile(entry("proc", epoch, 0o555, tarfile.DIRTYPE))
        tar.addfile(entry("dev", epoch, 0o755, tarfile.DIRTYPE))
    return out.getvalue()


def main():
    root, archive, version, architecture = sys.argv[1:5]
    epoch = int(os.environ["SOURCE_DATE_EPOCH"])
    created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(epoch))
    blobs = {}

    def put(content, kind):
        digest = hashlib.sha256(content).hexdigest()
        blobs[digest] = content
        return {"mediaType": "application/vnd.oci.image.%s" % kind, "digest": "sha256:" + digest, "size": len(content)}

    plain = layer(root, epoch)
    packed = put(gzip.compress(plain, 6, mtime=0), "layer.v1.tar+gzip")
    labels = {
        "org.opencontainers.image.title": "whojoined",
        "org.opencontainers.image.version": version,
        "org.opencontainers.image.licenses": "Apache-2.0",
        "org.opencontainers.image.description": "Who joined the online lesson, who did not, and what needs a person's eye.",
    }
    config = put(json.dumps({
        "created": created, "architecture": architecture, "os": "linux",
        "config": {
            "User": "%d:%d" % (USER, USER), "Entrypoint": ["/usr/bin/whojoined"], "Cmd": ["--help"],
            "WorkingDir": "/school", "Env": ["PATH=/usr/bin", "WHOJOINED_SCHOOL=/school"],
            "Volumes": {"/school": {}}, "Labels": labels,
        },
        "rootfs": {"type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(plain).hexdigest()]},
        "history": [{"created": created, "comment": "make release"}],
    }, sort_keys=True).encode(), "config.v1+json")
    manifest = put(json.dumps({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": config, "layers": [packed],
        "annotations": labels,
    }, sort_keys=True).encode(), "manifest.v1+json")
    manifest["platform"] = {"architecture": architecture, "os": "linux"}
    manifest["annotations"] = {
        "org.opencontainers.image.ref.name": version, # No registry has that name: an engine that lacks the image fails and fetches nobody else's.
        "io.containerd.image.name": "localhost/whojoined:" + version,
    }
    index = json.dumps({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": [manifest],
    }, sort_keys=True).encode()

    files = [("oci-layout", b'{"imageLayoutVersion": "1.0.0"}'), ("index.json", index)]
    files += [("blobs/sha256/" + digest, blobs[digest]) for digest in sorted(blobs)]
    with tarfile.open(archive, "w", format=tarfile.USTAR_FORMAT) as tar:
        for name, content in files:
            tar.addfile(entry(name, epoch, 0o644, size=len(content)), io.BytesIO(content))


main()
