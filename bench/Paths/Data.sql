-- The same paths on every machine: everything comes from hashes of the row's number. Lengths are geometric with mean 4; some channels are more frequent than others;
-- every fifth row converts.
COPY (
  SELECT list_aggregate(list_transform(range(length), lambda p: names[1 + least(hash(i * 31 + p * 1000003) % $channels, hash(i * 37 + p * 999983 + 5) % $channels)::INTEGER]), 'string_agg', ' > ') AS path,
    (hash(i * 5) % 10 < 2)::INTEGER AS total_conversions,
    CASE WHEN hash(i * 5) % 10 < 2 THEN (hash(i * 77) % 10000) / 100 ELSE 0 END AS total_conversion_value,
    (hash(i * 5) % 10 >= 2)::INTEGER AS total_null
  FROM (
    SELECT i, list_transform(range($channels), lambda c: 'channel-' || c) AS names, 1 + floor(ln(1e-9 + (hash(i * 3) % 1000000) / 1e6) / ln(0.75))::BIGINT AS length
    FROM range($rows) r(i)
  )
) TO '$file' (HEADER);
