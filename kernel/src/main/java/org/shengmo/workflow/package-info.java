/** Flowcharts: read, judged, kept by their content, and run by the BPMN engine. What is published is what runs. */
package org.shengmo.workflow;
