"use strict";
// A form is sent once, however often its button is pressed.
document.addEventListener("submit", function (event) {
  var form = event.target;
  if (!form.hasAttribute("data-once") || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  form.querySelectorAll("button[type=submit]").forEach(function (button) { button.setAttribute("aria-disabled", "true"); });
});
// A file that is too large is told before anything is sent, so that nothing typed is lost.
document.addEventListener("change", function (event) {
  if (event.target.type !== "file") return;
  var most = Number(document.body.dataset.fileMost), large = Array.prototype.find.call(event.target.files, function (file) { return file.size > most; });
  event.target.setCustomValidity(large ? document.body.dataset.fileLarge.replace("@", large.name) : "");
  event.target.reportValidity();
});
// Coming back to a page from the history: its form may be sent again.
window.addEventListener("pageshow", function () {
  document.querySelectorAll("form[data-sent]").forEach(function (form) {
    delete form.dataset.sent;
    form.querySelectorAll("button[aria-disabled]").forEach(function (button) { button.removeAttribute("aria-disabled"); });
  });
});
// A form that came back: what is wrong is read first.
document.addEventListener("DOMContentLoaded", function () {
  var first = document.getElementById("faults") || document.getElementById("refusal");
  if (first) first.focus();
});
// An open menu closes on Escape and on a press elsewhere.
document.addEventListener("keydown", function (event) {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.menu[open]").forEach(function (menu) { menu.open = false; menu.querySelector("summary").focus(); });
});
document.addEventListener("click", function (event) {
  document.querySelectorAll("details.menu[open]").forEach(function (menu) { if (!menu.contains(event.target)) menu.open = false; });
});
// Requests that htmx makes carry the session's token.
document.addEventListener("htmx:configRequest", function (event) {
  var token = document.querySelector("input[name=_csrf]");
  if (token && event.detail.verb !== "get") event.detail.headers["X-CSRF-TOKEN"] = token.value;
});
// A list that is being fetched says so to a screen reader too.
["htmx:beforeRequest", "htmx:afterRequest"].forEach(function (name) {
  document.addEventListener(name, function () {
    var list = document.getElementById("list");
    if (list) list.setAttribute("aria-busy", String(name === "htmx:beforeRequest"));
  });
});
