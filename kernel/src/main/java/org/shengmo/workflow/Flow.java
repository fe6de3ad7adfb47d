package org.shengmo.workflow;

/**
 * A way from one node to another.
 *
 * @param id its identifier in the file
 * @param answer the answer that takes this way out of a choice; empty where nothing is asked
 */
public record Flow(String id, String from, String to, String answer) {}
