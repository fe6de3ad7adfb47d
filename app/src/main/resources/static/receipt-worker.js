"use strict";
// Answers with what was kept when there is no network, so that receipts can be checked without it. Keeps nothing by itself.
self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener("fetch", function (event) {
  if (event.request.method !== "GET") return;
  event.respondWith(fetch(event.request).catch(function (failure) {
    return caches.open("receipt").then(function (cache) {
      return cache.match(event.request, { ignoreSearch: event.request.mode === "navigate" });
    }).then(function (kept) { if (kept) return kept; throw failure; });
  }));
});
