package org.shengmo.entitlement.web;

import org.shengmo.entitlement.Entitlement;

/** Somebody who approved, by name. */
public record ApproverView(Entitlement.Approver approver, String name) {}
