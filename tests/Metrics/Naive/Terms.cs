using System.Globalization;
using Merit.Metrics.Language;
using static Merit.Metrics.Language.Define;

namespace Merit.Metrics.Tests.Naive;

/// <summary>Numbers and choices, each said three times.</summary>
internal static class Terms
{
    public static Term Column(string table, string name, Kind kind, bool exact = false) => new()
    {
        Kind = kind,
        IsExact = exact,
        Text = $"{table}.{name}",
        Expr = Typed(kind, new ColumnNode(table, name)),
        Value = (row, _) => row[name],
    };

    public static Term Number(decimal value) => new()
    {
        Kind = Kind.Number,
        IsExact = true,
        Text = value.ToString(CultureInfo.InvariantCulture),
        Expr = Value(value),
        Value = (_, _) => value,
    };

    public static Term Literal(object value, Kind kind) => new()
    {
        Kind = kind,
        Text = Row.Shown(value),
        Expr = Typed(kind, LiteralNode.Of(value)),

        // A time is one of the workspace's clocks.
        Value = (_, scene) => value is DateTime local ? scene.Utc(local) : value,
    };

    public static Term Named(string text, Kind kind, Expr expr, Func<Row, Scene, object?> value, bool exact = false) =>
        new() { Kind = kind, IsExact = exact, Text = text, Expr = expr, Value = value };

    public static Term Computed(string op, Term left, Term right)
    {
        var expr = op switch { "+" => left.Number + right.Number, "-" => left.Number - right.Number, "*" => left.Number * right.Number, _ => left.Number / right.Number };
        return Make(Kind.Number, $"({left} {op} {right})", expr, [left, right], p => Computed(op, p[0], p[1]),
            values => Arithmetic.Combine(op, values[0], values[1]), op != "/" && left.IsExact && right.IsExact);
    }

    public static Term Negated(Term value) =>
        Make(Kind.Number, $"-{value}", -value.Number, [value], p => Negated(p[0]), v => v[0] is decimal exact ? -exact : -Arithmetic.Floating(v[0]), value.IsExact);

    public static Term Absolute(Term value) => Make(
        Kind.Number, $"Abs({value})", Abs(value.Number), [value], p => Absolute(p[0]),
        v => v[0] switch { decimal exact => Math.Abs(exact), double number => Math.Abs(number), _ => null }, value.IsExact);

    public static Term Rounded(Term value, int digits) =>
        Make(Kind.Number, $"Round({value}, {digits})", Round(value.Number, digits), [value], p => Rounded(p[0], digits), v => Arithmetic.Round(v[0], digits), value.IsExact);

    public static Term Whole(Term value, bool up) => Make(
        Kind.Number, $"{(up ? "Ceiling" : "Floor")}({value})", up ? Ceiling(value.Number) : Floor(value.Number), [value], p => Whole(p[0], up),
        v => v[0] switch
        {
            decimal exact => up ? Math.Ceiling(exact) : Math.Floor(exact),
            double number => up ? Math.Ceiling(number) : Math.Floor(number),
            _ => null,
        },
        value.IsExact);

    public static Term Squared(Term value) => Make(
        Kind.Number, $"Power({value}, 2)", Power(value.Number, 2), [value], p => Squared(p[0]), v => Arithmetic.Floating(v[0]) is { } number ? Math.Pow(number, 2) : null, exact: false);

    /// <summary>The smaller or the larger of two numbers, days or times.</summary>
    public static Term Extreme(Term left, Term right, bool largest)
    {
        var expr = (left.Kind, largest) switch
        {
            (Kind.Number, true) => (Expr)Max(left.Number, right.Number),
            (Kind.Number, false) => Min(left.Number, right.Number),
            (Kind.Day, true) => Max(left.Day, right.Day),
            (Kind.Day, false) => Min(left.Day, right.Day),
            (_, true) => Max(left.Time, right.Time),
            _ => Min(left.Time, right.Time),
        };
        return Make(left.Kind, $"{(largest ? "Max" : "Min")}({left}, {right})", expr, [left, right], p => Extreme(p[0], p[1], largest),
            v => v[0] is null ? v[1] : v[1] is null ? v[0] : (Arithmetic.Order(v[0], v[1]) < 0) == largest ? v[1] : v[0], left.IsExact && right.IsExact);
    }

    public static Term Choice(Term condition, Term then, Term? otherwise)
    {
        var node = new ChoiceNode([new Branch(condition.Expr.Node, then.Expr.Node)], otherwise?.Expr.Node);
        IReadOnlyList<Term> parts = otherwise is null ? [condition, then] : [condition, then, otherwise];
        return Make(then.Kind, $"If({string.Join(", ", parts)})", Typed(then.Kind, node), parts, p => Choice(p[0], p[1], p.ElementAtOrDefault(2)),
            v => v[0] is true ? v[1] : v.ElementAtOrDefault(2), then.IsExact && otherwise is not { IsExact: false });
    }

    public static Term Cases(Term first, Term then, Term second, Term other, Term otherwise)
    {
        var node = new ChoiceNode([new Branch(first.Expr.Node, then.Expr.Node), new Branch(second.Expr.Node, other.Expr.Node)], otherwise.Expr.Node);
        return Make(then.Kind, $"Case(({first}, {then}), ({second}, {other})).Else({otherwise})", Typed(then.Kind, node), [first, then, second, other, otherwise],
            p => Cases(p[0], p[1], p[2], p[3], p[4]), v => v[0] is true ? v[1] : v[2] is true ? v[3] : v[4], then.IsExact && other.IsExact && otherwise.IsExact);
    }

    public static Term First(Term value, Term otherwise)
    {
        var node = new CallNode(RowFunction.Coalesce, [value.Expr.Node, otherwise.Expr.Node]);
        return Make(value.Kind, $"Coalesce({value}, {otherwise})", Typed(value.Kind, node), [value, otherwise], p => First(p[0], p[1]), v => v[0] ?? v[1], value.IsExact && otherwise.IsExact);
    }

    /// <summary>A term of parts; a number that is not exact is floating whatever it was made of.</summary>
    public static Term Make(
        Kind kind, string text, Expr expr, IReadOnlyList<Term> parts, Func<IReadOnlyList<Term>, Term> again, Func<object?[], object?> value, bool exact = false) => new()
        {
            Kind = kind,
            IsExact = exact,
            Text = text,
            Expr = expr,
            Parts = parts,
            Again = again,
            Value = (row, scene) =>
            {
                var result = value([.. parts.Select(p => p.Value(row, scene))]);
                return kind == Kind.Number && !exact ? Arithmetic.Floating(result) : result;
            },
        };

    // What the operators of the language make is of these types; the engine's own type is another matter.
    public static Expr Typed(Kind kind, RowNode node) => kind switch
    {
        Kind.Number => new Expr<double>(node),
        Kind.Text => new Expr<string>(node),
        Kind.Flag => new Expr<bool>(node),
        Kind.Day => new Expr<DateOnly>(node),
        _ => new Expr<DateTime>(node),
    };
}
