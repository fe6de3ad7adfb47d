// Keys, bids and shares are made here and nowhere else: what the service gets is sealed. See BidSeal.java for the format.
(() => {
  "use strict";
  const VERSION = "shengmo-bid-v1";
  const text = new TextEncoder();
  const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const bytes = (value) => Uint8Array.from(atob(value), (c) => c.charCodeAt(0));
  const subtle = globalThis.crypto && crypto.subtle;
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const info = (tender, holder) => text.encode(`${VERSION}|${tender}|${holder}`);

  async function wrapping(own, other, tender, holder) {
    const shared = await subtle.deriveBits({ name: "ECDH", public: other }, own, 256);
    const base = await subtle.importKey("raw", shared, "HKDF", false, ["deriveBits"]);
    const bits = await subtle.deriveBits(
      { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info: info(tender, holder) }, base, 256);
    return subtle.importKey("raw", bits, "AES-GCM", false, ["encrypt", "decrypt"]);
  }

  async function wrap(tender, holder, published, share) {
    const once = await subtle.generateKey(curve, true, ["deriveBits"]);
    const other = await subtle.importKey("raw", bytes(published), curve, false, []);
    const key = await wrapping(once.privateKey, other, tender, holder);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const box = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: info(tender, holder) }, key, share);
    return {
      key: base64(await subtle.exportKey("raw", once.publicKey)),
      iv: base64(iv),
      box: base64(box),
      hash: base64(await subtle.digest("SHA-256", share)),
    };
  }

  async function seal(tender, tradingKey, supervisionKey, content) {
    const key = crypto.getRandomValues(new Uint8Array(32));
    const mine = crypto.getRandomValues(new Uint8Array(32));
    const other = key.map((byte, i) => byte ^ mine[i]);
    const trading = await wrap(tender, "trading", tradingKey, mine);
    const supervision = await wrap(tender, "supervision", supervisionKey, other);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bound = text.encode(`${VERSION}|${tender}|${trading.hash}|${supervision.hash}`);
    const aes = await subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
    const box = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound }, aes, text.encode(JSON.stringify(content)));
    return JSON.stringify({ v: VERSION, tender, trading, supervision, iv: base64(iv), box: base64(box) });
  }

  function save(name, content) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    link.download = name;
    link.click();
  }

  function hex(array) {
    return Array.from(array, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function upon(form, work) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.ready) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      work().then(() => {
        form.dataset.ready = "yes";
        form.submit();
      }, (failure) => console.error(failure));
    }, true);
  }

  document.querySelectorAll("[data-make-key]").forEach((button) => upon(button.form, async () => {
    const pair = await subtle.generateKey(curve, true, ["deriveBits"]);
    button.form.publicKey.value = base64(await subtle.exportKey("raw", pair.publicKey));
    const secret = await subtle.exportKey("jwk", pair.privateKey);
    save(`${button.dataset.makeKey}.json`, JSON.stringify(secret));
  }));

  document.querySelectorAll("[data-seal-bid]").forEach((part) => {
    const form = part.closest("form");
    upon(form, async () => {
      const field = (name) => part.querySelector(`[data-bid=${name}]`).value.trim();
      form.envelope.value = await seal(part.dataset.sealBid, part.dataset.trading, part.dataset.supervision, {
        firm: field("firm"),
        code: field("code"),
        price: field("price"),
        days: Number(field("days")),
        nonce: hex(crypto.getRandomValues(new Uint8Array(32))),
      });
    });
  });

  document.querySelectorAll("[data-open-tender]").forEach((part) => {
    const form = part.closest("form");
    upon(form, async () => {
      const tender = part.dataset.openTender;
      const holder = part.dataset.holder;
      const file = part.querySelector("input[type=file]").files[0];
      const own = await subtle.importKey("jwk", JSON.parse(await file.text()), curve, false, ["deriveBits"]);
      const answer = await fetch(`/api/v1/procurement/tenders/${tender}/envelopes`);
      const envelopes = answer.ok ? await answer.json() : {};
      const lines = [];
      for (const [bid, envelope] of Object.entries(envelopes)) {
        try {
          const wrapped = JSON.parse(envelope)[holder];
          const other = await subtle.importKey("raw", bytes(wrapped.key), curve, false, []);
          const key = await wrapping(own, other, tender, holder);
          const share = await subtle.decrypt(
            { name: "AES-GCM", iv: bytes(wrapped.iv), additionalData: info(tender, holder) }, key, bytes(wrapped.box));
          lines.push(`${bid} ${base64(share)}`);
        } catch (unreadable) {
          console.warn(`a share of ${bid} can't be read`, unreadable);
        }
      }
      form.shares.value = lines.join("\n");
    });
  });
})();
