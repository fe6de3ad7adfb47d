"use strict";
// Checks a receipt (C2SP tlog-proof) in the browser with WebCrypto alone: nothing is sent anywhere.
(function () {
  var page = document.getElementById("receipt");
  if (!page) return;
  var words = {};
  document.querySelectorAll("#receipt-words [data-key]").forEach(function (each) { words[each.dataset.key] = each.textContent; });
  function say(key) {
    var parts = Array.prototype.slice.call(arguments, 1);
    return words[key].replace(/\{([0-9])\}/g, function (all, n) { return parts[n] === undefined ? all : parts[n]; });
  }
  function Fault(key, parts) { this.key = key; this.parts = parts || []; }
  function fail(key) { throw new Fault(key, Array.prototype.slice.call(arguments, 1)); }

  // --- Bytes
  var utf8 = new TextEncoder();
  function bytes(text) { return utf8.encode(text); }
  function text(raw) { return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw); }
  function joined() {
    var all = Array.prototype.slice.call(arguments), size = 0, at = 0;
    all.forEach(function (each) { size += each.length; });
    var whole = new Uint8Array(size);
    all.forEach(function (each) { whole.set(each, at); at += each.length; });
    return whole;
  }
  function same(a, b) { return a.length === b.length && a.every(function (each, i) { return each === b[i]; }); }
  function base64(raw) { return btoa(Array.prototype.map.call(raw, function (each) { return String.fromCharCode(each); }).join("")); }
  // One encoding only for each value: padding as it must be, no stray bits, no spaces.
  function unbase64(coded, what) {
    var raw;
    try { raw = Uint8Array.from(atob(coded), function (c) { return c.charCodeAt(0); }); } catch (e) { fail("base64", what); }
    if (base64(raw) !== coded) fail("base64", what);
    return raw;
  }
  function hex(raw) { return Array.prototype.map.call(raw, function (each) { return ("0" + each.toString(16)).slice(-2); }).join(""); }
  function decimal(digits, what) {
    if (!/^(0|[1-9][0-9]{0,18})$/.test(digits)) fail("number", what);
    return BigInt(digits);
  }
  function sha256(raw) { return crypto.subtle.digest("SHA-256", raw).then(function (hash) { return new Uint8Array(hash); }); }
  function node(left, right) { return sha256(joined([1], left, right)); }

  // --- Formats
  function parseNote(note) {
    var split = note.lastIndexOf("\n\n");
    if (split < 0 || note.slice(-1) !== "\n" || /[\u0000-\u0009\u000b-\u001f]/.test(note)) fail("note");
    var lines = note.slice(split + 2, -1).split("\n");
    if (lines.length > 100) fail("note");
    return { text: note.slice(0, split + 1), signatures: lines.map(parseSignature) };
  }
  function parseSignature(line) {
    var match = /^— ([^ +]+) ([A-Za-z0-9+\/=]+)$/.exec(line);
    if (!match) fail("signature-line");
    var raw = unbase64(match[2], match[1]);
    if (raw.length <= 4) fail("signature-line");
    return { name: match[1], id: hex(raw.slice(0, 4)), signature: raw.slice(4) };
  }
  function parseHead(note) {
    var lines = note.slice(0, -1).split("\n");
    if (lines.length < 3 || lines.some(function (line) { return line === ""; })) fail("checkpoint");
    var root = unbase64(lines[2], "root");
    if (root.length !== 32) fail("checkpoint");
    return { origin: lines[0], size: decimal(lines[1], lines[1]), root: root };
  }
  function parseProof(receipt) {
    var blank = receipt.indexOf("\n\n");
    var lines = blank < 0 ? [] : receipt.slice(0, blank).split("\n");
    if (lines[0] !== "c2sp.org/tlog-proof@v1") fail("not-a-receipt");
    var at = 1, extra = {};
    if (lines[at] && lines[at].indexOf("extra ") === 0) {
      try { extra = JSON.parse(text(unbase64(lines[at].slice(6), "extra"))); } catch (e) { if (e instanceof Fault) throw e; fail("extra"); }
      at++;
    }
    if (!lines[at] || lines[at].indexOf("index ") !== 0) fail("no-index");
    var index = decimal(lines[at].slice(6), lines[at]);
    var path = lines.slice(at + 1).map(function (line) {
      var hash = unbase64(line, "proof");
      if (hash.length !== 32) fail("hash");
      return hash;
    });
    if (path.length > 63) fail("hash");
    if (!extra || typeof extra.entry !== "string") fail("no-entry");
    return { extra: extra, index: index, path: path, note: parseNote(receipt.slice(blank + 2)) };
  }
  // <name>+<8 hex digits>+<base64(type, key)>; the digits are the start of SHA-256(name, newline, type, key).
  function parseKey(line) {
    var match = /^([^+\s]+)\+([0-9a-fA-F]{8})\+([A-Za-z0-9+\/=]+)$/.exec(line);
    if (!match) fail("key-format", line);
    var material = unbase64(match[3], match[1]);
    return sha256(joined(bytes(match[1] + "\n"), material)).then(function (hash) {
      if (hex(hash.slice(0, 4)) !== match[2].toLowerCase()) fail("key-id", match[1]);
      return { name: match[1], id: match[2].toLowerCase(), type: material[0], raw: material.slice(1), line: line };
    });
  }

  // --- Checks
  function signed(key, signature, note) {
    var message = bytes(note.text);
    if (key.type === 4) {
      if (signature.length !== 72) return Promise.resolve(false);
      var time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
      message = bytes("cosignature/v1\ntime " + time + "\n" + note.text);
      signature = signature.slice(8);
    }
    return crypto.subtle.importKey("raw", key.raw, { name: "Ed25519" }, false, ["verify"]).then(function (known) {
      return crypto.subtle.verify({ name: "Ed25519" }, known, signature, message);
    }, function (e) {
      if (e.name === "NotSupportedError") fail("no-ed25519");
      fail("key-format", key.line);
    });
  }
  function checkSignatures(keys, note, head, told) {
    var logs = keys.filter(function (key) { return key.type === 1 && key.name === head.origin; });
    if (!logs.length) fail("other-log", head.origin, keys.map(function (key) { return key.name; }).join(", "));
    var verified = [];
    return note.signatures.reduce(function (before, line) {
      return before.then(function () {
        var key = keys.filter(function (each) { return each.name === line.name && each.id === line.id; })[0];
        if (!key || (key.type !== 1 && key.type !== 4)) { told.push(say("passed-over", line.name, line.id)); return; }
        return signed(key, line.signature, note).then(function (good) {
          if (!good) fail("signature-wrong", line.name, line.id);
          verified.push(key);
        });
      });
    }, Promise.resolve()).then(function () {
      var own = verified.filter(function (key) { return key.type === 1 && key.name === head.origin; });
      if (!own.length) fail("not-signed", logs[0].line, note.signatures.map(function (line) { return line.name + " (" + line.id + ")"; }).join(", "));
      return verified;
    });
  }
  // RFC 9162 section 2.1.3.2.
  function checkInclusion(index, size, leaf, path, root) {
    if (index >= size) fail("index-beyond", index, size);
    var fn = index, sn = size - 1n;
    return path.reduce(function (before, hash) {
      return before.then(function (r) {
        if (sn === 0n) fail("path-length");
        var next;
        if ((fn & 1n) === 1n || fn === sn) {
          next = node(hash, r);
          while ((fn & 1n) === 0n && fn !== 0n) { fn >>= 1n; sn >>= 1n; }
        } else next = node(r, hash);
        fn >>= 1n; sn >>= 1n;
        return next;
      });
    }, Promise.resolve(leaf)).then(function (computed) {
      if (sn !== 0n) fail("path-length");
      if (!same(computed, root)) fail("root-differs", base64(computed), base64(root));
    });
  }
  function checkContent(extra) {
    var entry;
    try { entry = JSON.parse(extra.entry); } catch (e) { fail("no-entry"); }
    var salt = unbase64(extra.salt, "salt");
    if (salt.length !== 32) fail("salt");
    return sha256(joined(salt, bytes(extra.content))).then(function (commitment) {
      if (!entry || base64(commitment) !== entry.commitment) fail("content-differs");
    });
  }

  // --- What is shown
  var list = document.getElementById("receipt-checks"), verdict = document.getElementById("receipt-verdict");
  var shown = document.getElementById("receipt-shown"), facts = document.getElementById("receipt-facts");
  function step(good, sentence) {
    var item = document.createElement("li"), status = document.createElement("span");
    status.className = "status " + (good ? "status-done" : "status-late");
    status.textContent = (good ? "✓ " : "▲ ") + say(good ? "good" : "bad");
    item.append(status, " ", sentence);
    item.dataset.good = good;
    list.append(item);
  }
  function fact(name, value) {
    var dt = document.createElement("dt"), dd = document.createElement("dd");
    dt.textContent = name; dd.textContent = value; facts.append(dt, dd);
  }
  function readable(json) { try { return JSON.stringify(JSON.parse(json), null, 2); } catch (e) { return json; } }
  function member(json, name) { try { return String(JSON.parse(json)[name]); } catch (e) { return ""; } }

  function check(receipt) {
    list.textContent = ""; facts.textContent = ""; shown.textContent = ""; verdict.textContent = "";
    page.querySelectorAll("[data-after]").forEach(function (each) { each.hidden = true; });
    if (!window.crypto || !crypto.subtle) { conclude(say("no-crypto")); return Promise.resolve(); }
    var lines = document.getElementById("receipt-key").value.split("\n").map(function (line) { return line.trim(); }).filter(Boolean);
    var proof, head, told = [], done = "receipt";
    return Promise.resolve().then(function () {
      proof = parseProof(receipt);
      head = parseHead(proof.note.text);
      step(true, say("step.format"));
      done = "key";
      if (!lines.length) fail("no-key");
      return Promise.all(lines.map(parseKey));
    }).then(function (keys) {
      done = "signature";
      return checkSignatures(keys, proof.note, head, told);
    }).then(function (verified) {
      step(true, say("step.signature", verified.map(function (key) { return key.name + " (" + key.id + ")"; }).join(", ")));
      done = "inclusion";
      return sha256(joined([0], bytes(proof.extra.entry)));
    }).then(function (leaf) {
      return checkInclusion(proof.index, head.size, leaf, proof.path, head.root);
    }).then(function () {
      step(true, say("step.inclusion", proof.index, head.size));
      done = "content";
      if (typeof proof.extra.content !== "string" || typeof proof.extra.salt !== "string") { step(true, say("step.bare")); return; }
      return checkContent(proof.extra).then(function () {
        step(true, say("step.content"));
        shown.textContent = readable(proof.extra.content);
        document.getElementById("receipt-content").hidden = false;
      });
    }).then(function () {
      fact(say("fact.number"), member(proof.extra.entry, "number"));
      fact(say("fact.at"), member(proof.extra.entry, "at"));
      fact(say("fact.log"), head.origin);
      fact(say("fact.index"), String(proof.index));
      fact(say("fact.size"), String(head.size));
      fact(say("fact.root"), base64(head.root));
      told.forEach(function (each) { fact(say("fact.signature"), each); });
      document.getElementById("receipt-entry").hidden = false;
      conclude("");
    }, function (e) {
      step(false, e instanceof Fault ? say.apply(null, [e.key].concat(e.parts)) : say("broken", String(e)));
      conclude(say("bad.at." + done));
    });
  }
  function conclude(trouble) {
    verdict.className = trouble ? "refusal" : "confirmation";
    verdict.textContent = trouble ? "▲ " + trouble : "✓ " + say("holds");
    verdict.dataset.holds = !trouble;
    document.getElementById("receipt-result").hidden = false;
    verdict.focus();
  }

  // --- Ways in: choose, drop, paste
  var paste = document.getElementById("receipt-text"), drop = document.getElementById("receipt-drop");
  function take(file) {
    if (!file) return;
    if (file.size > 1048576) { conclude(say("too-long")); return; }
    file.arrayBuffer().then(function (raw) {
      try { paste.value = text(new Uint8Array(raw)); } catch (e) { paste.value = ""; list.textContent = ""; step(false, say("not-a-receipt")); conclude(say("bad.at.receipt")); return; }
      return check(paste.value);
    });
  }
  document.getElementById("receipt-file").addEventListener("change", function (event) { take(event.target.files[0]); });
  ["dragover", "dragleave", "drop"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragover");
      if (name === "drop") take(event.dataTransfer.files[0]);
    });
  });
  document.getElementById("receipt-form").addEventListener("submit", function (event) { event.preventDefault(); check(paste.value); });
  document.getElementById("receipt-ready").hidden = false;

  // --- Kept for offline use, as anyone gets it: without the reader's session
  if ("serviceWorker" in navigator && window.isSecureContext) {
    navigator.serviceWorker.register(page.dataset.worker, { scope: "/record/check" }).then(function () {
      return caches.open("receipt");
    }).then(function (cache) {
      var parts = Array.prototype.map.call(document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]"), function (each) { return each.href || each.src; });
      return Promise.all([fetch("/record/check?lang=" + document.documentElement.lang, { credentials: "omit" }).then(function (answer) {
        return answer.ok ? cache.put("/record/check", answer) : null;
      }), cache.addAll(parts)]);
    }).then(function () { document.getElementById("receipt-kept").hidden = false; }, function () { /* offline after loading all the same */ });
  }
})();
