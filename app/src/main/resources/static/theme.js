"use strict";
// Sets light or dark before the page is painted: as the reader chose, else as the device prefers.
(function () {
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  var root = document.documentElement;
  function chosen() { try { return localStorage.getItem("shengmo-theme"); } catch (denied) { return null; } }
  function set() { root.setAttribute("data-bs-theme", chosen() || (dark.matches ? "dark" : "light")); }
  function tell(button) { button.hidden = false; button.setAttribute("aria-pressed", String(root.getAttribute("data-bs-theme") === "dark")); }
  function all() { document.querySelectorAll("button.theme").forEach(tell); }
  set();
  dark.addEventListener("change", function () { set(); all(); });
  document.addEventListener("DOMContentLoaded", all);
  document.addEventListener("click", function (event) {
    if (!event.target.closest("button.theme")) return;
    var next = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    try { localStorage.setItem("shengmo-theme", next); } catch (denied) { /* kept for this page only */ }
    root.setAttribute("data-bs-theme", next);
    all();
  });
})();
