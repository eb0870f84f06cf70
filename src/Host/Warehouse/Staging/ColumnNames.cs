using System.Globalization;

namespace Merit.Host.Warehouse.Staging;

/// <summary>A source's columns, as its files name them.</summary>
internal static class ColumnNames
{
    /// <summary>Headers without blanks and byte-order marks around them; a second <c>name</c> is <c>name_1</c>, an empty header <c>column</c> and its number.</summary>
    public static IReadOnlyList<string> From(IEnumerable<string> headers)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        List<string> names = [];
        foreach (var header in headers)
        {
            var name = header.Trim().Trim('\uFEFF').Trim();
            name = name.Length == 0 ? Numbered(names.Count + 1) : name;
            var unique = name;
            for (var n = 1; !taken.Add(unique); n++)
            {
                unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{n}");
            }

            names.Add(unique);
        }

        return names;
    }

    /// <summary>Names for columns of a file without headers: <c>column1</c>, <c>column2</c>…</summary>
    public static IReadOnlyList<string> Numbered(int from, int count) => [.. Enumerable.Range(from, count).Select(n => Numbered(n))];

    private static string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"column{number}");
}
