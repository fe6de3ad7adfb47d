"use strict";
// Drives the npm package "open311" (Code for America's client) through discovery, services, a report, its token and its state;
// prints what the client gave back. Its parsers of XML are asked for when it loads and never used for JSON.
const Module = require("module");
const find = Module._resolveFilename;
const none = ["sparkxml", "xml2json"];
Module._resolveFilename = (name, ...rest) => (none.includes(name) ? name : find(name, ...rest));
none.forEach((name) => { require.cache[name] = { id: name, filename: name, loaded: true, exports: {} }; });

const Open311 = Module.createRequire(process.argv[2] + "/")("open311");
const client = new Open311({ discovery: process.argv[3], apiKey: "none" });
const call = (name, ...given) => new Promise((done, failed) => {
  client[name](...given, (wrong, found) => (wrong ? failed(new Error(name + ": " + found)) : done(found)));
});

(async () => {
  const discovered = await call("serviceDiscovery", { cache: true });
  const services = await call("serviceList");
  const definition = await call("serviceDefinition", "water");
  const made = await call("submitRequest", {
    service_code: "water", description: process.argv[4], lat: 30.25, long: 120.15, attributes: { publish: "yes" },
  });
  const id = made[0].service_request_id;
  const code = /(\d{4} ){3}\d{4}/.exec(made[0].service_notice)[0].replace(/ /g, "");
  const token = await call("token", code);
  const one = await call("serviceRequests", id);
  const several = await call("serviceRequests", [id], { status: "open" });
  console.log(JSON.stringify({ discovered, services, definition, id, token, one, several }));
})().catch((wrong) => { console.error(wrong); process.exit(1); });
