using Merit.Metrics.Language;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Requests;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning;

/// <summary>The query of one scan: the fact's rows with what is needed of them, then one aggregation at the grain.</summary>
internal sealed partial class ScanQuery
{
    private readonly Question question;
    private readonly Scan scan;
    private readonly FactRows rows;
    private readonly RowValues values;
    private readonly List<SqlOutput> columns = [];
    private readonly Dictionary<RowNode, string> named = [];
    private readonly Frame days;

    private ScanQuery(Question question, Scan scan, Frame days)
    {
        (this.question, this.scan, this.days) = (question, scan, days);
        rows = new FactRows(scan.Fact.Name, question.Context, scan.Path is { } path ? PathQuery.Name(path) : null);
        values = new RowValues(scan.Fact.Name, rows, question.Context);
    }

    private DateOnly? From => scan.Span == Span.Period ? days.From : null;

    private DateOnly? To => scan.Span == Span.AllTime ? null : days.To;

    private SqlFunctions Functions => question.Context.Functions;

    public static SqlSelect Of(Question question, Scan scan, ScanSlice slice) => new ScanQuery(question, scan, slice.Days).Build(slice);

    /// <summary>The days of the rows that count, for a spine of the days there are.</summary>
    public static SqlSelect Days(Question question, Scan scan, Frame days, string name) => new ScanQuery(question, scan, days).BuildDays(name);

    private SqlSelect BuildDays(string name)
    {
        var day = Day();
        var where = SqlExpr.All(Where().ToList());
        return new SqlSelect { Columns = [new SqlOutput(day, name)], From = rows.Source, Joins = rows.Joins, Where = where };
    }

    private IEnumerable<SqlExpr> Where() => InPeriod().Concat(WhileWatched()).Concat(question.Where.Select(w => w.Test.Condition(Compared(w.Dimension, w.Test))));

    private SqlSelect Build(ScanSlice slice)
    {
        foreach (var (dimension, name) in slice.By)
        {
            columns.Add(new SqlOutput(dimension switch
            {
                { Grain: { } grain } => slice.Frames is { } frames ? new SqlColumn(frames.Name, name) : GroupStart(grain),
                { Age: { } unit } => Age(unit),
                _ => rows.Value(dimension),
            }, name));
        }

        if (scan.Series is { } series)
        {
            return Levels(series, slice);
        }

        if (scan.Among is { } among)
        {
            return Spread(among, slice);
        }

        var measures = scan.Measures.Select(m => new SqlOutput(Aggregated(m), m.Column)).ToList();
        var inner = Inner(slice);
        return Grouping.Select(
            question,
            new SqlSubquery(inner),
            slice.Counted ? [new SqlOutput(new SqlAggregate("count", []), QuestionShape.Rows), .. measures] : measures,
            [.. slice.By.Select(b => b.Column)],
            slice.Totals);
    }

    private SqlSelect Inner(ScanSlice slice)
    {
        var where = SqlExpr.All(Where().ToList());
        var inFrame = slice.Frames is { } read ? new[] { read.Join(Day()) } : [];
        return new SqlSelect
        {
            Columns = columns.Count == 0 ? [new SqlOutput(SqlExpr.True, QuestionShape.Rows)] : [.. columns],
            From = rows.Source,
            Joins = [.. rows.Joins, .. inFrame],
            Where = where,
        };
    }

    private SqlExpr GroupStart(TimeGrain grain) => Functions.GroupStart(grain, Day());

    // Only rows between the bounds come this far.
    private SqlExpr Day() => Day(scan.Time, From, To);

    // How long after its member began a row happened.
    private SqlExpr Age(TimeGrain unit) => Functions.GroupsBetween(unit, Day(), Day(scan.Happened, null, null));

    private IEnumerable<SqlExpr> WhileWatched()
    {
        if (scan.Reading.Cohort is { } cohort)
        {
            yield return new SqlBetween(Age(cohort.Grain), new SqlConstant(0L), new SqlConstant((long)cohort.Count - 1));
        }
    }

    private SqlExpr Day(Semantics.Reach? reach, DateOnly? from, DateOnly? to)
    {
        var time = reach ?? throw new InvalidOperationException($"{scan.Fact.Name} has no time.");
        var value = rows.Value(time);
        return time.Type == ColumnType.Timestamp ? Functions.LocalDay(value, from, to) : value;
    }

    private SqlExpr Compared(Semantics.Dimension dimension, FilterTest test)
    {
        if (dimension.Grain is { } grain)
        {
            return GroupStart(grain);
        }

        var value = rows.Value(dimension) ?? throw new InvalidOperationException($"{scan.Fact.Name} has no {dimension.Id}.");
        return dimension.Type == ColumnType.Timestamp && test.ByDay ? new SqlCast(value, SqlType.Date) : value;
    }

