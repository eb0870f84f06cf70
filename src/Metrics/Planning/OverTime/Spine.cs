using Merit.Metrics.Language;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Requests;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning.OverTime;

/// <summary>The groups of days of a period, with or without rows: every one has its rolling figure and the one before it. Where the period has no bounds, from the
/// first day of a row to the last.</summary>
internal sealed class Spine(Question question, Period period, IReadOnlyList<Scan> scans, bool isBefore)
{
    private readonly List<SqlNamed> added = [];
    private readonly Dictionary<string, Frames?> frames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, string From, string To)> groups = new(StringComparer.Ordinal);
    private string? days;

    private SqlFunctions Functions => question.Context.Functions;

    private DateOnly Today => question.Context.Settings.Today;

    /// <summary>All groups of days of the answer, where any measure needed them.</summary>
    public SqlSelect? Buckets =>
        groups.GetValueOrDefault(Key(TimeColumns(question.By))) is { Name: { } name }
            ? new SqlSelect { Columns = [new SqlOutput(new SqlConstant(false), QuestionShape.Total), .. TimeColumns(question.By).Select(c => new SqlOutput(new SqlColumn(null, c), null)), new SqlOutput(new SqlConstant(0L), QuestionShape.Rows)], From = new SqlTable(name) }
            : null;

    /// <summary>The queries that were made since this was last asked.</summary>
    public IReadOnlyList<SqlNamed> Added()
    {
        SqlNamed[] made = [.. added];
        added.Clear();
        return made;
    }

    /// <summary>The days a measure reads for each group of days; null where none are meant.</summary>
    public Frames? Frames(IReadOnlyList<(Dimension Dimension, string Column)> by, IReadOnlyList<TimeMove> moves)
    {
        var columns = TimeColumns(by);
        var text = string.Join(", ", moves.Select(m => m.Text));
        var key = $"{Key(columns)}: {text}";
        if (!frames.TryGetValue(key, out var known))
        {
            frames[key] = known = Make(by, columns, moves, text);
        }

        return known;
    }

    private Frames? Make(IReadOnlyList<(Dimension Dimension, string Column)> by, IReadOnlyList<string> columns, IReadOnlyList<TimeMove> moves, string text)
    {
        var finest = by.Select(b => b.Dimension.Grain).OfType<TimeGrain>().Min();
        var (source, from, to) = Groups(by, columns);
        if (new FrameQuery(columns, from, to, Today, Functions).Of(source, TimeStep.Of(finest, 1), moves) is not { } moved)
        {
            return null;
        }

        var name = Named($"{string.Join(" ", columns)} {text}", moved.Query);
        return new Frames(name, moved.HasFrom ? from : null, to);
    }

    // A group of days is what its week, its month and the period share. What has not happened yet is left out, unless nothing of it has.
    private (string Name, string From, string To) Groups(IReadOnlyList<(Dimension Dimension, string Column)> by, IReadOnlyList<string> columns)
    {
        if (groups.TryGetValue(Key(columns), out var known))
        {
            return known;
        }

        days ??= Named("days", EachDay());
        IReadOnlyList<TimeGrain> grains = [.. by.Select(b => b.Dimension.Grain).OfType<TimeGrain>()];
        var starts = grains.Select(g => Functions.GroupStart(g, new SqlColumn(null, "day"))).ToList();
        var distinct = new SqlSelect { Columns = [.. columns.Zip(starts, (column, start) => new SqlOutput(start, column))], From = new SqlTable(days), GroupBy = starts };
        var (from, to) = (question.Shape.Name("from"), question.Shape.Name("to"));
        var (first, end) = Ends([.. columns.Zip(grains)]);
        var name = Named($"{string.Join(" ", columns)} of the period", new SqlSelect
        {
            Columns = [.. columns.Select(c => new SqlOutput(new SqlColumn(null, c), null)), new SqlOutput(first, from), new SqlOutput(end, to)],
            From = new SqlSubquery(distinct),
        });
        return groups[Key(columns)] = (name, from, to);
    }

    private (SqlExpr First, SqlExpr End) Ends(IReadOnlyList<(string Column, TimeGrain Grain)> by)
    {
        // A day is in whatever week and period it is in.
        var isDay = by.Any(b => b.Grain == TimeGrain.Day);
        var counted = isDay ? [by.First(b => b.Grain == TimeGrain.Day)] : by;
        var first = SqlFunctions.Latest([.. counted.Select(b => (SqlExpr)new SqlColumn(null, b.Column)), .. Bound(isDay ? null : period.From)]);
        IReadOnlyList<SqlExpr> ends = [.. counted.Select(b => SqlFunctions.DayAfter(new SqlColumn(null, b.Column), TimeStep.Of(b.Grain, 1))), .. Bound(isDay ? null : period.To)];
        if (period.To <= Today.AddDays(1))
        {
            return (first, SqlFunctions.Earliest(ends));
        }

        var begun = new SqlBinary(SqlOperator.LessOrEqual, first, new SqlConstant(Today));
        return (first, new SqlCase([(begun, SqlFunctions.Earliest([.. ends, new SqlConstant(Today.AddDays(1))]))], SqlFunctions.Earliest(ends)));
    }

    private static SqlConstant[] Bound(DateOnly? day) => day is { } bound ? [new SqlConstant(bound)] : [];

    private SqlSelect EachDay()
    {
        if (period is { From: { } from, To: { } to })
        {
            return Series(new SqlConstant(from), new SqlConstant(to.AddDays(-1)), null);
        }

        var known = scans.Where(s => s is { Time: not null, Span: Span.Period }).DistinctBy(s => (s.Fact.Name, s.Time, s.Dated))
            .Select(s => (SqlQuery)ScanQuery.Days(question, s, Frame.Of(period), "day")).ToList();
        var day = new SqlColumn(null, "day");
        var bounds = Named("first and last day", new SqlSelect
        {
            Columns = [new SqlOutput(new SqlAggregate("min", [day]), "first"), new SqlOutput(new SqlAggregate("max", [day]), "last")],
            From = new SqlSubquery(known.Count == 1 ? known[0] : new SqlUnion(known)),
        });
        return Series(
            period.From is { } begin ? new SqlConstant(begin) : new SqlColumn(null, "first"),
            period.To is { } end ? new SqlConstant(end.AddDays(-1)) : new SqlColumn(null, "last"),
            bounds);
    }

    private static SqlSelect Series(SqlExpr first, SqlExpr last, string? bounds) => new()
    {
        Columns = [new SqlOutput(SqlFunctions.EachDay(first, last), "day")],
        From = bounds is null ? null : new SqlTable(bounds),
    };

    private string Named(string wanted, SqlSelect query)
    {
        var name = question.Shape.Name(isBefore ? $"{wanted} before" : wanted);
        added.Add(new SqlNamed(name, query));
        return name;
    }

    private static IReadOnlyList<string> TimeColumns(IEnumerable<(Dimension Dimension, string Column)> by) =>
        [.. by.Where(b => b.Dimension.Grain is not null).Select(b => b.Column)];

    private static string Key(IReadOnlyList<string> columns) => string.Join(" ", columns);
}
