using System.Globalization;

namespace Merit.Host.Commands;

/// <summary>Numbers in sentences: <c>1 row</c>, <c>2,000 rows</c>.</summary>
internal static class Counted
{
    /// <summary>A number with its thousands grouped.</summary>
    public static string Number(long n) => n.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number and what is counted, in the plural unless there is one.</summary>
    public static string Of(long n, string one, string? many = null) => $"{Number(n)} {(n == 1 ? one : many ?? one + "s")}";
}
