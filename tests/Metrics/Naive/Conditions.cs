using Merit.Metrics.Language;
using static Merit.Metrics.Language.Define;
using Rows = Merit.Metrics.Language.Rows;

namespace Merit.Metrics.Tests.Naive;

/// <summary>Conditions, texts and times, each said three times.</summary>
internal static class Conditions
{
    public static Term Compared(string op, Term left, Term right)
    {
        var kind = op switch
        {
            "==" => RowOperator.Equal,
            "!=" => RowOperator.NotEqual,
            "<" => RowOperator.Less,
            "<=" => RowOperator.LessOrEqual,
            ">" => RowOperator.Greater,
            _ => RowOperator.GreaterOrEqual,
        };
        return Terms.Make(Kind.Flag, $"({left} {op} {right})", Rows.Compare(left.Expr, kind, right.Expr), [left, right], p => Compared(op, p[0], p[1]), v => Arithmetic.Compare(op, v[0], v[1]));
    }

    public static Term Both(Term left, Term right) =>
        Terms.Make(Kind.Flag, $"({left} & {right})", left.Flag & right.Flag, [left, right], p => Both(p[0], p[1]), v => Arithmetic.And(v[0], v[1]));

    public static Term Either(Term left, Term right) =>
        Terms.Make(Kind.Flag, $"({left} | {right})", left.Flag | right.Flag, [left, right], p => Either(p[0], p[1]), v => Arithmetic.Or(v[0], v[1]));

    public static Term Not(Term value) => Terms.Make(Kind.Flag, $"!{value}", !value.Flag, [value], p => Not(p[0]), v => v[0] is not true);

    public static Term Has(Term value) =>
        Terms.Make(Kind.Flag, $"{value}.HasValue", new Expr<bool>(new HasValueNode(value.Expr.Node)), [value], p => Has(p[0]), v => v[0] is not null);

    public static Term In(Term value, IReadOnlyList<object> values, bool negated)
    {
        var node = new InNode(value.Expr.Node, [.. values.Select(v => LiteralNode.Of(v))], negated);
        return Terms.Make(Kind.Flag, $"{value}.{(negated ? "NotIn" : "In")}({string.Join(", ", values.Select(Row.Shown))})", new Expr<bool>(node), [value], p => In(p[0], values, negated),
            v => negated ? !values.Any(x => Arithmetic.Order(v[0], x) == 0) : v[0] is null && values.Count > 0 ? null : (object)values.Any(x => Arithmetic.Order(v[0], x) == 0));
    }

    public static Term Between(Term value, object low, object high)
    {
        var node = new BetweenNode(value.Expr.Node, LiteralNode.Of(low), LiteralNode.Of(high));
        return Terms.Make(Kind.Flag, $"{value}.Between({Row.Shown(low)}, {Row.Shown(high)})", new Expr<bool>(node), [value], p => Between(p[0], low, high),
            v => Arithmetic.And(Arithmetic.Compare(">=", v[0], low), Arithmetic.Compare("<=", v[0], high)));
    }

    public static Term OnDays(Term time, DateOnly first, DateOnly last) => new()
    {
        Kind = Kind.Flag,
        Text = $"{time}.Between({Row.Shown(first)}, {Row.Shown(last)})",
        Expr = time.Time.Between(first, last),
        Parts = [time],
        Again = p => OnDays(p[0], first, last),
        Value = (row, scene) => scene.DayOf(time.Value(row, scene)) is { } day ? day >= first && day <= last : null,
    };

    public static Term Text(string test, Term value, string text)
    {
        var expr = test switch { "Contains" => value.Words.Contains(text), "StartsWith" => value.Words.StartsWith(text), _ => value.Words.EndsWith(text) };
        return Terms.Make(Kind.Flag, $"{value}.{test}({Row.Shown(text)})", expr, [value], p => Text(test, p[0], text), v => v[0] is not string whole ? null : test switch
        {
            "Contains" => whole.Contains(text, StringComparison.OrdinalIgnoreCase),
            "StartsWith" => whole.StartsWith(text, StringComparison.OrdinalIgnoreCase),
            _ => whole.EndsWith(text, StringComparison.OrdinalIgnoreCase),
        });
    }

    public static Term Changed(string function, Term text)
    {
        var expr = function switch { "Lower" => Lower(text.Words), "Upper" => Upper(text.Words), _ => Trim(text.Words) };
        return Terms.Make(Kind.Text, $"{function}({text})", expr, [text], p => Changed(function, p[0]), v => v[0] is not string whole ? null : function switch
        {
            "Lower" => whole.ToLowerInvariant(),
            "Upper" => whole.ToUpperInvariant(),
            _ => whole.Trim(' '),
        });
    }

    public static Term Long(Term text) => Terms.Make(
        Kind.Number, $"Length({text})", new Expr<double>(Length(text.Words).Node), [text], p => Long(p[0]), v => v[0] is string whole ? (decimal)whole.EnumerateRunes().Count() : null, exact: true);

    public static Term Between(ElapsedUnit unit, Term from, Term to)
    {
        var expr = unit switch
        {
            ElapsedUnit.Days => DaysBetween(from.Time, to.Time),
            ElapsedUnit.Hours => HoursBetween(from.Time, to.Time),
            _ => MinutesBetween(from.Time, to.Time),
        };
        return Terms.Make(Kind.Number, $"{unit}Between({from}, {to})", expr, [from, to], p => Between(unit, p[0], p[1]), v => v[0] is DateTime a && v[1] is DateTime b ? unit switch
        {
            ElapsedUnit.Days => (b - a).TotalDays,
            ElapsedUnit.Hours => (b - a).TotalHours,
            _ => (b - a).TotalMinutes,
        } : null);
    }

    /// <summary>Whole days, where at least one of the two is a day.</summary>
    public static Term WholeDays(Term from, Term to)
    {
        var expr = (from.Kind, to.Kind) switch
        {
            (Kind.Day, Kind.Day) => DaysBetween(from.Day, to.Day),
            (Kind.Day, _) => DaysBetween(from.Day, to.Time),
            _ => DaysBetween(from.Time, to.Day),
        };
        return new Term
        {
            Kind = Kind.Number,
            Text = $"DaysBetween({from}, {to})",
            Expr = expr,
            Parts = [from, to],
            Again = p => WholeDays(p[0], p[1]),
            Value = (row, scene) => scene.DayOf(from.Value(row, scene)) is { } a && scene.DayOf(to.Value(row, scene)) is { } b ? (double)(b.DayNumber - a.DayNumber) : null,
        };
    }
}
