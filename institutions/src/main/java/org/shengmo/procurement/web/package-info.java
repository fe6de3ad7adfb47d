/** Procurement's pages and API: public to read, sealed bids from anyone, forms for those assigned. */
package org.shengmo.procurement.web;
