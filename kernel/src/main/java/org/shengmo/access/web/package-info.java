/** The frame of all pages: what a template is given, where navigation leads, how refusals and faults reach the reader. */
@org.springframework.modulith.NamedInterface("web")
package org.shengmo.access.web;
