package org.shengmo.procurement;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A public project to be taken up.
 *
 * @param owner the body it is for
 * @param estimate yuan, above zero
 */
public record NewProject(String title, String text, Category category, UUID owner, String place, BigDecimal estimate) {}
