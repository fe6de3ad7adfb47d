/** One PostgreSQL database: a schema a package, migrated in ladder order, with grants that keep append-only tables so. */
package org.shengmo.store;
