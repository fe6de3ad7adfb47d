/** What must follow from an upheld finding: measures, effect periods, appeal; answers clearance. Never establishes facts. */
package org.shengmo.consequence;
