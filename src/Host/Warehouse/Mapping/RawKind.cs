namespace Merit.Host.Warehouse.Mapping;

/// <summary>What a value of a source is, as far as converting it goes.</summary>
internal enum RawKind
{
    Text,
    Whole,
    Fraction,
    Decimal,
    Flag,
    Date,
    LocalTime,
    Instant,
    Other,
}

/// <summary>Reads kinds off the engine's types.</summary>
internal static class RawKinds
{
    public static RawKind Of(string engineType) => engineType switch
    {
        "VARCHAR" or "JSON" => RawKind.Text,
        "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "UHUGEINT" => RawKind.Whole,
        "FLOAT" or "DOUBLE" => RawKind.Fraction,
        "BOOLEAN" => RawKind.Flag,
        "DATE" => RawKind.Date,
        "TIMESTAMP" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => RawKind.LocalTime,
        "TIMESTAMP WITH TIME ZONE" => RawKind.Instant,
        _ when engineType.StartsWith("DECIMAL", StringComparison.Ordinal) => RawKind.Decimal,
        _ => RawKind.Other,
    };
}
