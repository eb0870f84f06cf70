namespace Merit.Host.Warehouse.Staging;

/// <summary>
/// Which rows with too few fields are whole all the same. Some programs leave out empty fields at the end of a row; others never do, and a short row was cut off.
/// A number of fields is believed when it is common (one row in twenty) and complete rows of the file leave the same fields empty.
/// </summary>
internal static class ShortRows
{
    private const int OneIn = 20;

    /// <summary>The numbers of fields that are no fault.</summary>
    /// <param name="open">Begins reading the file.</param>
    /// <param name="columns">How many columns it has.</param>
    /// <param name="pad">What the user says, or null.</param>
    public static IReadOnlySet<int> Accepted(Func<CsvScanner> open, int columns, bool? pad) => pad switch
    {
        true => Enumerable.Range(1, columns - 1).ToHashSet(),
        false => new HashSet<int>(),
        null => Habits(open, columns),
    };

    private static HashSet<int> Habits(Func<CsvScanner> open, int columns)
    {
        var (rows, emptiest) = (0L, 0);
        var widths = new long[columns];
        using var scanner = open();
        while (scanner.Read())
        {
            rows++;
            if (scanner.Fault is null)
            {
                emptiest = Math.Max(emptiest, scanner.EmptyAtEnd);
            }
            else if (scanner.Fields > 0 && scanner.Fields < columns)
            {
                widths[scanner.Fields]++;
            }
        }

        return [.. Enumerable.Range(1, columns - 1).Where(w => widths[w] * OneIn >= rows && widths[w] > 0 && columns - w <= emptiest)];
    }
}
