namespace Merit.Metrics.Tests.Naive;

/// <summary>What operators mean for values that may be missing: decimals stay exact among themselves, everything else is floating.</summary>
internal static class Arithmetic
{
    public static double? Floating(object? value) => value is null ? null : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);

    public static object? Combine(string op, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        if (op == "/")
        {
            return Floating(right) == 0 ? null : Floating(left) / Floating(right);
        }

        if (left is decimal l && right is decimal r)
        {
            return op switch { "+" => l + r, "-" => l - r, _ => l * r };
        }

        var (x, y) = (Floating(left), Floating(right));
        return op switch { "+" => x + y, "-" => x - y, _ => x * y };
    }

    /// <summary>Negative, zero or positive; null where it cannot be told.</summary>
    public static int? Order(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (string a, string b) => string.CompareOrdinal(a, b),
        (bool a, bool b) => a.CompareTo(b),
        (DateOnly a, DateOnly b) => a.CompareTo(b),
        (DateTime a, DateTime b) => a.CompareTo(b),
        (decimal a, decimal b) => a.CompareTo(b),
        _ => (Floating(left) ?? 0).CompareTo(Floating(right) ?? 0),
    };

    public static object? Compare(string op, object? left, object? right)
    {
        if (op == "!=")
        {
            return left is null || right is null ? left is not null || right is not null : Order(left, right) != 0;
        }

        return Order(left, right) is not { } order ? null
            : op switch { "==" => order == 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
    }

    public static object? And(object? left, object? right) => left is false || right is false ? false : left is null || right is null ? null : true;

    public static object? Or(object? left, object? right) => left is true || right is true ? true : left is null || right is null ? null : false;

    public static object? Round(object? value, int digits) => value switch
    {
        decimal exact => Math.Round(exact, digits, MidpointRounding.AwayFromZero),
        double number => digits == 0
            ? Math.Round(number, MidpointRounding.AwayFromZero)
            : Math.Round(number * Math.Pow(10, digits), MidpointRounding.AwayFromZero) / Math.Pow(10, digits),
        _ => null,
    };

    /// <summary>A sum that loses nothing to the order of its parts.</summary>
    public static double Sum(IEnumerable<double> values)
    {
        var (sum, lost) = (0.0, 0.0);
        foreach (var value in values)
        {
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }

        return sum + lost;
    }
}
