"use strict";
// A ballot in its rater's hands. The token is drawn here, signed blind (RFC 9474, RSABSSA-SHA384-PSS-Deterministic) and sent
// without a session: the server signs what it cannot recognise, and takes what it cannot trace.
(function () {
  var KEPT = "shengmo-ballots";
  var HASH = 48, SALT = 48;

  function hex(bytes) { return Array.from(bytes, function (each) { return each.toString(16).padStart(2, "0"); }).join(""); }
  function unhex(digits) { return Uint8Array.from(digits.match(/../g) || [], function (each) { return parseInt(each, 16); }); }
  function number(bytes) { return BigInt("0x" + hex(bytes)); }
  function digits(value, length) { return value.toString(16).padStart(2 * length, "0"); }
  function joined() {
    var parts = Array.prototype.slice.call(arguments), size = 0, at = 0;
    parts.forEach(function (each) { size += each.length; });
    var whole = new Uint8Array(size);
    parts.forEach(function (each) { whole.set(each, at); at += each.length; });
    return whole;
  }
  function hash(name, bytes) { return crypto.subtle.digest(name, bytes).then(function (each) { return new Uint8Array(each); }); }
  function random(length) { return crypto.getRandomValues(new Uint8Array(length)); }
  function power(base, exponent, modulus) {
    var result = 1n;
    for (base %= modulus; exponent > 0n; exponent >>= 1n) {
      if (exponent & 1n) result = result * base % modulus;
      base = base * base % modulus;
    }
    return result;
  }
  function inverse(value, modulus) {
    var a = value % modulus, b = modulus, x = 1n, y = 0n;
    while (b > 0n) {
      var quotient = a / b, next = a - quotient * b, step = x - quotient * y;
      a = b; b = next; x = y; y = step;
    }
    if (a !== 1n) throw new Error("not invertible");
    return (x % modulus + modulus) % modulus;
  }

  // EMSA-PSS-ENCODE, RFC 8017 section 9.1.1
  async function encode(message, bits) {
    var length = Math.ceil(bits / 8), salt = random(SALT);
    var digest = await hash("SHA-384", joined(new Uint8Array(8), await hash("SHA-384", message), salt));
    var block = new Uint8Array(length - HASH - 1);
    block[block.length - SALT - 1] = 1;
    block.set(salt, block.length - SALT);
    for (var i = 0; i * HASH < block.length; i++) {
      var mask = await hash("SHA-384", joined(digest, Uint8Array.of(i >>> 24, i >>> 16 & 255, i >>> 8 & 255, i & 255)));
      for (var j = 0; j < HASH && i * HASH + j < block.length; j++) block[i * HASH + j] ^= mask[j];
    }
    block[0] &= 255 >> (8 * length - bits);
    return joined(block, digest, Uint8Array.of(188));
  }
  async function blind(message, modulus, exponent) {
    var bits = modulus.toString(2).length, encoded = number(await encode(message, bits - 1)), factor;
    do { factor = number(random(Math.ceil(bits / 8))); } while (factor < 2n || factor >= modulus);
    return {
      encoded: encoded,
      blinded: encoded * power(factor, exponent, modulus) % modulus,
      inverse: inverse(factor, modulus)
    };
  }
  async function leaf(token, choices) { return hash("SHA-256", joined(token, new TextEncoder().encode(choices.join(",")))); }

  function kept() { try { return JSON.parse(localStorage.getItem(KEPT) || "[]"); } catch (broken) { return []; } }
  function keep(ballot) {
    localStorage.setItem(KEPT, JSON.stringify(kept().filter(function (each) { return each.electorate !== ballot.electorate; }).concat([ballot])));
  }
  async function send(address, body, headers, credentials) {
    var answer = await fetch(address, {
      method: "POST", credentials: credentials, body: JSON.stringify(body),
      headers: Object.assign({ "Content-Type": "application/json", "Accept": "application/json, application/problem+json", "Accept-Language": document.documentElement.lang }, headers)
    });
    if (answer.ok) return answer.status === 204 ? null : answer.json();
    var problem = await answer.json().catch(function () { return {}; });
    throw new Error(problem.detail || problem.title || "");
  }

  var form = document.getElementById("paper");
  if (form) {
    var state = document.getElementById("paper-state");
    var say = function (text) { state.textContent = text; state.focus(); };
    form.addEventListener("submit", async function (event) {
      event.preventDefault();
      var data = form.dataset, choices = [];
      for (var cell = 0; cell < Number(data.cells); cell++) choices.push(Number(form.elements["cell-" + cell].value));
      if (choices.every(function (each) { return each < 0; })) return say(state.dataset.empty);
      var button = form.querySelector("button");
      button.disabled = true;
      say(state.dataset.working);
      try {
        var modulus = BigInt("0x" + data.modulus), exponent = BigInt("0x" + data.exponent), bytes = Math.ceil(data.modulus.length / 2);
        var ballot = kept().find(function (each) { return each.electorate === data.electorate; });
        if (!ballot) {
          var token = random(32), drawn = await blind(token, modulus, exponent);
          ballot = { electorate: data.electorate, round: data.round, title: data.title, token: hex(token), blinded: digits(drawn.blinded, bytes), inverse: drawn.inverse.toString(16), encoded: drawn.encoded.toString(16) };
          keep(ballot);
        }
        if (!ballot.signature) {
          var headers = {};
          headers[data.csrfHeader] = data.csrf;
          var signed = await send("/api/v1/assessments/electorates/" + data.electorate + "/token", { hex: ballot.blinded }, headers, "same-origin");
          var signature = BigInt("0x" + signed.hex) * BigInt("0x" + ballot.inverse) % modulus;
          if (power(signature, exponent, modulus) !== BigInt("0x" + ballot.encoded)) throw new Error("");
          ballot.signature = digits(signature, bytes);
          keep(ballot);
        }
        await send("/api/v1/assessments/box/" + data.electorate, { token: ballot.token, signature: ballot.signature, choices: choices }, {}, "omit");
        ballot.choices = choices;
        keep(ballot);
        form.hidden = true;
        state.textContent = "";
        document.getElementById("paper-token").textContent = ballot.token;
        document.getElementById("paper-done").hidden = false;
      } catch (fault) {
        say(fault.message || state.dataset.failed);
        button.disabled = false;
      }
    });
  }

  var check = document.getElementById("ballot-check");
  if (check) {
    var result = document.getElementById("check-state");
    var last = kept()[kept().length - 1];
    if (last) {
      check.elements.token.value = last.token;
      check.elements.round.value = last.round;
    }
    check.addEventListener("submit", async function (event) {
      event.preventDefault();
      var token = check.elements.token.value.trim().toLowerCase(), told = check.dataset;
      if (!/^[0-9a-f]{64}$/.test(token)) { result.textContent = told.token; return; }
      // The whole board comes down; which line is looked for stays here.
      var board = await (await fetch("/api/v1/assessments/" + check.elements.round.value + "/board", { credentials: "omit" })).json();
      var id = hex(await hash("SHA-256", unhex(token)));
      var line = board.find(function (each) { return each.id === id; });
      var mine = kept().find(function (each) { return each.token === token; });
      var text = told.absent;
      if (line && mine && mine.choices && hex(await leaf(unhex(token), mine.choices)) !== line.leaf) text = told.changed;
      else if (line && line.setAside) text = told.aside + " " + line.setAside;
      else if (line) text = mine && mine.choices ? told.counts : told.found;
      result.textContent = text;
      result.focus();
    });
  }
})();
