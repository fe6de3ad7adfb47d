package org.shengmo.charter.web;

import java.time.LocalDate;

/**
 * Who endorses a version.
 *
 * @param post the post
 * @param person who endorsed; empty while nobody has
 * @param on when; null while nobody has
 * @param entry the docket entry; 0 while there is none
 */
public record SignerView(String post, String person, LocalDate on, long entry) {}
