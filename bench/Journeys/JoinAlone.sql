SELECT count(*), count(t.channel), sum(c.value), sum(epoch_us(t.occurred_at) % 7)
FROM conversions c
JOIN touchpoints t ON t.contact_id = c.contact_id AND t.occurred_at BETWEEN c.converted_at - INTERVAL 90 DAYS AND c.converted_at
