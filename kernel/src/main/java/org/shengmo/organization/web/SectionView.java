package org.shengmo.organization.web;

import java.util.List;

/** A section that a higher room contributed, with its lines. */
public record SectionView(String title, String empty, List<PersonSection.Line> lines) {}
