package org.shengmo.wording;

/**
 * One fault of an input, with its place.
 *
 * @param place where: a form field's name, or sheet, row and column of a workbook such as {@code 职务!C12}
 * @param text what is wrong and what to do
 */
public record Fault(String place, Text text) {}
