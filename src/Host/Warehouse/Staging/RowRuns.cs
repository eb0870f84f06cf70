namespace Merit.Host.Warehouse.Staging;

/// <summary>Row numbers as runs of consecutive ones, so that a million rows without a gap cost nothing to remember.</summary>
internal sealed class RowRuns : IRowLocator
{
    private readonly List<(long Ordinal, long Row)> _runs = [];
    private long _count;

    /// <summary>Rows numbered without gaps.</summary>
    public static RowRuns From(long first)
    {
        var runs = new RowRuns();
        runs.Add(first);
        return runs;
    }

    /// <summary>Adds the next row's number.</summary>
    public void Add(long row)
    {
        if (_runs is not [.., var last] || last.Row + (_count - last.Ordinal) != row)
        {
            _runs.Add((_count, row));
        }

        _count++;
    }

    public IEnumerable<Located> Locate(IReadOnlyList<long> ordinals)
    {
        var run = 0;
        foreach (var ordinal in ordinals)
        {
            while (run + 1 < _runs.Count && _runs[run + 1].Ordinal <= ordinal)
            {
                run++;
            }

            yield return new Located(ordinal, _runs[run].Row + (ordinal - _runs[run].Ordinal), null);
        }
    }
}
