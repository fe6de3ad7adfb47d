-- Quantiles by Hyndman and Fan's estimate 8, over a sorted list; nothing where nothing was observed.
CREATE OR REPLACE TEMP MACRO quantile_position(n, tau) AS
    (n::DOUBLE + 1.0::DOUBLE / 3.0::DOUBLE) * tau::DOUBLE + 1.0::DOUBLE / 3.0::DOUBLE;

CREATE OR REPLACE TEMP MACRO quantile_eight(sorted, tau) AS
    nullif(CASE
        WHEN sorted IS NULL OR len(sorted) = 0 OR tau < 0 OR tau > 1 THEN NULL
        WHEN tau = 0 OR trunc(quantile_position(len(sorted), tau)) <= 0 THEN sorted[1]
        WHEN tau = 1 OR trunc(quantile_position(len(sorted), tau)) >= len(sorted) THEN sorted[len(sorted)]
        ELSE sorted[trunc(quantile_position(len(sorted), tau))::BIGINT]
            + (quantile_position(len(sorted), tau) - trunc(quantile_position(len(sorted), tau)))
            * (sorted[trunc(quantile_position(len(sorted), tau))::BIGINT + 1]
               - sorted[trunc(quantile_position(len(sorted), tau))::BIGINT])
    END, 'NaN'::DOUBLE);

-- The rounding error of a + b where s is their rounded sum.
CREATE OR REPLACE TEMP MACRO sum_error(a, b, s) AS (a - (s - (s - a))) + (b - (s - a));

-- base + 1.5 * range as one fused operation rounds it: fences are compared for equality with the ratios they come from.
CREATE OR REPLACE TEMP MACRO fence(base, spread) AS
    CASE
        WHEN isfinite(base) AND isfinite(spread) THEN
            ((spread + spread / 2) + base)
            + (sum_error(spread, spread / 2, spread + spread / 2)
               + sum_error(spread + spread / 2, base, (spread + spread / 2) + base))
        ELSE nullif(base + 1.5::DOUBLE * spread, 'NaN'::DOUBLE)
    END;
