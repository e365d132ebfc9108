-- The loans of an imaginary library.

-- region per månad
WITH månad AS (
    SELECT date_trunc('month', lånad) AS första,
           filial,
           count(*) AS antal
    FROM lån
    WHERE lånad >= '2025-01-01'
    GROUP BY första, filial
)
SELECT första,
       filial,
       antal,
       antal - lag(antal) OVER (
           PARTITION BY filial
           ORDER BY första
       ) AS förändring   -- mot månaden före
FROM månad
ORDER BY filial, första;
-- endregion
