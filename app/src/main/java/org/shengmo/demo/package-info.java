/** The demonstration: a fictional district, its replayed year, and a clock that can be moved. */
package org.shengmo.demo;
