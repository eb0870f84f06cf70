-- One day of new data, at the average rate of two years: touches of contacts there are, conversions, and a few touches that come late.
INSERT INTO touchpoints
SELECT 'day-' || i, 'c' || (1 + hash(i * 7) % $contacts),
  CASE WHEN i % 50 = 0 THEN TIMESTAMP '2025-06-01' ELSE TIMESTAMP '2026-01-01' END + to_seconds((hash(i * 3) % 86400)::BIGINT), 'cmp-01', 'paid-search'
FROM range($touches // 730) r(i);
INSERT INTO conversions
SELECT 'day-order:' || i, 'sale', 'c' || (1 + hash(i * 7) % $contacts), NULL, 'c' || i, NULL, TIMESTAMP '2026-01-02', 10, NULL, false
FROM range($contacts // 730) r(i);
