using Merit.Diagnostics;

namespace Merit.Metrics.Requests;

/// <summary>Reads filters: <c>channel = email</c>, <c>leads.score &gt;= 80</c>, <c>source in (webinar, 'paid search')</c>. One grammar for
/// command line, front matter, addresses and API.</summary>
public static class FilterParser
{
    private const string NoValue = "(none)";

    // Longer ones first, so that >= is not read as > and =.
    private static readonly (string Text, FilterOperator Operator)[] Signs =
    [
        ("!=", FilterOperator.NotEqual), (">=", FilterOperator.GreaterOrEqual), ("<=", FilterOperator.LessOrEqual),
        ("=", FilterOperator.Equal), (">", FilterOperator.Greater), ("<", FilterOperator.Less),
    ];

    /// <summary>Reads a filter; throws <see cref="MeritException"/> naming the character at fault.</summary>
    /// <param name="text">A dimension, an operator and a value. A value may be quoted with ' or " (doubled inside); unquoted it may hold
    /// spaces; <c>(none)</c> stands for no value.</param>
    public static Filter Parse(string text)
    {
        var reader = new FilterReader(text);
        var dimension = reader.Name() ?? throw reader.Fault("a dimension is expected");
        var op = Operator(reader);
        IReadOnlyList<string?> values = op is FilterOperator.In or FilterOperator.NotIn ? List(reader) : [Single(reader, op)];
        if (!reader.AtEnd)
        {
            throw reader.Fault("nothing may follow the value; quote a value that holds quotes or brackets");
        }

        return new Filter(dimension, op, values);
    }

    private static FilterOperator Operator(FilterReader reader)
    {
        foreach (var (sign, op) in Signs)
        {
            if (reader.Take(sign))
            {
                return !reader.Sees('=') ? op : throw reader.Fault("one '=' is enough");
            }
        }

        var word = reader.Word();
        return word?.ToLowerInvariant() switch
        {
            "in" => FilterOperator.In,
            "contains" => FilterOperator.Contains,
            "not" when string.Equals(reader.Word(), "in", StringComparison.OrdinalIgnoreCase) => FilterOperator.NotIn,
            _ => throw reader.Fault("an operator is expected: = != in, not in, > >= < <= contains"),
        };
    }

    private static string? Single(FilterReader reader, FilterOperator op)
    {
        var value = reader.Sees('\'') || reader.Sees('"') ? reader.Quoted() : Missing(reader.Rest());
        return value is not null || op is FilterOperator.Equal or FilterOperator.NotEqual
            ? value
            : throw reader.Fault("'no value' can only be asked with = and !=");
    }

    private static List<string?> List(FilterReader reader)
    {
        if (!reader.Take("("))
        {
            throw reader.Fault("a list in brackets is expected");
        }

        var values = new List<string?>();
        do
        {
            values.Add(reader.Sees('\'') || reader.Sees('"') ? reader.Quoted() : reader.Take(NoValue) ? null : reader.Item());
        }
        while (reader.Take(","));

        return reader.Take(")") ? values : throw reader.Fault("a ')' is missing");
    }

    private static string? Missing(string value) => string.Equals(value, NoValue, StringComparison.OrdinalIgnoreCase) ? null : value;
}
