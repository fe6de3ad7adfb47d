"use strict";
// Charts of what a table beside them holds: categories with one or two series, the second on an axis of its own.
document.addEventListener("DOMContentLoaded", function () {
  if (!window.echarts) return;
  document.querySelectorAll("[data-chart]").forEach(function (figure) {
    var data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    var canvas = figure.querySelector(".chart-canvas");
    var style = getComputedStyle(document.body);
    var ink = style.getPropertyValue("--ink").trim() || "#1f2933";
    var line = style.getPropertyValue("--line").trim() || "#ccd3da";
    var narrow = canvas.clientWidth < 500;
    var chart = echarts.init(canvas, null, { renderer: "canvas" });
    chart.setOption({
      animation: false,
      color: ["#1f5f99", "#8a6d1a"],
      textStyle: { fontFamily: style.fontFamily },
      grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, textStyle: { color: ink } },
      tooltip: { trigger: "axis", renderMode: "richText", confine: true },
      xAxis: { type: "category", data: data.categories, axisLabel: { color: ink, rotate: narrow ? 60 : 30, interval: 0 }, axisLine: { lineStyle: { color: line } } },
      yAxis: data.series.map(function (series, index) {
        return { type: "value", axisLabel: { color: ink, show: !narrow || index === 0 }, splitLine: { show: index === 0, lineStyle: { color: line } } };
      }),
      series: data.series.map(function (series, index) {
        return { name: series.name, type: index === 0 ? "bar" : "line", yAxisIndex: index, data: series.values, symbolSize: 7 };
      })
    });
    window.addEventListener("resize", function () { chart.resize(); });
  });
});
