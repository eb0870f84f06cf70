namespace Merit.Plugins.Connectors;

/// <summary>How <see cref="Files"/> are written.</summary>
public abstract record FileFormat
{
    private protected FileFormat()
    {
    }
}

/// <summary>Delimited text. A byte-order mark is always skipped.</summary>
public sealed record CsvFormat : FileFormat
{
    /// <summary>What separates fields; null to find out.</summary>
    public string? Delimiter { get; init; }

    /// <summary>What surrounds fields that hold a delimiter or a line break; null for the usual double quote.</summary>
    public string? Quote { get; init; }

    /// <summary>An IANA encoding name (<c>utf-8</c>, <c>gb18030</c>, <c>windows-1252</c>, <c>utf-16</c>).</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Whether the first line (after <see cref="Skip"/>) names the columns.</summary>
    public bool Header { get; init; } = true;

    /// <summary>Lines to skip at the top of each file.</summary>
    public int Skip { get; init; }

    /// <summary>Whether a row with too few fields lacks values at its end (true) or is broken (false); null to judge by what the file does elsewhere.</summary>
    public bool? PadShortRows { get; init; }

    /// <summary>Texts that mean "no value", besides an empty field.</summary>
    public IReadOnlyList<string> Nulls { get; init; } = [];
}

/// <summary>Parquet.</summary>
public sealed record ParquetFormat : FileFormat;

/// <summary>JSON: an array of objects, or with <see cref="Lines"/> one object a line (NDJSON).</summary>
public sealed record JsonFormat : FileFormat
{
    /// <summary>One object a line.</summary>
    public bool Lines { get; init; }
}

/// <summary>A database file of DuckDB, one at a time: a table of it, or what a SELECT gives.</summary>
public sealed record DuckDbFormat : FileFormat
{
    /// <summary>The table or view, its schema and a dot before it where it is not the usual one.</summary>
    public string? Table { get; init; }

    /// <summary>A SELECT, instead of a table.</summary>
    public string? Query { get; init; }
}
