/** One ruler for every case: DMN decision tables compiled to SQL and measured over whole populations. */
package org.shengmo.ruler;
