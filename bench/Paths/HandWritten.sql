-- What an analyst would write: conversions by first, last and linear touch, and the transitions of a chain of order 1, from one table of split paths.
CREATE OR REPLACE TABLE split AS
SELECT row_number() OVER () AS journey, string_split(path, ' > ') AS touches, total_conversions, total_conversion_value, total_null FROM read_csv('$file', header = true);
CREATE OR REPLACE TABLE by_hand AS
SELECT channel, sum(total_conversions) FILTER (WHERE position = 1) AS "first", sum(total_conversions) FILTER (WHERE position = count) AS "last", sum(total_conversions / count) AS "linear"
FROM (SELECT unnest(touches) AS channel, generate_subscripts(touches, 1) AS position, len(touches) AS count, total_conversions FROM split) GROUP BY channel;
CREATE OR REPLACE TABLE transitions AS
SELECT before, after, sum(total_conversions), sum(total_conversion_value), sum(total_null)
FROM (SELECT unnest(list_prepend('(start)', touches)) AS before, unnest(list_append(touches, '(end)')) AS after, total_conversions, total_conversion_value, total_null FROM split) GROUP BY ALL;
