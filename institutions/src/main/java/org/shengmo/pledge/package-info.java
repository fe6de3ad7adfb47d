/** Public promises of the year: programmes, milestones, money, delays with reasons, and the public's verdict. */
package org.shengmo.pledge;
