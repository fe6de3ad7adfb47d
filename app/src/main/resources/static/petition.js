"use strict";
// A form that was filled in on site is not lost: it is kept in the browser when the connection is bad, and sent later. The
// token drawn with it makes sending it twice the same as once.
(function () {
  var KEY = "shengmo-outreach";
  var form = document.getElementById("outreach");
  var box = document.getElementById("kept-forms");
  if (!form || !window.localStorage) return;

  function kept() {
    try { return JSON.parse(localStorage.getItem(KEY) || "[]"); } catch (broken) { return []; }
  }
  function keep(all) {
    localStorage.setItem(KEY, JSON.stringify(all));
    say(all.length ? box.dataset.waiting + ": " + all.length : "");
  }
  function say(text) {
    box.hidden = !text;
    box.textContent = text;
  }
  function token() {
    var bytes = new Uint8Array(18);
    crypto.getRandomValues(bytes);
    return Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
  }
  function draft() {
    var values = {};
    new FormData(form).forEach(function (value, name) {
      if (typeof value === "string" && name !== "_csrf") values[name] = value;
    });
    return values;
  }
  function files() {
    return Promise.all(Array.from(form.elements.files.files).map(function (file) {
      return new Promise(function (done) {
        var reader = new FileReader();
        reader.onload = function () { done({ name: file.name, data: reader.result }); };
        reader.readAsDataURL(file);
      });
    }));
  }
  function blob(data) {
    var bytes = atob(data.slice(data.indexOf(",") + 1));
    return new Blob([Uint8Array.from(bytes, function (letter) { return letter.charCodeAt(0); })]);
  }
  function send(entry) {
    var body = new FormData();
    body.append("_csrf", form.elements._csrf.value);
    Object.keys(entry.values).forEach(function (name) { body.append(name, entry.values[name]); });
    (entry.files || []).forEach(function (file) { body.append("files", blob(file.data), file.name); });
    return fetch(form.action, { method: "POST", body: body, credentials: "same-origin" }).then(function (answer) {
      return answer.text().then(function (text) { return { status: answer.status, text: text }; });
    });
  }
  function flush() {
    var all = kept();
    if (!all.length) return;
    send(all[0]).then(function (answer) {
      var code = /id="receipt-code">([0-9 ]+)</.exec(answer.text);
      if (answer.status === 200 && code) {
        keep(all.slice(1));
        say(box.dataset.sent + " " + code[1]);
        flush();
      } else if (answer.text.indexOf('id="outreach"') >= 0) {
        // The form came back with faults: what was filled in comes back with it.
        keep(all.slice(1));
        fill(all[0].values);
        say(box.dataset.failed);
      } else {
        say(box.dataset.waiting + ": " + all.length);
      }
    }).catch(function () { say(box.dataset.waiting + ": " + all.length); });
  }
  // What is being typed outlives a reload.
  var typing = KEY + "-typing";
  function restore() { fill(JSON.parse(localStorage.getItem(typing) || "{}")); }
  function fill(values) {
    Object.keys(values).forEach(function (name) {
      var field = form.elements[name];
      if (field && name !== "_page" && !field.value) field.value = values[name];
    });
  }
  form.addEventListener("input", function () { localStorage.setItem(typing, JSON.stringify(draft())); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!form.elements.token.value) form.elements.token.value = token();
    var values = draft();
    files().then(function (attached) {
      var all = kept().concat([{ values: values, files: attached }]);
      var whole = true;
      try { keep(all); } catch (full) { whole = false; keep(kept().concat([{ values: values, files: [] }])); }
      form.reset();
      form.elements.token.value = "";
      localStorage.removeItem(typing);
      if (whole) flush(); else say(box.dataset.large);
    });
  });
  window.addEventListener("online", flush);
  restore();
  keep(kept());
  flush();
})();
