/** Rows in and out: workbooks read with every fault placed; lists filtered, sorted, paged, exported. */
package org.shengmo.workbook;
