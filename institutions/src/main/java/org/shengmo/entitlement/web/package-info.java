/** The pages and the API of the welfare review: workbench, notices to print, the household's answer, public results. */
package org.shengmo.entitlement.web;
