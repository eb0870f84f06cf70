using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>The columns of a table of the workspace's own whose source maps none: all it has, under names scripts can write, of the narrowest type all values fit.</summary>
internal static partial class ColumnInference
{
    private static readonly (ColumnType Type, string Test)[] Tests =
    [
        // Written the way it would be printed: 007 is a code, not a number.
        (ColumnType.Integer, "CAST(TRY_CAST({0} AS BIGINT) AS VARCHAR) = {0}"),
        (ColumnType.Number, "regexp_full_match({0}, '-?(0|[1-9]\\d*)(\\.\\d+)?')"),
        (ColumnType.Date, "regexp_full_match({0}, '\\d{{4}}-\\d{{2}}-\\d{{2}}') AND TRY_CAST({0} AS DATE) IS NOT NULL"),
        (ColumnType.Timestamp, "regexp_full_match({0}, '\\d{{4}}-\\d{{2}}-\\d{{2}}[ T]\\d{{2}}:.*') AND TRY_CAST({0} AS TIMESTAMPTZ) IS NOT NULL"),
        (ColumnType.Flag, "lower({0}) IN ('true', 'false')"),
    ];

    public static IReadOnlyList<ColumnMapping> Columns(Session session, Staged staged, Place at)
    {
        var names = ColumnNames.From(staged.Columns.Select((c, i) => NameFor(c.Name, i)));
        return [.. staged.Columns.Select((c, i) => new ColumnMapping { Name = names[i], From = c.Name, Type = TypeOf(session, staged, c), At = at })];
    }

    private static ColumnType TypeOf(Session session, Staged staged, StagedColumn column) => RawKinds.Of(column.Type) switch
    {
        RawKind.Whole => ColumnType.Integer,
        RawKind.Fraction => ColumnType.Number,
        RawKind.Decimal => ColumnType.Money,
        RawKind.Flag => ColumnType.Flag,
        RawKind.Date => ColumnType.Date,
        RawKind.LocalTime or RawKind.Instant => ColumnType.Timestamp,
        RawKind.Text => OfText(session, staged, SqlText.Name(column.Name)),
        _ => ColumnType.Text,
    };

    private static ColumnType OfText(Session session, Staged staged, string column)
    {
        var tests = Tests.Select(t => $"count(*) FILTER ({string.Format(System.Globalization.CultureInfo.InvariantCulture, t.Test, column)})");
        var counts = session.Query(
            $"SELECT count(*) FILTER ({column} <> ''), {string.Join(", ", tests)} FROM {staged.Relation}",
            r => Enumerable.Range(0, Tests.Length + 1).Select(r.GetInt64).ToList())[0];
        var fitting = Array.FindIndex(Tests, t => counts[Array.IndexOf(Tests, t) + 1] == counts[0]);
        return counts[0] == 0 || fitting < 0 ? ColumnType.Text : Tests[fitting].Type;
    }

    private static string NameFor(string column, int index)
    {
        var name = NotInNames().Replace(column.ToLowerInvariant(), "_").Trim('_');
        return name.Length == 0 ? ColumnNames.Numbered(index + 1, 1)[0] : char.IsAsciiDigit(name[0]) ? $"_{name}" : name;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NotInNames();
}