    private IEnumerable<SqlExpr> InPeriod()
    {
        if (scan.Time is not { } time)
        {
            yield break;
        }

        if (scan.Dated || scan.Series is not null)
        {
            yield return new SqlIsNull(rows.Value(time), Negated: true);
        }

        if (From is { } from)
        {
            yield return new SqlBinary(SqlOperator.GreaterOrEqual, rows.Value(time), Bound(time.Type, from));
        }

        if (To is { } to)
        {
            yield return new SqlBinary(SqlOperator.Less, rows.Value(time), Bound(time.Type, to));
        }
    }

    private SqlExpr Bound(ColumnType type, DateOnly day) => type == ColumnType.Timestamp ? Functions.StartOf(day) : new SqlConstant(day);

    private SqlExpr Aggregated(ScanMeasure measure)
    {
        var filter = Filter(measure);
        if (measure.Credit is { } credit)
        {
            return Credit(measure, credit, filter);
        }

        if (measure.Value is not { } node)
        {
            return SqlFunctions.ToNumber(new SqlAggregate("count", [], Filter: filter));
        }

        var value = Named(node, ValueName(measure, node));
        var isFloating = values.TypeOf(node) == ColumnType.Number;
        return measure.Function switch
        {
            AggregateFunction.Count => SqlFunctions.ToNumber(new SqlAggregate("count", [value], Filter: filter)),
            AggregateFunction.CountDistinct => SqlFunctions.ToNumber(new SqlAggregate("count", [value], Distinct: true, filter)),
            AggregateFunction.Sum when isFloating => Rounded(new SqlAggregate("fsum", [value], Filter: filter)),
            AggregateFunction.Average when isFloating => new SqlAggregate("favg", [value], Filter: filter),
            AggregateFunction.Sum => SqlFunctions.ToNumber(new SqlAggregate("sum", [value], Filter: filter)),
            AggregateFunction.Average => SqlFunctions.ToNumber(new SqlAggregate("avg", [value], Filter: filter)),
            AggregateFunction.Median => new SqlAggregate("median", [SqlFunctions.ToNumber(value)], Filter: filter),
            AggregateFunction.Percentile => new SqlAggregate("quantile_cont", [SqlFunctions.ToNumber(value), new SqlConstant(measure.Fraction)], Filter: filter),
            AggregateFunction.Min => SqlFunctions.ToNumber(new SqlAggregate("min", [value], Filter: filter)),
            _ => SqlFunctions.ToNumber(new SqlAggregate("max", [value], Filter: filter)),
        };
    }

    private static string ValueName(ScanMeasure measure, RowNode value) => value is ColumnNode column ? column.Name : $"{measure.Column} of";

    // Shares are doubles, whose sum depends on the order of the rows; as exact decimals it does not.
    private SqlExpr Credit(ScanMeasure measure, CreditOf credit, SqlExpr? filter)
    {
        var model = measure.Model ?? throw new InvalidOperationException("Credit without a model.");
        var share = rows.Own(model);
        if (credit == CreditOf.Customers)
        {
            var first = Named(new ColumnNode(scan.Fact.Name, nameof(CreditsTable.first_sale)), nameof(CreditsTable.first_sale));
            filter = filter is null ? first : new SqlBinary(SqlOperator.And, first, filter);
        }

        var worth = credit switch
        {
            CreditOf.Revenue => Column($"{model} revenue", () => Worth(share, rows.Own(nameof(CreditsTable.value)))),
            CreditOf.Margin => Column($"{model} margin", () => Worth(
                share, new SqlBinary(SqlOperator.Subtract, rows.Own(nameof(CreditsTable.value)), rows.Own(nameof(CreditsTable.cost_of_goods))))),
            _ => Column($"{model} share", () => new SqlCast(share, SqlType.Share)),
        };
        return Rounded(SqlFunctions.ToNumber(new SqlAggregate("sum", [worth], Filter: filter)));
    }

    private static SqlCast Worth(SqlExpr share, SqlExpr value) => new(new SqlBinary(SqlOperator.Multiply, share, SqlFunctions.ToNumber(value)), SqlType.Worth);

    private SqlColumn Column(string name, Func<SqlExpr> value)
    {
        if (!columns.Any(c => string.Equals(c.Name, name, StringComparison.Ordinal)))
        {
            columns.Add(new SqlOutput(value(), name));
        }

        return new SqlColumn(null, name);
    }

    private SqlExpr Named(RowNode node, string wanted)
    {
        if (!named.TryGetValue(node, out var name))
        {
            named[node] = name = columns.Any(c => string.Equals(c.Name, wanted, StringComparison.Ordinal)) ? question.Shape.Name(wanted) : wanted;
            columns.Add(new SqlOutput(values.Of(node), name));
        }

        return new SqlColumn(null, name);
    }

    private static SqlExpr Rounded(SqlExpr value) => new SqlCall("round", [value, new SqlConstant(9L)]);
}
